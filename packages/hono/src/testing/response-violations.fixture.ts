import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { asObject, createRouteMatcher, formatPointer, locate, type OpenApiDocument, valueAt } from '@sca-kit/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Documented {
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

/** What an answer does that the description does not say: nothing, when it conforms. */
export function deviations(
  { path: template, method }: OperationDescriptor,
  answer: { readonly status: number; readonly headers: Headers; readonly text: string },
): readonly string[] {
  const start = formatPointer(['paths', template, method, 'responses', String(answer.status)]);
  const response = valueAt(document, start);
  if (response === undefined) return [`status ${answer.status} is not documented`];
  const documented = documentedAt(response, start);
  const found = [...headerDeviations(documented.node.headers ?? {}, answer.headers)];
  const types = Object.keys(documented.node.content ?? {});
  const type = answer.headers.get('content-type');
  if (types.length === 0) return answer.text === '' ? found : [...found, 'a body that is not documented'];
  if (type === null || !types.includes(type)) return [...found, `content type ${type} is not documented`];
  const value: unknown = type === 'application/json' ? JSON.parse(answer.text) : answer.text;
  return [...found, ...mismatches(`${documented.pointer}${formatPointer(['content', type, 'schema'])}`, value)];
}

function* headerDeviations(documented: Readonly<Record<string, unknown>>, headers: Headers): Iterable<string> {
  for (const [name, header] of Object.entries(documented)) {
    const { pointer, node } = documentedAt(header);
    const value = headers.get(name);
    if (value === null && node.required === true) yield `the header ${name} is missing`;
    if (value !== null) yield* mismatches(`${pointer}/schema`, value).map((fault) => `header ${name} ${fault}`);
  }
}

/** Header schemas may be of numbers; what arrives is text. */
function mismatches(pointer: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`api#${pointer}`);
  if (!validate) throw new Error(`The description has no schema at ${pointer}`);
  if (validate(value)) return [];
  if (typeof value === 'string' && /^\d+$/.test(value) && validate(Number(value))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

type Node = Documented & { readonly required?: boolean };

/** What a reference refers to, and the JSON Pointer to it. */
function documentedAt(value: unknown, start = ''): { readonly pointer: string; readonly node: Node } {
  const { value: node, pointer = start } = locate(document, value);
  return { pointer, node: asObject(node) };
}
