import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { asObject, createRouteMatcher, formatPointer, locate, type OpenApiDocument, valueAt } from '@sca-kit/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface ResponseObject {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

const path = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
const document = JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument;
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { double: true, int64: true, int32: true } });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: 'api' });

const findOperation = createRouteMatcher(operationIds.map(operationOf));

/** The operation of a request, if there is one. HEAD is served as GET. */
export const operationAt = (method: string, pathname: string): OperationDescriptor | undefined =>
  findOperation(method === 'HEAD' ? 'GET' : method, pathname)?.operation;

/** The violations of the OpenAPI document in a response; empty for a valid response. */
export function findViolations(
  { path: template, method }: OperationDescriptor,
  response: { readonly status: number; readonly headers: Headers; readonly text: string },
): readonly string[] {
  const start = formatPointer(['paths', template, method, 'responses', String(response.status)]);
  const value = valueAt(document, start);
  if (value === undefined) return [`status ${response.status} is not documented`];
  const documented = resolveReference(value, start);
  const violations = [...headerViolations(documented.node.headers ?? {}, response.headers)];
  const types = Object.keys(documented.node.content ?? {});
  const type = response.headers.get('content-type');
  if (types.length === 0) return response.text === '' ? violations : [...violations, 'the body is not documented'];
  if (type === null || !types.includes(type)) return [...violations, `content type ${type} is not documented`];
  const body: unknown = type === 'application/json' ? JSON.parse(response.text) : response.text;
  const schema = `${documented.pointer}${formatPointer(['content', type, 'schema'])}`;
  return [...violations, ...schemaErrors(schema, body)];
}

function* headerViolations(documented: Readonly<Record<string, unknown>>, headers: Headers): Iterable<string> {
  for (const [name, header] of Object.entries(documented)) {
    const { pointer, node } = resolveReference(header);
    const value = headers.get(name);
    if (value === null && node.required === true) yield `the header ${name} is missing`;
    if (value !== null) yield* schemaErrors(`${pointer}/schema`, value).map((error) => `header ${name} ${error}`);
  }
}

/** Validates a value. Headers are text, so text of digits may also match a number schema. */
function schemaErrors(pointer: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`api#${pointer}`);
  if (!validate) throw new Error(`The OpenAPI document has no schema at ${pointer}`);
  if (validate(value)) return [];
  if (typeof value === 'string' && /^\d+$/.test(value) && validate(Number(value))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

type Node = ResponseObject & { readonly required?: boolean };

/** Resolves a reference to its target and the JSON Pointer of the target. */
function resolveReference(value: unknown, start = ''): { readonly pointer: string; readonly node: Node } {
  const { value: node, pointer = start } = locate(document, value);
  return { pointer, node: asObject(node) };
}
