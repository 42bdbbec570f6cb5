import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { schemaInside } from './parameters.ts';

const known = new WeakMap<ContractDocument, readonly string[]>();

/**
 * Names the bodies whose schema Prism cannot compile. It takes every body for valid there without a word, so that a
 * check that ignored them would promise more than it does.
 */
export function uncompilableBodySchemas(contract: ContractDocument): readonly string[] {
  // Compiling every schema takes a second or two; a document that is checked against twice stays the same.
  const found = known.get(contract) ?? findUncompilable(contract);
  known.set(contract, found);
  return found;
}

function findUncompilable(contract: ContractDocument): string[] {
  const bad = new Set<string>();
  const tried = new Set<unknown>();
  for (const operation of [...contract.prism, ...contract.plaintext.values()]) {
    const id = contract.idOf(operation);
    const bodies = operation.responses.map((response) => [response.code, response.contents ?? []] as const);
    for (const [where, contents] of [['request', operation.request?.body?.contents ?? []] as const, ...bodies]) {
      for (const content of contents) {
        if (content.schema === undefined || tried.has(content.schema)) continue;
        tried.add(content.schema);
        if (passesEverything(operation, content.schema)) bad.add(`${id} ${where} ${content.mediaType}`);
      }
    }
  }
  return [...bad];
}

/** Names the parameters and response headers whose schema Prism cannot compile; it takes every value of them for valid. */
export function uncompilableParameterSchemas(contract: ContractDocument): readonly string[] {
  const bad = new Set<string>();
  const fine = new Set<string>();
  for (const operation of contract.prism) {
    const { path = [], query = [], headers = [], cookie = [] } = operation.request ?? {};
    const ofRequest = { path, query, header: headers, cookie };
    const responses = operation.responses.map(({ code, headers: list = [] }) => [`${code} header`, list] as const);
    for (const [where, parameters] of [...Object.entries(ofRequest), ...responses]) {
      for (const parameter of parameters) {
        const schema = parameter.schema ?? schemaInside(parameter);
        // Most operations share theirs, which Prism copies, each with an id of its own.
        const key = JSON.stringify(schema, (name, value: unknown) => (name === 'x-stoplight' ? undefined : value));
        if (schema === undefined || fine.has(key)) continue;
        if (passesEverything(operation, schema)) bad.add(`${contract.idOf(operation)} ${where} ${parameter.name}`);
        else fine.add(key);
      }
    }
  }
  return [...bad];
}

/** Asks for the schema and its opposite at once: a schema that compiles rejects whatever is put to it. */
function passesEverything(operation: IHttpOperation, tried: object): boolean {
  const schema = { ...tried, not: {} };
  const probe = { id: 'probe', mediaType: 'application/json', encodings: [], schema } as unknown as IMediaTypeContent;
  const resource = { ...operation, responses: [{ id: 'probe', code: '200', headers: [], contents: [probe] }] };
  const element = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: {} };
  return validateOutput({ resource, element })._tag === 'Right';
}
