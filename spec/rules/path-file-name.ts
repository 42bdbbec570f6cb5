import type { Oas3Rule } from '@redocly/openapi-core';
import { part } from './reader.ts';

/** A path sits alone in `paths/`, in a file spelled like it, with `_` for `/` and the braces kept. */
export const pathFileName: Oas3Rule = () => ({
  Paths(paths, { report, location }) {
    for (const [path, item] of Object.entries(paths)) {
      const want = `paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
      if (part(item).$ref !== want) {
        report({ message: `${path} has to be a reference to ${want}.`, location: location.child([path]).key() });
      }
    }
  },
});
