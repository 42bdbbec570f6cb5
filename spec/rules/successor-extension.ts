import type { Oas3Rule } from '@redocly/openapi-core';
import { part } from './reader.ts';

/** A deprecated operation names the path that takes its place, and no other operation does: the answers link there. */
export const successorExtension: Oas3Rule = () => {
  let paths: string[] = [];
  return {
    Paths(all) {
      paths = Object.keys(all);
    },
    Operation(operation, { report, location }) {
      const successor = part(operation)['x-successor'];
      if (operation.deprecated !== true) {
        if (successor !== undefined) report({ message: 'x-successor belongs on deprecated operations.', location });
      } else if (typeof successor !== 'string' || !paths.includes(successor)) {
        report({ message: 'A deprecated operation names the path that takes its place in x-successor.', location });
      }
    },
  };
};
