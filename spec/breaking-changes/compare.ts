import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIGURATION, runRedocly } from './redocly.ts';

/** A change that a client written for the base would notice. */
export interface BreakingChange {
  /** JSON pointer into the description, as it was or as it is. */
  readonly path: string;
  readonly message: string;
}

/** What of Redocly's report is read here. */
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
 * Compares two bundled descriptions. Redocly's `diff` rates the changes that OpenAPI knows about; what it cannot know is
 * added: sealed bodies are compared by their plaintext and by how they are sealed, an operation that starts to ask for
 * Strong Customer Authentication breaks its callers, and so does a request that no longer takes unknown members.
 * @throws Error when the comparison itself fails
 */
export async function findBreakingChanges(base: unknown, revision: unknown): Promise<readonly BreakingChange[]> {
  const folder = await mkdtemp(join(tmpdir(), 'breaking-changes-'));
  try {
    await Promise.all([
      writeFile(join(folder, 'redocly.yaml'), CONFIGURATION),
      writeFile(join(folder, 'base.json'), JSON.stringify(withPlaintext(base))),
      writeFile(join(folder, 'revision.json'), JSON.stringify(withPlaintext(revision))),
    ]);
    const files = ['base.json', 'revision.json'];
    const options = ['--config', 'redocly.yaml', '--format', 'json', '--output', 'report.json', '--fail-on', 'none'];
    await runRedocly(folder, ['diff', ...files, ...options]);
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
    if (report.reportVersion !== '1') throw new Error(`redocly diff wrote a report of version ${report.reportVersion}`);
    return distinct(report.changes.flatMap(breakageOf));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function breakageOf(change: Change): readonly BreakingChange[] {
  const { path, kind, impact, property, verdicts, revision } = change;
  if (impact === 'major') {
    const said = verdicts.map(({ message }) => message.trim());
    return [{ path, message: said.join(' ') || `${property ?? 'It'} was ${kind}.` }];
  }
  const value = revision?.value;
  if (path.includes('/requestBody/') && OPENNESS.has(property ?? '') && value === false) {
    return [{ path, message: 'The request no longer takes members that are not listed.' }];
  }
  if (path.endsWith('/x-sca') && asksForMore(kind, property, value)) {
    return [{ path, message: 'The operation asks for Strong Customer Authentication more often than before.' }];
  }
  return [];
}

const OPENNESS: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

/** With `when`, a setting has to be switched on first. */
function asksForMore(kind: Change['kind'], property: string | undefined, value: unknown): boolean {
  if (kind === 'added' && property === undefined) return !('when' in (value as Json));
  return (property === 'risk' && value === 'high') || (property === 'when' && value === undefined);
}

/** Every sealed body again, as a media type of its own that says how it is sealed and has the plaintext as schema. */
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
