import type { Oas3Decorator } from '@redocly/openapi-core';

/** Leaves the sandbox family out: its paths and its tag. The production bundle is made with it. */
export const withoutSandbox: Oas3Decorator = () => ({
  Paths: {
    leave(paths) {
      for (const path of Object.keys(paths)) if (path.startsWith('/sandbox/')) delete paths[path];
    },
  },
  Root: {
    leave(root) {
      if (root.tags !== undefined) root.tags = root.tags.filter((tag) => tag.name !== 'Sandbox');
    },
  },
});
