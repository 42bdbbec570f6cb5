import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningProcess, startNode } from './support/process.ts';

/** The part of an OpenAPI document that is read here. */
interface Node {
  readonly [name: string]: Node | undefined;
}
interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
}

const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli'));
const bundle = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
const root = JSON.parse(readFileSync(bundle, 'utf8')) as Node;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(root as object, 'bundle');

const entries = (node: Node | undefined): [string, Node][] => Object.entries(node ?? {}) as [string, Node][];

function follow(node: Node | undefined): Node {
  const reference = node?.$ref as unknown;
  if (typeof reference !== 'string') return node ?? {};
  const steps = reference.slice(2).split('/');
  return follow(steps.reduce<Node | undefined>((at, step) => at?.[step.replaceAll('~1', '/')], root));
}

const operations: readonly Operation[] = entries(root.paths).flatMap(([path, item]) =>
  entries(item)
    .filter(([, node]) => node.operationId !== undefined)
    .map(([method, node]) => ({ id: String(node.operationId), method: method.toUpperCase(), path, node })),
);

/** Returns the first documented success: its status, and its media type, plain JSON before JOSE. */
function successOf({ node }: Operation): { status: number; type: string | undefined; media: Node | undefined } {
  const [status = '', response] = entries(node.responses).find(([code]) => code.startsWith('2')) ?? [];
  const content = entries(follow(response).content);
  const [type, media] = content.find(([name]) => name === 'application/json') ?? content[0] ?? [];
  return { status: Number(status), type, media };
}

const exampleOf = (media: Node | undefined): unknown => follow(entries(media?.examples)[0]?.[1]).value;

/** Builds a request from the examples in the document. */
function requestFor(operation: Operation, type: string | undefined): { target: string; init: RequestInit } {
  const headers = new Headers({ Accept: type ?? 'application/json', ...credentialsFor(operation.node) });
  const query = new URLSearchParams();
  let { path } = operation;
  for (const [, parameter] of entries(operation.node.parameters)) {
    const { name, in: place, required, schema } = follow(parameter) as Record<string, unknown> & Node;
    const { examples, enum: values } = follow(schema) as { examples?: unknown[]; enum?: unknown[] };
    const value = String(examples?.[0] ?? values?.[0]);
    if (String(place) === 'path') path = path.replace(`{${String(name)}}`, encodeURIComponent(value));
    else if (required === undefined || !required) continue;
    else if (String(place) === 'query') query.set(String(name), value);
    else headers.set(String(name), value);
  }
  const contents = entries(follow(operation.node.requestBody).content);
  const [bodyType, media] = contents.find(([name]) => name === 'application/json') ?? contents[0] ?? [];
  const target = query.size > 0 ? `${path}?${query}` : path;
  if (bodyType === undefined) return { target, init: { method: operation.method, headers } };
  headers.set('Content-Type', bodyType);
  const value = exampleOf(media);
  const form = bodyType === 'application/x-www-form-urlencoded';
  const body = form ? new URLSearchParams(value as Record<string, string>).toString() : JSON.stringify(value);
  return { target, init: { method: operation.method, headers, body } };
}

/** Returns well-formed credentials; a mock does not verify them. */
function credentialsFor(node: Node): Record<string, string> {
  const [wanted] = Object.values(node.security ?? {});
  return Object.fromEntries(
    entries(wanted).map(([name]) => {
      const scheme = follow(root.components?.securitySchemes?.[name]) as Readonly<Record<string, unknown>>;
      if (scheme.type !== 'http') return [String(scheme.name), 'an-api-key'];
      return ['Authorization', scheme.scheme === 'basic' ? 'Basic YTpi' : 'Bearer a-token'];
    }),
  );
}

function faultsOf(media: Node | undefined, value: unknown): readonly string[] {
  const schema = JSON.parse(JSON.stringify(media?.schema ?? {}).replaceAll('"$ref":"#/', '"$ref":"bundle#/')) as object;
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Returns the violations that stock Prism found in its own response. */
function violationsOf(response: Response): readonly unknown[] {
  const found = JSON.parse(response.headers.get('sl-violations') ?? '[]') as { readonly location: readonly string[] }[];
  // For a deprecated operation it sets `deprecation: true` of an old draft over the documented header, and complains.
  return found.filter(({ location }) => location.join('.') !== 'response.header.deprecation');
}

describe('stock prism mock on the bundle', () => {
  let mock: RunningProcess;
  beforeAll(async () => {
    const args = ['mock', bundle, '--port', '0', '--host', '127.0.0.1'];
    mock = await startNode(prism, args, { SCARF_ANALYTICS: 'false' }, /Prism is listening on http:\/\/[\w.]+:\d+/);
  });
  afterAll(() => mock.stop());

  test('the document has more than 70 operations', () => {
    expect(operations.length).toBeGreaterThan(70);
  });

  test.each(operations)('serves $id', async (operation) => {
    const { status, type, media } = successOf(operation);
    const { target, init } = requestFor(operation, type);
    const response = await fetch(mock.url + target, init);
    const text = await response.text();
    expect(violationsOf(response), text).toEqual([]);
    expect(response.status, text).toBe(status);
    if (type === undefined) {
      expect(text).toBe('');
      return;
    }
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
    // Stock Prism treats every type that ends in `json` as JSON, so it quotes an encrypted body.
    const value: unknown = type.endsWith('json') ? JSON.parse(text) : text;
    expect(faultsOf(media, value)).toEqual([]);
    // It must be the documented example, not a generated value.
    if (type === 'application/json') expect(value).toEqual(exampleOf(media));
  });

  test('rejects a request that violates the document', async () => {
    const operation = operations.find(({ id }) => id === 'verifyPin');
    if (!operation) throw new Error('verifyPin is gone');
    const { target, init } = requestFor(operation, 'application/json');
    const response = await fetch(mock.url + target, { ...init, body: JSON.stringify({ pin: 'four' }) });
    expect(response.status).toBe(400);
  });
});
