import type { Oas3Rule } from '@redocly/openapi-core';

/** Requires the tag Sandbox on paths under `/sandbox`, and only there: the production bundle leaves both out. */
export const sandboxTag: Oas3Rule = () => {
  let path = '';
  return {
    PathItem: {
      enter(_item, { key }) {
        path = String(key);
      },
    },
    Operation(operation, { report, location }) {
      if (path.startsWith('/sandbox/') !== (operation.tags ?? []).includes('Sandbox')) {
        report({ message: `${path}: paths under /sandbox must have the tag Sandbox, and only those.`, location });
      }
    },
  };
};
