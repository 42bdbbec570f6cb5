import type { Operation, Schema } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { schemaValidator } from './schema-validator.ts';
import type { Side } from './schema-views.ts';

/** A schema of an operation and the words for its place in a message. */
interface PlacedSchema {
  readonly place: string;
  readonly side: Side;
  readonly schema: Schema | undefined;
}

/**
 * Lists the bodies, parameters and headers whose schema cannot be compiled, for example `getBox 200 application/json`. Values
 * are not validated by that part of the schema.
 *
 * @example
 * const [first] = uncompilableSchemas(contract, contract.operations);
 * if (first !== undefined) throw new Error(`The schema of ${first} cannot be compiled.`);
 */
export function uncompilableSchemas(
  { document }: ContractDocument,
  operations: readonly Operation[],
): readonly string[] {
  const validator = schemaValidator(document);
  const found = operations
    .flatMap(placedSchemas)
    .flatMap(({ place, side, schema }) => (schema === undefined || validator.compiles(side, schema) ? [] : [place]));
  return [...new Set(found)];
}

function placedSchemas({ id, parameters, body, responses }: Operation): PlacedSchema[] {
  const messages = [
    { name: 'request', side: 'request' as const, contents: body?.contents ?? [], headers: [] },
    ...responses.map(({ status, ...rest }) => ({ name: status, side: 'response' as const, ...rest })),
  ];
  return [
    ...messages.flatMap(({ name: message, side, contents }) =>
      contents.flatMap(({ name, schema, jose }) =>
        [schema, jose?.payload].map((each) => ({ place: `${id} ${message} ${name}`, side, schema: each })),
      ),
    ),
    ...parameters.map(({ in: where, name, schema }) => ({
      place: `${id} ${where} ${name}`,
      side: 'request' as const,
      schema,
    })),
    ...messages.flatMap(({ name: message, side, headers }) =>
      headers.map(({ name, schema }) => ({ place: `${id} ${message} header ${name}`, side, schema })),
    ),
  ];
}
