import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isOpenApiDocument, type JsonObject, type OpenApiDocument } from '@sca-kit/openapi';
import { parse } from 'yaml';
import { references } from './members.ts';

/** Thrown when a document cannot be read or is not OpenAPI 3.x. The message is one line that names the file.
 *
 * @example
 * openContract('missing.yaml').catch((error) => error instanceof DocumentError); // true */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/**
 * Reads an OpenAPI 3.x document: an object already parsed, or the path (or file URL) of a JSON or YAML file.
 * References to other files are bundled.
 *
 * @throws DocumentError
 */
export async function loadDocument(source: string | URL | JsonObject): Promise<OpenApiDocument> {
  const file = nameOf(source);
  if (typeof source !== 'string' && !(source instanceof URL)) return checkVersion(source, file);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new DocumentError(`${file} cannot be read.`, { cause });
  }
  let parsed: unknown;
  try {
    parsed = file.endsWith('.json') ? JSON.parse(text) : parse(text);
  } catch (cause) {
    throw new DocumentError(`${file} is neither JSON nor YAML.`, { cause });
  }
  const document = checkVersion(parsed, file);
  return [...references(document)].some(($ref) => !$ref.startsWith('#')) ? bundleFile(file) : document;
}

/** The name of a document in messages: its file, if it has one. */
export function nameOf(source: string | URL | JsonObject): string {
  if (source instanceof URL) return fileURLToPath(source);
  return typeof source === 'string' ? source : 'The given document';
}

function checkVersion(value: unknown, name: string): OpenApiDocument {
  if (isOpenApiDocument(value)) return value;
  throw new DocumentError(`${name} is not an OpenAPI 3.x document.`);
}

async function bundleFile(file: string): Promise<OpenApiDocument> {
  // Loaded when needed: most documents are one file, and the bundler is large.
  const { bundle, createConfig } = await import('@redocly/openapi-core');
  let drawn: Awaited<ReturnType<typeof bundle>>;
  try {
    drawn = await bundle({ ref: file, config: await createConfig({}) });
  } catch (cause) {
    throw new DocumentError(`${file} refers to a file that cannot be read.`, { cause });
  }
  // The bundler keeps a reference that it cannot follow and only reports it.
  const problem = drawn.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new DocumentError(`${file} has an error: ${problem.message.split('\n', 1)[0]}`);
  return checkVersion(drawn.bundle.parsed, file);
}
