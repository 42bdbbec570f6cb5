import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OperationDescriptor, operationIds, operationOf } from '@sca-kit/api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Documented {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

const path = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
const document = JSON.parse(readFileSync(path, 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { double: true, int64: true, int32: true } });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: 'api' });

/** The operation behind a method and a path, if there is one. */
export function operationAt(method: string, pathname: string): OperationDescriptor | undefined {
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase();
  return operationIds
    .map(operationOf)
    .find(
      (operation) =>
        operation.method === asked &&
        new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
}

/** What an answer does that the description does not say: nothing, when it conforms. */
export function deviations(
  { path: template, method }: OperationDescriptor,
  answer: { readonly status: number; readonly headers: Headers; readonly text: string },
): readonly string[] {
  const documented = at(['paths', template, method, 'responses', String(answer.status)]);
  if (!documented) return [`status ${answer.status} is not documented`];
  const found = [...headerDeviations(documented.node.headers ?? {}, answer.headers)];
  const types = Object.keys(documented.node.content ?? {});
  const type = answer.headers.get('content-type');
  if (types.length === 0) return answer.text === '' ? found : [...found, 'a body that is not documented'];
  if (type === null || !types.includes(type)) return [...found, `content type ${type} is not documented`];
  const value: unknown = type === 'application/json' ? JSON.parse(answer.text) : answer.text;
  return [...found, ...mismatches(`${documented.pointer}/content/${escaped(type)}/schema`, value)];
}

function* headerDeviations(documented: Readonly<Record<string, unknown>>, headers: Headers): Iterable<string> {
  for (const [name, header] of Object.entries(documented)) {
    const { pointer, node } = follow(header);
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

function at(steps: readonly string[]): { readonly pointer: string; readonly node: Node } | undefined {
  const pointer = steps.map((step) => `/${escaped(step)}`).join('');
  const node = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], document);
  return node === undefined ? undefined : follow(node, pointer);
}

function follow(node: unknown, pointer = ''): { readonly pointer: string; readonly node: Node } {
  const reference = (node as { readonly $ref?: string }).$ref;
  if (reference === undefined) return { pointer, node: node as Node };
  const steps = reference.slice(2).split('/');
  const found = at(steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')));
  if (!found) throw new Error(`${reference} leads nowhere`);
  return found;
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
