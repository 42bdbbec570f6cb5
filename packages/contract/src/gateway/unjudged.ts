import type { ContractDocument } from '../document/contract-document.ts';
import type { Operation } from '../document/types.ts';
import { isMultipartForm, isUnread, parseContentType } from './media-type.ts';
import { objectsInForm } from './multipart.ts';
import { isJudgeable } from './security.ts';
import { uncheckableBodies, uncheckableParameters } from './uncheckable.ts';

/**
 * Says, in a sentence each, what in a description the gateway cannot judge. A gateway that kept it to itself would
 * promise more than it does.
 */
export function unjudged(contract: ContractDocument): readonly string[] {
  const cannot = (where: string): string => `The schema of ${where} cannot be compiled`;
  return [
    ...uncheckableBodies(contract).map((where) => `${cannot(where)}: nothing is judged by it.`),
    // Prism lays those of one place together.
    ...uncheckableParameters(contract).map((where) => `${cannot(where)}: neither it nor those beside it are judged.`),
    ...unknownSchemes(contract).map((name) => `The security scheme ${name} cannot be judged: it is taken as met.`),
    ...unreadTypes(contract).map((name) => `Bodies of ${name} are not read: no schema is put to them.`),
    ...objectsInForms(contract).map((where) => `${where} is an object, which is not read: no schema is put to it.`),
    ...answersInParts(contract).map((name) => `Answers of ${name} are not read: no schema is put to them.`),
  ];
}

function unknownSchemes(contract: ContractDocument): string[] {
  const schemes = contract.prism.flatMap(({ security = [] }) => security.flat());
  return [...new Set(schemes.filter((scheme) => !isJudgeable(scheme)).map(({ key }) => key))];
}

function unreadTypes(contract: ContractDocument): string[] {
  const bodies = contract.operations.flatMap(({ body, responses }) => [body, ...responses]);
  return typesWithSchema(bodies, isUnread);
}

function objectsInForms({ operations, root }: ContractDocument): string[] {
  return operations.flatMap(({ id, body }) =>
    (body?.contents ?? [])
      .filter(({ name }) => isMultipartForm(parseContentType(name)?.essence ?? ''))
      .flatMap(({ schema }) => objectsInForm(root, schema))
      .map((name) => `The member ${name} of the form of ${id}`),
  );
}

function answersInParts(contract: ContractDocument): string[] {
  const answers = contract.operations.flatMap(({ responses }) => responses);
  return typesWithSchema(answers, isMultipartForm);
}

type Body = Operation['body'] | Operation['responses'][number];

function typesWithSchema(bodies: readonly Body[], has: (essence: string) => boolean): string[] {
  const contents = bodies.flatMap((body) => body?.contents ?? []).filter(({ schema }) => schema !== undefined);
  return [...new Set(contents.map(({ name }) => name))].filter((name) => has(parseContentType(name)?.essence ?? ''));
}
