import type { Schema } from '@sca-kit/openapi';
import type { IHttpOperation } from '@stoplight/types';
import type { ContractDocument } from '../document/contract-document.ts';
import { askPrism, prismCanDecide } from './prism-validators.ts';
import { schemaValidator } from './schema-validator.ts';
import type { Side } from './schema-views.ts';

/** A schema of a contract and the words for its place in a message. */
interface PlacedSchema {
  readonly place: string;
  readonly side: Side;
  readonly schema: Schema | undefined;
}

const known = new WeakMap<ContractDocument, readonly string[]>();

/**
 * Lists the bodies whose schema cannot be compiled, for example `getBox 200 application/json`. Every body is accepted there.
 *
 * @example
 * const [first] = uncompilableBodySchemas(await openContract('openapi.yaml'));
 * if (first !== undefined) throw new Error(`The schema of ${first} cannot be compiled.`);
 */
export function uncompilableBodySchemas(contract: ContractDocument): readonly string[] {
  // Compiling every schema takes a second; a contract does not change.
  const found = known.get(contract) ?? [
    ...new Set([...uncompilable(contract, bodySchemas(contract)), ...uncompilableByPrism(contract)]),
  ];
  known.set(contract, found);
  return found;
}

/** Lists the parameters and response headers whose schema cannot be compiled; every value of them is accepted. */
export const uncompilableParameterSchemas = (contract: ContractDocument): readonly string[] =>
  uncompilable(contract, parameterSchemas(contract));

function bodySchemas({ operations }: ContractDocument): PlacedSchema[] {
  return operations.flatMap(({ id, body, responses }) => {
    const bodies = responses.map(({ status, contents }) => [status, 'response', contents] as const);
    return [['request', 'request', body?.contents ?? []] as const, ...bodies].flatMap(([where, side, contents]) =>
      contents.flatMap(({ name, schema, jose }) =>
        [schema, jose?.payload].map((each) => ({ place: `${id} ${where} ${name}`, side, schema: each })),
      ),
    );
  });
}

function parameterSchemas({ operations }: ContractDocument): PlacedSchema[] {
  return operations.flatMap(({ id, parameters, responses }) => [
    ...parameters.map(({ in: where, name, schema }) => ({
      place: `${id} ${where} ${name}`,
      side: 'request' as const,
      schema,
    })),
    ...responses.flatMap(({ status, headers }) =>
      headers.map(({ name, schema }) => ({
        place: `${id} ${status} header ${name}`,
        side: 'response' as const,
        schema,
      })),
    ),
  ]);
}

function uncompilable({ document }: ContractDocument, schemas: readonly PlacedSchema[]): string[] {
  const validator = schemaValidator(document);
  const found = schemas.flatMap(({ place, side, schema }) =>
    schema === undefined || validator.compiles(side, schema) ? [] : [place],
  );
  return [...new Set(found)];
}

/** The bodies that Prism is asked about and cannot compile. */
function uncompilableByPrism(contract: ContractDocument): string[] {
  const compiled = new Set<string>();
  return [...contract.prism, ...contract.plaintext.values()].flatMap((operation) => {
    const described = contract.byId.get(contract.idOf(operation));
    const bodies = operation.responses.map(({ code, contents = [] }) => ['response', code, contents] as const);
    const all = [['request', 'request', operation.request?.body?.contents ?? []] as const, ...bodies];
    return all.flatMap(([side, where, contents]) =>
      contents.flatMap(({ mediaType, schema }) => {
        const own = (
          where === 'request' ? described?.body : described?.responses.find(({ status }) => status === where)
        )?.contents.find(({ name }) => name === mediaType)?.schema;
        if (!schema || own === undefined || !prismCanDecide(contract.document, side, own)) return [];
        // Prism copies a schema for each place that refers to it, each copy with an id of its own.
        const key = JSON.stringify(schema, (name, value: unknown) => (name === 'x-stoplight' ? undefined : value));
        if (compiled.has(key)) return [];
        compiled.add(key);
        return acceptsEverything(side, operation, schema) ? [`${contract.idOf(operation)} ${where} ${mediaType}`] : [];
      }),
    );
  });
}

/** Combines the schema with `not: {}`: when it compiles, no value is valid. */
const acceptsEverything = (side: Side, operation: IHttpOperation, schema: object): boolean =>
  askPrism(side, operation, { ...schema, not: {} }, {}).length === 0;
