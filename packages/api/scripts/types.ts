import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { type Document, locatedOperations, type Operation } from './document.ts';

/** The types of paths, operations and components, and of what sealed answers hold. */
export async function typesModule(document: Document): Promise<string> {
  // A copy: the bundler inside resolves references in place.
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    alphabetize: false,
    immutable: true,
    excludeDeprecated: false,
    silent: true,
  });
  return `${astToString(ast)}${encryptedResponses(document)}`;
}

/** An envelope is text on the wire; its `x-jose` mark says what it holds. */
function encryptedResponses(document: Document): string {
  const lines = locatedOperations(document).flatMap(({ operation }) => {
    const statuses = Object.entries(payloads(operation)).map(
      ([status, name]) => `readonly ${status}: components["schemas"]["${name}"];`,
    );
    return statuses.length === 0 ? [] : [`    readonly ${operation.operationId}: { ${statuses.join(' ')} };`];
  });
  return `export interface encryptedResponses {\n${lines.join('\n')}\n}\n`;
}

/** The name of the plaintext's schema, for each status with a sealed answer. */
function payloads({ operationId, responses }: Operation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, { content = {} }]) => {
      const mark = Object.values(content).find((media) => media['x-jose'])?.['x-jose'];
      if (!mark) return [];
      const name = /^#\/components\/schemas\/(\w+)$/.exec(String(mark.payload.$ref))?.[1];
      if (name === undefined) throw new Error(`The payload of ${operationId} ${status} refers to no schema.`);
      return [[status, name] as const];
    }),
  );
}
