import { isMultipartForm, type Operation, parseContentType } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { isUnparsed } from './media-type.ts';
import { objectsInForm } from './multipart.ts';
import { isSupportedScheme } from './security.ts';
import { uncompilableBodySchemas, uncompilableParameterSchemas } from './uncompilable-schemas.ts';

/**
 * Says, in a sentence each, what in a document the gateway cannot validate. A gateway that kept it to itself would
 * promise more than it does.
 * @example
 * for (const sentence of unsupportedFeatures(contract)) console.error(sentence);
 */
export function unsupportedFeatures(contract: ContractDocument): readonly string[] {
  const cannot = (where: string): string => `The schema of ${where} cannot be compiled`;
  return [
    ...uncompilableBodySchemas(contract).map((where) => `${cannot(where)}: nothing is validated by it.`),
    // Prism lays those of one place together.
    ...uncompilableParameterSchemas(contract).map(
      (where) => `${cannot(where)}: neither it nor those beside it are validated.`,
    ),
    ...unknownSchemes(contract).map((name) => `The security scheme ${name} cannot be validated: it is taken as met.`),
    ...unreadTypes(contract).map((name) => `Bodies of ${name} are not read: no schema is put to them.`),
    ...objectsInForms(contract).map((where) => `${where} is an object, which is not read: no schema is put to it.`),
    ...multipartResponses(contract).map((name) => `Responses of ${name} are not read: no schema is put to them.`),
  ];
}

function unknownSchemes(contract: ContractDocument): string[] {
  const schemes = contract.prism.flatMap(({ security = [] }) => security.flat());
  return [...new Set(schemes.filter((scheme) => !isSupportedScheme(scheme)).map(({ key }) => key))];
}

function unreadTypes(contract: ContractDocument): string[] {
  const bodies = contract.operations.flatMap(({ body, responses }) => [body, ...responses]);
  return typesWithSchema(bodies, isUnparsed);
}

function objectsInForms({ operations, document }: ContractDocument): string[] {
  return operations.flatMap(({ id, body }) =>
    (body?.contents ?? [])
      .filter(({ name }) => isMultipartForm(parseContentType(name)?.essence ?? ''))
      .flatMap(({ schema }) => objectsInForm(document, schema))
      .map((name) => `The member ${name} of the form of ${id}`),
  );
}

function multipartResponses(contract: ContractDocument): string[] {
  const responses = contract.operations.flatMap(({ responses }) => responses);
  return typesWithSchema(responses, isMultipartForm);
}

type Body = Operation['body'] | Operation['responses'][number];

function typesWithSchema(bodies: readonly Body[], has: (essence: string) => boolean): string[] {
  const contents = bodies.flatMap((body) => body?.contents ?? []).filter(({ schema }) => schema !== undefined);
  return [...new Set(contents.map(({ name }) => name))].filter((name) => has(parseContentType(name)?.essence ?? ''));
}
