import {
  type CheckProgress,
  type ClientCredentials,
  exitCodeOf,
  openContract,
  parseRequirements,
  prepareReport,
  type Report,
  renderAnnotations,
  renderJson,
  renderText,
  requireChecked,
  runCheck,
  selectOperations,
  writeReport,
} from '@sca-kit/contract';
import { type CommandContext, hasColors, type OutputStream, write } from '../command-context.ts';
import { CannotRunError } from '../exit.ts';
import { createUserSource } from './check-users.ts';
import { openDefaultSpec } from './default-spec.ts';

/** Options of `sca-kit contract check`. */
export interface CheckCommandOptions {
  readonly target?: string;
  readonly spec?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly apiKey?: string;
  readonly family?: readonly string[];
  readonly tag?: readonly string[];
  readonly operation?: readonly string[];
  readonly skip?: readonly string[];
  readonly jose: 'on' | 'off';
  /** A configuration file. */
  readonly config?: string;
  /** A file with users. */
  readonly users?: string;
  /** A command that prints a user. */
  readonly setup?: string;
  readonly require?: string;
  readonly report?: string;
  readonly seed?: number;
  readonly timeout: number;
  readonly json?: true;
}

/**
 * Checks a server and sets the exit code.
 * @throws CannotRunError when an option is invalid, or the report cannot be written
 */
export async function checkTarget(options: CheckCommandOptions, context: CommandContext): Promise<void> {
  const { stderr, env, setExitCode } = context;
  const credentials = credentialsOf(options, env);
  const { report: folder } = options;
  if (folder !== undefined) await writeTo(folder, prepareReport(folder));
  const progress = createProgress(stderr);
  const report = await check(options, credentials, progress.show).finally(progress.clear);
  setExitCode(exitCodeOf(report));
  try {
    if (folder !== undefined) {
      const files = await writeTo(folder, writeReport(report, folder));
      stderr.write(`Wrote ${files.join(', ')}\n`);
    }
  } finally {
    await print(report, options.json === true, context);
  }
}

/** Turns file system errors in the report's folder into an error for the user. */
async function writeTo<Value>(folder: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotRunError(`The report cannot be written to ${folder} (${code}).`, { cause: error });
  }
}

async function check(
  { target, spec, family, tag, require = '', seed, timeout, users, setup, ...options }: CheckCommandOptions,
  credentials: ClientCredentials | undefined,
  onProgress: (progress: CheckProgress) => void,
): Promise<Report> {
  if (target === undefined) throw new CannotRunError('Pass the base URL of the server: --target http://127.0.0.1:4100');
  const contract = spec === undefined ? await openDefaultSpec() : await openContract(spec);
  const requirements = parseOption(() => parseRequirements(require));
  const families = [...(family ?? []), ...(tag ?? [])];
  const { operation: operations = [], skip = [], jose } = options;
  parseOption(() => requireChecked(contract, selectOperations(contract, { families, operations, skip }), requirements));
  const createUser = await createUserSource(users, setup);
  return runCheck({
    target,
    spec: contract,
    timeoutMs: timeout,
    require: requirements,
    onProgress,
    families,
    operations,
    skip,
    jose,
    // The scenarios are written for the document of sca-kit.
    ...(spec === undefined ? {} : { scenarios: [] }),
    ...(createUser === undefined ? {} : { createUser }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(seed === undefined ? {} : { seed }),
  });
}

/** Turns the TypeError for an invalid value into an error for the user. */
function parseOption<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw error instanceof TypeError ? new CannotRunError(error.message, { cause: error }) : error;
  }
}

function credentialsOf(options: CheckCommandOptions, env: CommandContext['env']): ClientCredentials | undefined {
  const { clientId } = options;
  if (clientId === undefined) {
    // Variables may be set permanently, but an option is meant for this run.
    const given = options.clientSecret !== undefined ? '--client-secret' : options.apiKey !== undefined && '--api-key';
    if (given) throw new CannotRunError(`${given} needs --client-id.`);
    return undefined;
  }
  const { clientSecret = env.CONTRACT_CLIENT_SECRET, apiKey = env.CONTRACT_API_KEY } = options;
  if (clientSecret !== undefined) return { clientId, clientSecret, ...(apiKey ? { apiKey } : {}) };
  throw new CannotRunError('--client-id needs a secret: set CONTRACT_CLIENT_SECRET or --client-secret.');
}

async function print(report: Report, json: boolean, { stdout, stderr, env }: CommandContext): Promise<void> {
  if (report.outcome === 'could-not-run') stderr.write(`error: ${report.reason ?? 'The check could not run.'}\n`);
  if (env.GITHUB_ACTIONS === 'true') stderr.write(renderAnnotations(report));
  if (json) await write(stdout, renderJson(report));
  else if (report.outcome !== 'could-not-run') await write(stdout, renderText(report, { color: hasColors(stdout) }));
}

/** Updates one line on a terminal; elsewhere prints one line per phase. */
function createProgress(stream: OutputStream): {
  readonly show: (progress: CheckProgress) => void;
  readonly clear: () => void;
} {
  let current = '';
  return {
    show({ phase, done, total }) {
      if (stream.isTTY) stream.write(`\r\u001B[K${phase}: ${done}${total === undefined ? '' : ` of ${total}`}`);
      else if (phase !== current) stream.write(`${phase} …\n`);
      current = phase;
    },
    clear() {
      if (stream.isTTY) stream.write('\r\u001B[K');
    },
  };
}
