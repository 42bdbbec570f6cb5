import type { Oas3Decorator } from '@redocly/openapi-core';

const ENCRYPTED = 'application/jose+json';
const PLAIN = 'application/json';

/**
 * Lists plain JSON before the encrypted form of a body. Some tools, stock Prism among them, match `application/…json` and use
 * the first match: it must be the form that they can read.
 */
export const jsonFirst: Oas3Decorator = () => ({
  MediaTypesMap: {
    leave(content) {
      const encrypted = content[ENCRYPTED];
      if (encrypted === undefined || content[PLAIN] === undefined) return;
      delete content[ENCRYPTED];
      content[ENCRYPTED] = encrypted;
    },
  },
});
