import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Document } from './document.ts';

/** The types of paths, operations and components. */
export async function typesModule(document: Document): Promise<string> {
  const ast = await openapiTS(document as unknown as OpenAPI3, {
    alphabetize: false,
    immutable: true,
    excludeDeprecated: false,
    silent: true,
  });
  return astToString(ast);
}
