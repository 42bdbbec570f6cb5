import { listOperations, type OpenApiDocument, type Operation } from '@sca-kit/openapi';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Returns the source of the types: paths, operations, components, and the plaintext of encrypted responses. */
export async function typesModule(document: OpenApiDocument): Promise<string> {
  // A copy: the bundler inside resolves references in place.
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    alphabetize: false,
    immutable: true,
    excludeDeprecated: false,
    silent: true,
  });
  return `${astToString(ast)}${encryptedResponses(document)}`;
}

/** An encrypted response is text on the wire; `x-jose` says what its plaintext is. */
function encryptedResponses(document: OpenApiDocument): string {
  const lines = listOperations(document).flatMap((operation) => {
    const statuses = payloads(operation).map(
      ([status, name]) => `readonly ${status}: components["schemas"]["${name}"];`,
    );
    return statuses.length === 0 ? [] : [`    readonly ${operation.id}: { ${statuses.join(' ')} };`];
  });
  return `export interface encryptedResponses {\n${lines.join('\n')}\n}\n`;
}

/** The name of the plaintext's schema, for each status with an encrypted response. */
function payloads({ id, responses }: Operation): readonly (readonly [status: string, name: string])[] {
  return responses.flatMap(({ status, contents }) => {
    const jose = contents.find((content) => content.jose)?.jose;
    if (!jose) return [];
    const ref = typeof jose.payload === 'object' ? jose.payload.$ref : undefined;
    const name = /^#\/components\/schemas\/(\w+)$/.exec(String(ref))?.[1];
    if (name === undefined) throw new Error(`The x-jose payload of ${id} ${status} must refer to a component schema.`);
    return [[status, name] as const];
  });
}
