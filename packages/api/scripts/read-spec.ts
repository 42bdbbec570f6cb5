import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isOpenApiDocument, type OpenApiDocument } from '@sca-kit/openapi';

/** Reads the bundled document of `@sca-kit/spec`. */
export function readSpec(): OpenApiDocument {
  const path = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
  const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isOpenApiDocument(document)) throw new TypeError(`${path} is not an OpenAPI 3.x document.`);
  return document;
}
