import type { Oas3Decorator } from '@redocly/openapi-core';

const SEALED = 'application/jose+json';
const CLEAR = 'application/json';

/**
 * Lists the clear form of a body before the sealed one. Some tools look no further than `application/…json` and take the
 * first that is listed, stock Prism among them: then it has to be the form that they can read.
 */
export const jsonFirst: Oas3Decorator = () => ({
  MediaTypesMap: {
    leave(content) {
      const sealed = content[SEALED];
      if (sealed === undefined || content[CLEAR] === undefined) return;
      delete content[SEALED];
      content[SEALED] = sealed;
    },
  },
});
