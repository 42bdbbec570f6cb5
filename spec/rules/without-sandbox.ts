import type { Oas3Decorator } from '@redocly/openapi-core';

const ENCRYPTED = 'application/jose+json';
const PLAIN = 'application/json';

/**
 * Removes what only the sandbox serves: the sandbox family, its tag, and plain JSON for bodies that production accepts
 * only encrypted.
 */
export const withoutSandbox: Oas3Decorator = () => ({
  MediaTypesMap: {
    leave(content) {
      if (content[ENCRYPTED] !== undefined) delete content[PLAIN];
    },
  },
  Paths: {
    leave(paths) {
      for (const path of Object.keys(paths)) if (path.startsWith('/sandbox/')) delete paths[path];
    },
  },
  Root: {
    leave(root) {
      root.servers = [{ url: 'https://sca.example.com', description: 'Your server' }];
      if (root.tags !== undefined) root.tags = root.tags.filter((tag) => tag.name !== 'Sandbox');
    },
  },
});
