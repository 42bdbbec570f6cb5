import { BaseResolver, bundleFromString, createConfig, lintFromString, Source } from '@redocly/openapi-core';
import { stringify } from 'yaml';
import plugin from './plugin.ts';

/** Files of a small OpenAPI document, by path below its root. */
export type Files = Record<string, unknown>;

const headers = {
  'x-trace-id': { description: 'Trace.', schema: { type: 'string' } },
  'X-External-Correlation-Id': { description: 'Correlation.', schema: { type: 'string' } },
};

/** Returns a response with the common headers and the given ones. */
export function response(more: Record<string, unknown> = {}, content?: unknown): Record<string, unknown> {
  const object = { description: 'A response.', headers: { ...headers, ...more } };
  return content === undefined ? object : { ...object, content: { 'application/json': content } };
}

/** A header for `response`. */
export const header: Record<string, unknown> = { description: 'A header.', schema: { type: 'string' } };

/** Returns an operation that passes all rules, with changes. */
export function operation(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    operationId: 'getThing',
    summary: 'Get a thing',
    description: 'Returns the only thing of the fixture.',
    tags: ['Things'],
    security: [],
    parameters: [parameter('header', 'X-External-Correlation-Id')],
    responses: {
      '200': response(),
      '400': response(),
      '406': response(),
      '429': response({ 'Retry-After': header, 'X-Rate-Limited-By': header }),
      '500': response(),
      '503': response(),
    },
    ...changes,
  };
}

/** Returns a parameter, required if it is in the path. */
export function parameter(where: string, name: string): Record<string, unknown> {
  return { in: where, name, required: where === 'path', description: 'A parameter.', schema: { type: 'string' } };
}

/** Returns the responses of `operation`, with some replaced or added. */
export function responses(changes: Record<string, unknown>): Record<string, unknown> {
  return { ...(operation().responses as object), ...changes };
}

/** Returns the files of a document with one operation, by default `GET /thing`. */
export function files(one: unknown = operation(), path = '/thing', method = 'get'): Files {
  const file = `paths/${path.slice(1).replaceAll('/', '_')}.yaml`;
  return { 'openapi.yaml': root({ [path]: { $ref: file } }), [file]: { [method]: one } };
}

function root(paths: unknown): unknown {
  return {
    openapi: '3.1.1',
    info: { title: 'Fixture', version: '1' },
    tags: [{ name: 'Things' }, { name: 'Sandbox' }],
    paths,
  };
}

class FilesInMemory extends BaseResolver {
  readonly #files: Files;

  constructor(all: Files) {
    super();
    this.#files = all;
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    return new Source(reference, stringify(this.#files[reference.replace('/fixture/', '')] ?? {}));
  }
}

/** Lints a document with one rule and returns the messages. */
export async function lint(rule: string, all: Files, options: Record<string, unknown> = {}): Promise<string[]> {
  const config = await createConfig({
    plugins: [plugin()],
    rules: { [`sca/${rule}`]: { severity: 'error', ...options } },
  });
  const problems = await lintFromString({
    source: stringify(all['openapi.yaml']),
    absoluteRef: '/fixture/openapi.yaml',
    config,
    externalRefResolver: new FilesInMemory(all),
  });
  return problems.map((problem) => problem.message);
}

/** Bundles a document with a decorator. */
export async function bundleWith(decorator: string, all: Files): Promise<unknown> {
  const config = await createConfig({ plugins: [plugin()], decorators: { [`sca/${decorator}`]: 'on' } });
  const { bundle } = await bundleFromString({
    source: stringify(all['openapi.yaml']),
    absoluteRef: '/fixture/openapi.yaml',
    config,
    externalRefResolver: new FilesInMemory(all),
  });
  return bundle.parsed;
}
