import type { Oas3Rule } from '@redocly/openapi-core';
import { part } from './reader.ts';

/** Requires `x-successor` on deprecated operations, and only there: responses link to that path. */
export const successorExtension: Oas3Rule = () => {
  let paths: string[] = [];
  return {
    Paths(all) {
      paths = Object.keys(all);
    },
    Operation(operation, { report, location }) {
      const successor = part(operation)['x-successor'];
      if (operation.deprecated !== true) {
        if (successor !== undefined)
          report({ message: 'x-successor is only allowed on deprecated operations.', location });
      } else if (typeof successor !== 'string' || !paths.includes(successor)) {
        report({ message: 'A deprecated operation must have x-successor: the path that replaces it.', location });
      }
    },
  };
};
