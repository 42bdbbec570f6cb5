import type { ReceivedResponse } from '../client/caller.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { methodsAt } from '../negative/routing-cases.ts';

/** May stand in `Allow` without being described: they follow from GET, or from HTTP itself. */
const IMPLIED = new Set(['HEAD', 'OPTIONS']);

/**
 * What is wrong with the response to a path or method that the document does not have. No operation describes it, so it
 * is held to what HTTP says of 405 (RFC 9110 §15.5.6) and to the headers that all described responses have.
 */
export function validateRoutingResponse(
  contract: ContractDocument,
  path: string,
  response: ReceivedResponse,
): string | undefined {
  const { status } = response;
  const missing = commonHeaders(contract).find((name) => response.header(name) === undefined);
  if (missing) return `Responded ${status} without ${missing}, which every response has.`;
  if (onlyJson(contract) && !/^application\/([\w.-]+\+)?json\b/.test(response.header('content-type') ?? '')) {
    return `Responded ${status} with a body that is not JSON.`;
  }
  if (status !== 405) return undefined;
  const own = contract.operations.filter((operation) => operation.path === path).map(({ method }) => method);
  return validateAllow(own, methodsAt(contract, path), response.header('allow'));
}

/** @param possible the methods of every path of the document that the request could have meant */
function validateAllow(
  own: readonly string[],
  possible: ReadonlySet<string>,
  allow: string | undefined,
): string | undefined {
  if (allow === undefined) return 'Responded 405 without Allow.';
  const told = allow.split(',').map((method) => method.trim().toUpperCase());
  const right =
    own.every((method) => told.includes(method)) && told.every((method) => possible.has(method) || IMPLIED.has(method));
  return right ? undefined : `Responded 405 with Allow: ${allow}; the document has ${own.toSorted().join(', ')}.`;
}

/** The headers that every described response is required to have. */
function commonHeaders(contract: ContractDocument): string[] {
  const responses = contract.operations.flatMap(({ responses }) => responses);
  const names = (responses[0]?.headers ?? []).filter(({ required }) => required).map(({ name }) => name.toLowerCase());
  return names.filter((name) =>
    responses.every(({ headers }) => headers.some((each) => each.required && each.name.toLowerCase() === name)),
  );
}

/** Whether every described failure is JSON. */
function onlyJson(contract: ContractDocument): boolean {
  const failures = contract.operations.flatMap(({ responses }) =>
    responses.filter(({ status }) => /^[45]/.test(status)),
  );
  const types = failures.flatMap(({ contents }) => contents.map(({ name }) => name));
  return types.length > 0 && types.every((name) => /^application\/([\w.-]+\+)?json\b/.test(name));
}
