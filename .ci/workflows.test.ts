import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../.github/workflows');
const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);

test.each(workflows)('%s lets its token read the repository and nothing else', (_, text) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  expect(text.match(/permissions:/g)).toHaveLength(1);
});

test.each(workflows)('%s does not leave the token in the checkout', (_, text) => {
  const checkouts = text.split('uses: actions/checkout@').slice(1);
  expect(checkouts.length).toBeGreaterThan(0);
  for (const checkout of checkouts) expect(checkout.split('\n      - ')[0]).toContain('persist-credentials: false');
});

test.each(workflows)('%s pins the commit of every action', (_, text) => {
  const actions = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, name]) => !name?.startsWith('./'));
  for (const [, name, comment] of actions) expect(`${name}${comment}`).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
