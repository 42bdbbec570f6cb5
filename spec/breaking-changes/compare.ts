import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRedoclyDiff } from './redocly.ts';

/** A change that breaks clients of the base. */
export interface BreakingChange {
  /** JSON pointer into the base or the revision. */
  readonly path: string;
  readonly message: string;
}

/** The members of Redocly's report that this file reads. */
interface Report {
  readonly reportVersion: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: 'major' | 'minor' | 'patch';
  readonly property?: string;
  readonly verdicts: readonly { readonly message: string }[];
  readonly revision?: { readonly value?: unknown };
}

type Json = Record<string, unknown>;

/**
 * Compares two bundled OpenAPI documents. Redocly's `diff` rates the changes that OpenAPI defines. Three checks are
 * added: encrypted bodies are compared by plaintext and JOSE method, an operation that starts to require Strong Customer
 * Authentication breaks its callers, and so does a request that no longer accepts unknown members.
 *
 * @throws {Error} when the comparison itself fails
 */
export async function findBreakingChanges(base: unknown, revision: unknown): Promise<readonly BreakingChange[]> {
  const folder = await mkdtemp(join(tmpdir(), 'breaking-changes-'));
  try {
    await Promise.all([
      // The rules for changes alone: the rules and plugins of the project may be those of another version.
      writeFile(join(folder, 'redocly.yaml'), 'extends:\n  - diff-recommended\n'),
      writeFile(join(folder, 'base.json'), JSON.stringify(withPlaintext(base))),
      writeFile(join(folder, 'revision.json'), JSON.stringify(withPlaintext(revision))),
    ]);
    await runRedoclyDiff(folder);
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
    if (report.reportVersion !== '1')
      throw new Error(`redocly diff wrote a report of the unsupported version ${report.reportVersion}.`);
    return distinct(report.changes.flatMap(toBreakingChanges));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toBreakingChanges(change: Change): readonly BreakingChange[] {
  const { path, kind, impact, property, verdicts, revision } = change;
  if (impact === 'major') {
    const messages = verdicts.map(({ message }) => message.trim());
    return [{ path, message: messages.join(' ') || `${property ?? 'It'} was ${kind}.` }];
  }
  const value = revision?.value;
  if (path.includes('/requestBody/') && CLOSING_KEYWORDS.has(property ?? '') && value === false) {
    return [{ path, message: 'The request no longer accepts unknown members.' }];
  }
  if (path.endsWith('/x-sca') && requiresMoreSca(kind, property, value)) {
    return [{ path, message: 'The operation requires Strong Customer Authentication in more cases than before.' }];
  }
  return [];
}

const CLOSING_KEYWORDS: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

/** An extension with `when` breaks no client until a setting is enabled. */
function requiresMoreSca(kind: Change['kind'], property: string | undefined, value: unknown): boolean {
  if (kind === 'added' && property === undefined) return !('when' in (value as Json));
  return (property === 'risk' && value === 'high') || (property === 'when' && value === undefined);
}

/** Adds each encrypted body as a further media type, named by JOSE method and response, with the plaintext as schema. */
function withPlaintext(document: unknown): unknown {
  if (Array.isArray(document)) return document.map(withPlaintext);
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      name === 'content' && isObject(value) ? contentWithPlaintext(value) : withPlaintext(value),
    ]),
  );
}

function contentWithPlaintext(content: Json): Json {
  const entries = Object.entries(content).flatMap(([type, media]): [string, unknown][] => {
    if (!isObject(media) || !isObject(media['x-jose'])) return [[type, withPlaintext(media)]];
    const { 'x-jose': jose, ...rest } = media;
    const { method, response = 'none', payload } = jose as Json;
    return [
      [type, rest],
      [`${type};method=${String(method)};response=${String(response)}`, { schema: payload }],
    ];
  });
  return Object.fromEntries(entries);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function distinct(changes: readonly BreakingChange[]): readonly BreakingChange[] {
  return [...new Map(changes.map((change) => [`${change.path} ${change.message}`, change])).values()];
}
