import type { MediaType, OpenApiDocument, Operation } from '@sca-kit/openapi';
import type { SandboxUser } from '../client/sandbox-user.ts';
import { planValidRequest, type RequestPlan } from '../negative/plan.ts';
import type { CallOptions } from './scenario.ts';

/**
 * A valid request of an operation for a user: the user's own ids where the document uses their names,
 * examples elsewhere. Whether it succeeds depends on what the user has.
 */
export function validRequest(
  document: OpenApiDocument,
  operation: Operation,
  user: SandboxUser,
  content?: MediaType,
): RequestPlan {
  const plan = planValidRequest(document, operation, content ?? encryptedContent(operation));
  const own: Readonly<Record<string, number | undefined>> = {
    profileId: user.profileIds[0],
    userId: user.userId,
    balanceId: user.balanceId,
    transferId: user.transferId,
  };
  const known = Object.entries(plan.pathParameters).map(([name, example]) => [name, String(own[name] ?? example)]);
  return { ...plan, pathParameters: Object.fromEntries(known) };
}

const encryptedContent = (operation: Operation): MediaType | undefined =>
  operation.body?.contents.find(({ jose }) => jose !== undefined);
const clearContent = (operation: Operation): MediaType | undefined =>
  operation.body?.contents.find(({ jose }) => jose === undefined);

/** Applies the options of a call to a valid request. */
export function planCall(document: OpenApiDocument, operation: Operation, options: CallOptions): RequestPlan {
  const content = options.form === 'plain' ? clearContent(operation) : undefined;
  const plan = validRequest(document, operation, options.user, content);
  const { body: _body, ...bodiless } = plan;
  const headers = { ...lowerCase(plan.headers), ...lowerCase(options.headers ?? {}) };
  if (options.form === 'plain') delete headers['x-tw-jose-method'];
  return {
    ...(options.raw || options.body === null ? bodiless : plan),
    pathParameters: { ...plan.pathParameters, ...texts(options.path ?? {}) },
    query: { ...plan.query, ...texts(options.query ?? {}) },
    headers: texts(headers),
    ...(options.raw ? { body: options.raw } : {}),
    ...(plan.body && options.body !== undefined && options.body !== null && !options.raw
      ? { body: { ...plan.body, value: options.body } }
      : {}),
  };
}

const lowerCase = (headers: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const texts = (values: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
