import type { Oas3Decorator } from '@redocly/openapi-core';

const SEALED = 'application/jose+json';
const CLEAR = 'application/json';

/** What is said of sandboxes alone: a row of a table, a sentence, a remark. */
const OF_SANDBOXES = [/^\| Sandbox \|.*(\n|$)/gm, /\s*\b(A|In a) sandbox\b[^.]*\./g, / \(always in production[^)]*\)/g];

/**
 * Makes the production bundle: without the sandbox family, its tag, what is said of sandboxes, and the clear form of
 * sealed bodies, which production refuses.
 */
export const withoutSandbox: Oas3Decorator = () => ({
  any: {
    leave(node: unknown) {
      const described = node as { description?: unknown } | null;
      if (typeof described?.description !== 'string') return;
      described.description = OF_SANDBOXES.reduce((text, of) => text.replaceAll(of, ''), described.description);
    },
  },
  MediaTypesMap: {
    leave(content) {
      if (content[SEALED] !== undefined) delete content[CLEAR];
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
