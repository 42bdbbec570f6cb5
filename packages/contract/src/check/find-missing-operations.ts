import type { Operation } from '@sca-kit/openapi';
import type { Caller, ReceivedResponse } from '../client/caller.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { planValidRequest } from '../negative/plan.ts';

/** Statuses of a path or method that a server does not have. */
const NOT_THERE = new Set([404, 405, 501]);

/** The operations that the check itself calls. */
const HELPERS = ['createSandboxUser', 'getJosePublicKey', 'setOutcome', 'advanceClock'];

/**
 * Finds the operations that the target does not have: a request without credentials gets the response of an unknown path.
 * Those that the check itself calls are looked for as well. Finds none when the target responds to every operation like this, or to one not at all.
 *
 * @param caller its exchanges do not count for the report
 */
export async function findMissingOperations(
  { document, byId }: ContractDocument,
  caller: Caller,
  selected: readonly Operation[],
): Promise<readonly Operation[]> {
  const operations = new Set([...selected, ...HELPERS.flatMap((id) => byId.get(id) ?? [])]);
  const send = async (operation: Operation | undefined, path: string): Promise<ReceivedResponse> => {
    const plan = operation
      ? planValidRequest(document, operation)
      : { method: 'GET', path, pathParameters: {}, query: {}, headers: {} };
    const { body, ...rest } = plan;
    // What is encrypted cannot be checked here; a body that is missing gets another response than a path that is.
    const sent = body && !body.encrypt ? { ...rest, body } : rest;
    return caller.send(operation, sent, { credentials: {}, offContract: true });
  };
  const missing: Operation[] = [];
  const unknown = await send(undefined, `/${crypto.randomUUID()}`);
  for (const operation of operations) {
    const response = await send(operation, operation.path);
    if (response.exchange.failure) return [];
    // A resource that does not exist has a response of its own; a server without the path has the same for all.
    const isSame = textOf(response) === textOf(unknown) || !operation.path.includes('{');
    if (NOT_THERE.has(response.status) && isSame) missing.push(operation);
  }
  return missing.length === operations.size ? [] : missing;
}

/** The body without method, path and what differs from response to response: numbers, identifiers, times. */
function textOf({ body, exchange }: ReceivedResponse): string {
  const [path = ''] = exchange.request.target.split('?');
  return JSON.stringify(body ?? '')
    .replaceAll(path, '')
    .replaceAll(exchange.request.method, '')
    .replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/gi, '');
}

/** Says in one line each what the target lacks. */
export function describeLacks(
  { byId }: ContractDocument,
  missing: readonly Operation[],
  selected: readonly Operation[],
  hasUsers: boolean,
): readonly string[] {
  const ids = selected.filter((operation) => missing.includes(operation)).map(({ id }) => id);
  const names = ids.slice(0, 3).join(', ');
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
  const lacks = (id: string): boolean => missing.some((operation) => operation === byId.get(id));
  return [
    ...(ids.length === 0
      ? []
      : [
          `The target does not have ${ids.length} of ${selected.length} operations: ${names}${more}. They are not checked.`,
        ]),
    ...(lacks('createSandboxUser') && !hasUsers
      ? [
          'The target has no sandbox that creates users, so what needs credentials is not checked: pass --users or --setup.',
        ]
      : []),
    ...(lacks('getJosePublicKey')
      ? ['The target publishes no keys, so encrypted bodies are not checked: pass --jose off.']
      : []),
  ];
}
