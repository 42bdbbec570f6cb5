import { BaseResolver, bundleFromString, createConfig, lintFromString, Source } from '@redocly/openapi-core';
import { stringify } from 'yaml';
import plugin from './plugin.ts';

/** Files of a small description, by path below its root. */
export type Files = Record<string, unknown>;

const headers = {
  'x-trace-id': { description: 'Trace.', schema: { type: 'string' } },
  'X-External-Correlation-Id': { description: 'Correlation.', schema: { type: 'string' } },
};

/** A response with the headers that all have, and more when given. */
export function answer(more: Record<string, unknown> = {}, content?: unknown): Record<string, unknown> {
  const response = { description: 'An answer.', headers: { ...headers, ...more } };
  return content === undefined ? response : { ...response, content: { 'application/json': content } };
}

/** A header, for `answer`. */
export const header: Record<string, unknown> = { description: 'A header.', schema: { type: 'string' } };

/** An operation without fault in the eyes of all rules, with changes on top. */
export function operation(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    operationId: 'getThing',
    summary: 'Get a thing',
    description: 'Gets the one thing that there is.',
    tags: ['Things'],
    security: [],
    parameters: [parameter('header', 'X-External-Correlation-Id')],
    responses: {
      '200': answer(),
      '400': answer(),
      '406': answer(),
      '429': answer({ 'Retry-After': header, 'X-Rate-Limited-By': header }),
      '500': answer(),
      '503': answer(),
    },
    ...changes,
  };
}

/** A parameter, required where it is in the path. */
export function parameter(where: string, name: string): Record<string, unknown> {
  return { in: where, name, required: where === 'path', description: 'A parameter.', schema: { type: 'string' } };
}

/** The responses of `operation`, with some replaced or added. */
export function responses(changes: Record<string, unknown>): Record<string, unknown> {
  return { ...(operation().responses as object), ...changes };
}

/** The files of a description with one operation, `GET /thing`. */
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

/** Lints a description with one rule and gives the messages. */
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

/** Bundles a description with one of our decorators. */
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
