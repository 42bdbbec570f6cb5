import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { jsonParameterSchema } from './parameters.ts';

/** A schema of a contract and the words for its place in a message. */
interface PlacedSchema {
  readonly place: string;
  readonly operation: IHttpOperation;
  readonly schema: object | undefined;
}

const known = new WeakMap<ContractDocument, readonly string[]>();

/**
 * Lists the bodies whose schema Prism cannot compile, for example `getBox 200 application/json`. Prism accepts every body
 * there without a word.
 *
 * @example
 * const [first] = uncompilableBodySchemas(await openContract('openapi.yaml'));
 * if (first !== undefined) throw new Error(`The schema of ${first} cannot be compiled.`);
 */
export function uncompilableBodySchemas(contract: ContractDocument): readonly string[] {
  // Compiling every schema takes a second; a contract does not change.
  const found = known.get(contract) ?? uncompilable(bodySchemas(contract));
  known.set(contract, found);
  return found;
}

/** Lists the parameters and response headers whose schema Prism cannot compile; it accepts every value of them. */
export const uncompilableParameterSchemas = (contract: ContractDocument): readonly string[] =>
  uncompilable(parameterSchemas(contract));

function bodySchemas(contract: ContractDocument): PlacedSchema[] {
  return [...contract.prism, ...contract.plaintext.values()].flatMap((operation) => {
    const id = contract.idOf(operation);
    const bodies = operation.responses.map(({ code, contents = [] }) => [code, contents] as const);
    return [['request', operation.request?.body?.contents ?? []] as const, ...bodies].flatMap(([where, contents]) =>
      contents.map(({ mediaType, schema }) => ({ place: `${id} ${where} ${mediaType}`, operation, schema })),
    );
  });
}

function parameterSchemas(contract: ContractDocument): PlacedSchema[] {
  return contract.prism.flatMap((operation) => {
    const id = contract.idOf(operation);
    const { path = [], query = [], headers = [], cookie = [] } = operation.request ?? {};
    const responses = operation.responses.map(({ code, headers: list = [] }) => [`${code} header`, list] as const);
    return [...Object.entries({ path, query, header: headers, cookie }), ...responses].flatMap(([where, parameters]) =>
      parameters.map((parameter) => ({
        place: `${id} ${where} ${parameter.name}`,
        operation,
        schema: parameter.schema ?? jsonParameterSchema(parameter),
      })),
    );
  });
}

function uncompilable(schemas: readonly PlacedSchema[]): string[] {
  const compiled = new Set<string>();
  const found = new Set<string>();
  for (const { place, operation, schema } of schemas) {
    if (schema === undefined) continue;
    // Prism copies a schema for each place that refers to it, each copy with an id of its own.
    const key = JSON.stringify(schema, (name, value: unknown) => (name === 'x-stoplight' ? undefined : value));
    if (compiled.has(key)) continue;
    if (acceptsEverything(operation, schema)) found.add(place);
    else compiled.add(key);
  }
  return [...found];
}

/** Combines the schema with `not: {}`: when it compiles, no value is valid. */
function acceptsEverything(operation: IHttpOperation, tried: object): boolean {
  const schema = { ...tried, not: {} };
  const probe = { id: 'probe', mediaType: 'application/json', encodings: [], schema } as unknown as IMediaTypeContent;
  const resource = { ...operation, responses: [{ id: 'probe', code: '200', headers: [], contents: [probe] }] };
  const element = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: {} };
  return validateOutput({ resource, element })._tag === 'Right';
}
