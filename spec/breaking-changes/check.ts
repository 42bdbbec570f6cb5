import { join } from 'node:path';
import { isMajorAnnounced } from './announced.ts';
import { bundle, findBaseline, readTagged } from './baseline.ts';
import { type BreakingChange, findBreakingChanges } from './compare.ts';

/** Result of the check, with a text to print. */
export interface BreakingChangeCheck {
  readonly passed: boolean;
  readonly changes: readonly BreakingChange[];
  readonly text: string;
}

/**
 * Compares the spec with the last release. A breaking change passes only if a major version is announced.
 *
 * @param root folder of the repository
 * @throws {Error} when one of the two specs cannot be bundled
 */
export async function checkBreakingChanges(root: string): Promise<BreakingChangeCheck> {
  const baseline = findBaseline(root);
  if ('none' in baseline) {
    return { passed: true, changes: [], text: `No release to compare the spec with: ${baseline.none}.` };
  }
  const { tag } = baseline;
  const [tagged, now] = await Promise.all([readTagged(root, tag), bundle(join(root, 'spec/openapi.yaml'))]);
  const changes = await findBreakingChanges(tagged.bundle, now);
  if (changes.length === 0) return { passed: true, changes, text: `No breaking changes since ${tag}.` };
  const list = changes.map(({ path, message }) => `  ${path}\n    ${message}`).join('\n');
  const count = `${changes.length} breaking ${changes.length === 1 ? 'change' : 'changes'} since ${tag}`;
  const passed = await isMajorAnnounced(root, tagged.version);
  const verdict = passed
    ? 'A major version is announced, so the check passes.'
    : "Undo them, or announce a major version of @sca-kit/spec: run npx -y pnpm@12 changeset and choose 'major'.";
  return { passed, changes, text: `${count}:\n${list}\n${verdict}` };
}
