import { join } from 'node:path';
import { isMajorAnnounced } from './announced.ts';
import { bundle, findBaseline, readTagged } from './baseline.ts';
import { type BreakingChange, findBreakingChanges } from './compare.ts';

/** What the check found, and a text for a person. */
export interface BreakingChangeCheck {
  readonly passed: boolean;
  readonly changes: readonly BreakingChange[];
  readonly text: string;
}

/**
 * Holds the description against the last release: a change that breaks clients needs a changeset that says so.
 * @param root folder of the repository
 * @throws Error when one of the two descriptions cannot be bundled
 */
export async function checkBreakingChanges(root: string): Promise<BreakingChangeCheck> {
  const baseline = findBaseline(root);
  if ('none' in baseline) {
    return { passed: true, changes: [], text: `Nothing to compare the description with: ${baseline.none}.` };
  }
  const { tag } = baseline;
  const [tagged, now] = await Promise.all([readTagged(root, tag), bundle(join(root, 'spec/openapi.yaml'))]);
  const changes = await findBreakingChanges(tagged.bundle, now);
  if (changes.length === 0) return { passed: true, changes, text: `The description breaks nothing since ${tag}.` };
  const list = changes.map(({ path, message }) => `  ${path}\n    ${message}`).join('\n');
  const count = `${changes.length} breaking ${changes.length === 1 ? 'change' : 'changes'} since ${tag}`;
  const passed = await isMajorAnnounced(root, tagged.version);
  const verdict = passed
    ? 'A major version is announced, so this is in order.'
    : "Undo them, or announce a major version of @sca-kit/spec: npx pnpm@12 changeset, then choose 'major'.";
  return { passed, changes, text: `${count}:\n${list}\n${verdict}` };
}
