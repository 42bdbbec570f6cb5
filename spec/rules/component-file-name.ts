import { basename, dirname } from 'node:path';
import type { Oas3Rule } from '@redocly/openapi-core';
import { part } from './reader.ts';

const kinds = ['schemas', 'parameters', 'headers', 'responses', 'examples', 'security-schemes'];

/** Requires one component per file, `components/<kind>/<PascalCase>.yaml`, and the file name as the title of a schema. */
export const componentFileName: Oas3Rule = () => ({
  ref: {
    leave(reference, { report, location }, resolved) {
      const file = resolved.location?.source.absoluteRef;
      if (file === undefined || file === location.source.absoluteRef || !file.includes('/components/')) return;
      const kind = basename(dirname(file));
      const name = basename(file, '.yaml');
      if (!kinds.includes(kind) || basename(dirname(dirname(file))) !== 'components') {
        report({ message: `${reference.$ref} must be in a folder of components: ${kinds.join(', ')}.` });
      }
      if (!/^[A-Z][A-Za-z0-9]*\.yaml$/.test(basename(file))) {
        report({ message: `${reference.$ref} must have a PascalCase name and end in .yaml.` });
      }
      if (reference.$ref.includes('#')) {
        report({ message: `${reference.$ref} points into a component. Move that part to its own file.` });
      }
      const title = part(resolved.node).title;
      if (kind === 'schemas' && title !== undefined && title !== name) {
        report({
          message: `The schema in ${name}.yaml has the title ${String(title)}. Title and file name must be the same.`,
        });
      }
    },
  },
});
