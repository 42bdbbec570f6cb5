import { expect, test } from 'vitest';
import { publicFunctions } from './public-functions.ts';
import { ROOT, workspacePackages } from './workspace.ts';

// The reference pages are made from doc comments.
const packages = workspacePackages().filter(({ manifest }) => !manifest.private && manifest.exports?.['.']);

test.each(packages.map(({ folder, manifest: { name } }) => ({ folder, name })))(
  '$name has an example in the doc comment of every exported function',
  ({ folder }) => {
    const functions = publicFunctions(`${ROOT}${folder}/src/index.ts`);
    expect(functions).not.toEqual([]);
    const lacking = functions.filter(({ comment }) => !/@example\n/.test(comment));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  },
);
