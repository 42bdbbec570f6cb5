import { basename } from 'node:path';
import type { Oas3Decorator, Oas3Rule } from '@redocly/openapi-core';
import { isPart } from './reader.ts';

const EXTENSION = 'x-sandbox-description';

/**
 * Requires text about the sandbox to be in `x-sandbox-description`, so that the production bundle can leave it out.
 * The files of the sandbox family, and `servers`, are left out as a whole and may mention it anywhere.
 */
export const sandboxDescription: Oas3Rule = () => ({
  any: {
    enter(node: unknown, { report, location, type }) {
      if (!isPart(node) || type.name === 'Server' || isSandboxFile(location.source.absoluteRef)) return;
      const { description, [EXTENSION]: addition } = node;
      if (typeof description === 'string' && /sandbox|always in production/i.test(description)) {
        report({
          message: `The description mentions the sandbox. Move that text to ${EXTENSION}.`,
          location: location.child(['description']),
        });
      }
      if (addition === undefined) return;
      if (typeof addition !== 'string' || addition.trim() === '' || typeof description !== 'string') {
        report({
          message: `${EXTENSION} must be a text beside a description.`,
          location: location.child([EXTENSION]),
        });
      }
    },
  },
});

/** Appends `x-sandbox-description` to the description as a separate paragraph, for the sandbox bundle. */
export const withSandboxDescription: Oas3Decorator = () => ({
  any: {
    leave(node: unknown) {
      if (!isPart(node) || typeof node[EXTENSION] !== 'string') return;
      node.description = `${String(node.description)}\n\n${node[EXTENSION]}`;
      delete node[EXTENSION];
    },
  },
});

/** Removes `x-sandbox-description`: for the production bundle. */
export const withoutSandboxDescription: Oas3Decorator = () => ({
  any: {
    leave(node: unknown) {
      if (isPart(node)) delete node[EXTENSION];
    },
  },
});

function isSandboxFile(file: string): boolean {
  return /^sandbox[_A-Z]/i.test(basename(file));
}
