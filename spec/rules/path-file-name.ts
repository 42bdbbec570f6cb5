import type { Oas3Rule } from '@redocly/openapi-core';
import { part } from './reader.ts';

/** Requires one file per path in `paths/`, named like the path, with `_` for `/` and with the braces. */
export const pathFileName: Oas3Rule = () => ({
  Paths(paths, { report, location }) {
    for (const [path, item] of Object.entries(paths)) {
      const want = `paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
      if (part(item).$ref !== want) {
        report({ message: `${path} must be a reference to ${want}.`, location: location.child([path]).key() });
      }
    }
  },
});
