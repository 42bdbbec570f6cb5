import { findResponse, type Operation } from '@sca-kit/openapi';
import type { ReceivedResponse } from '../client/caller.ts';
import type { RequestPlan } from '../negative/plan.ts';
import type { Random } from '../negative/random.ts';
import { type CallOptions, UnexpectedResponse } from './scenario.ts';
import { uuid } from './uuid.ts';

const NAME = 'x-external-correlation-id';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isIt = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === NAME;

/** The plan with a new correlation id, where the operation gives it back and the call says nothing of it. */
export function withCorrelationId(
  plan: RequestPlan,
  operation: Operation,
  { headers = {} }: CallOptions,
  random: Random,
): RequestPlan {
  const told = Object.keys(headers).some((name) => isIt({ name }));
  const givesBack = operation.parameters.some(isIt) && operation.responses.some((each) => each.headers.some(isIt));
  if (told || !givesBack) return plan;
  return { ...plan, headers: { ...plan.headers, [NAME]: uuid(random) } };
}

/**
 * Checks that the correlation id came back as it was sent, where the response documents it. No schema can say this.
 *
 * @throws UnexpectedResponse
 */
export function expectCorrelationId(response: ReceivedResponse, operation: Operation, { headers }: RequestPlan): void {
  const sent = headers[NAME];
  if (sent === undefined || !UUID.test(sent)) return;
  const documented = findResponse(operation.responses, response.status, ({ status }) => status);
  if (!documented?.headers.some(isIt) || response.header(NAME) === sent) return;
  throw new UnexpectedResponse(`${operation.id} did not return the correlation id.`);
}
