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
import { objectsInForm } from './multipart.ts';
import { isSupportedScheme } from './security.ts';
import { uncompilableBodySchemas, uncompilableParameterSchemas } from './uncompilable-schemas.ts';
import { isValidated } from './validate-body.ts';

/**
 * Lists what the gateway cannot validate in a document, one sentence each.
 *
 * @example
 * for (const sentence of unsupportedFeatures(await openContract('openapi.yaml'))) console.warn(sentence);
 */
export function unsupportedFeatures(contract: ContractDocument): readonly string[] {
  const cannot = (where: string): string => `The schema of ${where} cannot be compiled`;
  return [
    ...uncompilableBodySchemas(contract).map((where) => `${cannot(where)}, so values are not validated by it.`),
    // Prism validates the parameters of one location by one schema.
    ...uncompilableParameterSchemas(contract).map(
      (where) => `${cannot(where)}, so the parameters of that location are not validated.`,
    ),
    ...unknownSchemes(contract).map(
      (name) => `The security scheme ${name} is not supported: every request is accepted as authenticated by it.`,
    ),
    ...unreadTypes(contract).map(
      (name) => `Bodies of ${name} are not parsed, so they are not validated by their schema.`,
    ),
    ...objectsInForms(contract).map(
      (where) =>
        `${where} is an object in another format than JSON, which is not parsed, so it is not validated by its schema.`,
    ),
    ...multipartResponses(contract).map(
      (name) => `Responses of ${name} are not parsed, so they are not validated by their schema.`,
    ),
  ];
}

function unknownSchemes(contract: ContractDocument): string[] {
  const schemes = contract.prism.flatMap(({ security = [] }) => security.flat());
  return [...new Set(schemes.filter((scheme) => !isSupportedScheme(scheme)).map(({ key }) => key))];
}

function unreadTypes(contract: ContractDocument): string[] {
  const bodies = contract.operations.flatMap(({ body, responses }) => [body, ...responses]);
  return typesWithSchema(
    bodies,
    (essence, schema) =>
      !isJson(essence) && !isForm(essence) && !isRange(essence) && !isValidated(contract, essence, schema),
  );
}

function objectsInForms({ operations, document }: ContractDocument): string[] {
  return operations.flatMap(({ id, body }) =>
    (body?.contents ?? [])
      .filter(({ name }) => isMultipartForm(parseContentType(name)?.essence ?? ''))
      .flatMap((content) => objectsInForm(document, content))
      .map((name) => `The member ${name} of the form of ${id}`),
  );
}

function multipartResponses(contract: ContractDocument): string[] {
  const responses = contract.operations.flatMap(({ responses }) => responses);
  return typesWithSchema(responses, isMultipartForm);
}

type Body = Operation['body'] | Operation['responses'][number];

function typesWithSchema(bodies: readonly Body[], has: (essence: string, schema: Schema) => boolean): string[] {
  const found = bodies
    .flatMap((body) => body?.contents ?? [])
    .filter(({ name, schema }) => schema !== undefined && has(parseContentType(name)?.essence ?? '', schema));
  return [...new Set(found.map(({ name }) => name))];
}
