import type { Oas3Rule } from '@redocly/openapi-core';

/** The tag Sandbox and the path prefix `/sandbox` go together: the production bundle is cut along them. */
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
        report({ message: `${path}: paths under /sandbox have the tag Sandbox, and no others.`, location });
      }
    },
  };
};
