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
import { CannotRunError } from '../exit.ts';
import { write } from '../write.ts';
import { defaultSpec } from './default-spec.ts';

/** Options of `sca-kit contract check`. */
export interface CheckCommandOptions {
  readonly target: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly apiKey?: string;
  readonly family?: readonly string[];
  readonly require?: string;
  readonly report?: string;
  readonly seed?: number;
  readonly timeout: number;
  readonly json?: true;
}

/**
 * Checks a server and sets the exit code.
 * @throws CannotRunError when an option cannot be meant, or the report cannot be written
 */
export async function checkTarget(options: CheckCommandOptions): Promise<void> {
  const credentials = credentialsOf(options);
  const { report: folder } = options;
  if (folder !== undefined) await inFolder(folder, prepareReport(folder));
  const progress = createProgress(process.stderr);
  const report = await check(options, credentials, progress.tell).finally(progress.clear);
  // Before anything is written: the reader may not wait for the end.
  process.exitCode = exitCodeOf(report);
  try {
    if (folder !== undefined) {
      const files = await inFolder(folder, writeReport(report, folder));
      process.stderr.write(`Written: ${files.join(', ')}\n`);
    }
  } finally {
    await tell(report, options.json === true);
  }
}

/** Waits for what the file system does in the folder of the report. */
async function inFolder<Value>(folder: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotRunError(`The report cannot be written to ${folder} (${code}).`, { cause: error });
  }
}

async function check(
  { target, family, require = '', seed, timeout }: CheckCommandOptions,
  credentials: ClientCredentials | undefined,
  onProgress: (progress: CheckProgress) => void,
): Promise<Report> {
  const contract = await openContract(defaultSpec());
  const requirements = meant(() => parseRequirements(require));
  meant(() => requireChecked(contract, selectOperations(contract, family), requirements));
  return runCheck({
    target,
    spec: contract,
    timeoutMs: timeout,
    require: requirements,
    onProgress,
    ...(credentials === undefined ? {} : { credentials }),
    ...(family === undefined ? {} : { families: family }),
    ...(seed === undefined ? {} : { seed }),
  });
}

/** Reads an option; one that cannot be meant is told like any other wrong option. */
function meant<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof TypeError ? new CannotRunError(error.message, { cause: error }) : error;
  }
}

function credentialsOf(options: CheckCommandOptions): ClientCredentials | undefined {
  const { clientId } = options;
  if (clientId === undefined) {
    // The variables may be set for good; who gives an option means this run.
    const given = options.clientSecret !== undefined ? '--client-secret' : options.apiKey !== undefined && '--api-key';
    if (given) throw new CannotRunError(`${given} needs --client-id.`);
    return undefined;
  }
  const { clientSecret = process.env.CONTRACT_CLIENT_SECRET, apiKey = process.env.CONTRACT_API_KEY } = options;
  if (clientSecret !== undefined) return { clientId, clientSecret, ...(apiKey ? { apiKey } : {}) };
  throw new CannotRunError('--client-id needs a secret: --client-secret, or better CONTRACT_CLIENT_SECRET.');
}

async function tell(report: Report, json: boolean): Promise<void> {
  if (report.outcome === 'could-not-run')
    process.stderr.write(`error: ${report.reason ?? 'The check could not run.'}\n`);
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(renderAnnotations(report));
  if (json) await write(renderJson(report));
  else if (report.outcome !== 'could-not-run') await write(renderText(report, { color: hasColours(process.stdout) }));
}

const hasColours = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && stream.hasColors();

/** On a terminal one line that changes; elsewhere a line for each phase. */
function createProgress(stream: NodeJS.WriteStream): {
  readonly tell: (progress: CheckProgress) => void;
  readonly clear: () => void;
} {
  let phase = '';
  return {
    tell({ phase: now, done, total }) {
      if (stream.isTTY) stream.write(`\r\u001B[K${now}: ${done}${total === undefined ? '' : ` of ${total}`}`);
      else if (now !== phase) stream.write(`${now} …\n`);
      phase = now;
    },
    clear() {
      if (stream.isTTY) stream.write('\r\u001B[K');
    },
  };
}
