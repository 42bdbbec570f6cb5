import {
  isForm,
  isJson,
  isMultipartForm,
  isRange,
  type Operation,
  parseContentType,
  type Schema,
} from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { sampleValue } from '../sample/sample-value.ts';
import { objectsInForm } from './multipart.ts';
import { uncompilableSchemas } from './uncompilable-schemas.ts';
import { isValidated } from './validate-body.ts';

/**
 * Lists what the gateway cannot validate in a document, one sentence each.
 *
 * @param operations default: all operations
 * @example
 * for (const sentence of unsupportedFeatures(await openContract('openapi.yaml'))) console.warn(sentence);
 */
export function unsupportedFeatures(
  contract: ContractDocument,
  operations: readonly Operation[] = contract.operations,
): readonly string[] {
  return [
    ...uncompilableSchemas(contract, operations).map(
      (where) => `The schema of ${where} cannot be compiled, so values are not validated by it.`,
    ),
    ...unknownSchemes(operations).map(
      (name) => `The security scheme ${name} is not supported: every request is accepted as authenticated by it.`,
    ),
    ...unreadTypes(contract, operations).map(
      (name) => `Bodies of ${name} are not parsed, so they are not validated by their schema.`,
    ),
    ...objectsInForms(contract, operations).map(
      (where) =>
        `${where} is an object in another format than JSON, which is not parsed, so it is not validated by its schema.`,
    ),
    ...multipartResponses(operations).map(
      (name) => `Responses of ${name} are not parsed, so they are not validated by their schema.`,
    ),
  ];
}

/**
 * Lists the successful responses that have no example and for which the mock cannot make a valid body, one sentence each.
 * The mock returns the closest body it finds.
 *
 * @param operations default: all operations
 * @example
 * for (const sentence of unmockableResponses(await openContract('openapi.yaml'))) console.warn(sentence);
 */
export function unmockableResponses(
  { document, operations: all }: ContractDocument,
  operations: readonly Operation[] = all,
): readonly string[] {
  return operations.flatMap(({ id, responses }) =>
    responses
      .filter(({ status }) => /^2|^default$/i.test(status))
      .flatMap(({ status, contents }) =>
        contents.flatMap(({ name, examples, schema }) => {
          if (examples.length > 0 || schema === undefined || sampleValue(document, 'response', schema).isValid)
            return [];
          return [`The mock cannot make a valid body for ${id} ${status} ${name}. Add an example to the document.`];
        }),
      ),
  );
}

function unknownSchemes(operations: readonly Operation[]): string[] {
  const schemes = operations.flatMap(({ security }) => security.flat());
  return [...new Set(schemes.filter(({ kind }) => kind === 'other').map(({ name }) => name))];
}

function unreadTypes(contract: ContractDocument, operations: readonly Operation[]): string[] {
  const bodies = operations.flatMap(({ body, responses }) => [body, ...responses]);
  return typesWithSchema(
    bodies,
    (essence, schema) =>
      !isJson(essence) && !isForm(essence) && !isRange(essence) && !isValidated(contract, essence, schema),
  );
}

function objectsInForms({ document }: ContractDocument, operations: readonly Operation[]): string[] {
  return operations.flatMap(({ id, body }) =>
    (body?.contents ?? [])
      .filter(({ name }) => isMultipartForm(parseContentType(name)?.essence ?? ''))
      .flatMap((content) => objectsInForm(document, content))
      .map((name) => `The member ${name} of the form of ${id}`),
  );
}

function multipartResponses(operations: readonly Operation[]): string[] {
  return typesWithSchema(
    operations.flatMap(({ responses }) => responses),
    isMultipartForm,
  );
}

type Body = Operation['body'] | Operation['responses'][number];

function typesWithSchema(bodies: readonly Body[], has: (essence: string, schema: Schema) => boolean): string[] {
  const found = bodies
    .flatMap((body) => body?.contents ?? [])
    .filter(({ name, schema }) => schema !== undefined && has(parseContentType(name)?.essence ?? '', schema));
  return [...new Set(found.map(({ name }) => name))];
}
