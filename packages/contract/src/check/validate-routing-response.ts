import type { ReceivedResponse } from '../client/caller.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { methodsAt } from '../negative/routing-cases.ts';

/** Methods that `Allow` may list although the document does not define them. */
const IMPLIED = new Set(['HEAD', 'OPTIONS']);

/**
 * Validates the response to an unknown path or method. No operation defines it, so the rules are those of HTTP for 405
 * (RFC 9110, section 15.5.6) and the headers that all documented responses have in common.
 *
 * @returns what is wrong, or undefined
 */
export function validateRoutingResponse(
  contract: ContractDocument,
  path: string,
  response: ReceivedResponse,
): string | undefined {
  const { status } = response;
  const missing = commonHeaders(contract).find((name) => response.header(name) === undefined);
  if (missing) return `Responded ${status} without ${missing}, which every documented response has.`;
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
  const listed = allow.split(',').map((method) => method.trim().toUpperCase());
  const right =
    own.every((method) => listed.includes(method)) &&
    listed.every((method) => possible.has(method) || IMPLIED.has(method));
  return right ? undefined : `Responded 405 with Allow: ${allow}; the document has ${own.toSorted().join(', ')}.`;
}

/** The headers that every documented response requires. */
function commonHeaders(contract: ContractDocument): string[] {
  const responses = contract.operations.flatMap(({ responses }) => responses);
  const names = (responses[0]?.headers ?? []).filter(({ required }) => required).map(({ name }) => name.toLowerCase());
  return names.filter((name) =>
    responses.every(({ headers }) => headers.some((each) => each.required && each.name.toLowerCase() === name)),
  );
}

/** Whether every documented error response is JSON. */
function onlyJson(contract: ContractDocument): boolean {
  const failures = contract.operations.flatMap(({ responses }) =>
    responses.filter(({ status }) => /^[45]/.test(status)),
  );
  const types = failures.flatMap(({ contents }) => contents.map(({ name }) => name));
  return types.length > 0 && types.every((name) => /^application\/([\w.-]+\+)?json\b/.test(name));
}
