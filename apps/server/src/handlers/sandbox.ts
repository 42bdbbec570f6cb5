import { type components, isOperationId } from '@sca-kit/api';
import { createAuditEvent, type PushResponse, ScaError } from '@sca-kit/engine';
import { type Caller, type HandlerRequest, type Handlers, RequestError } from '@sca-kit/hono';
import { createSandboxUser } from '../sandbox/create-user.ts';
import { createEventStreams } from '../sandbox/events.ts';
import { decryptInboxMessages } from '../sandbox/inbox.ts';
import type { SimulatedResponseTarget } from '../sandbox/simulated-response-store.ts';
import { toTimestamp } from '../wire/time.ts';
import { clientTime } from './client-time.ts';
import type { Services } from './services.ts';

type Operation =
  | 'createSandboxUser'
  | 'deleteSandboxUser'
  | 'createAuthorizationCode'
  | 'listInboxMessages'
  | 'approvePush'
  | 'rejectPush'
  | 'expirePush'
  | 'getClock'
  | 'advanceClock'
  | 'setOutcome'
  | 'streamEvents';

type OutcomeRequest = components['schemas']['OutcomeRequest'];

/** The lifetime of a simulated response that no request consumed: an hour, in milliseconds. */
const SIMULATED_RESPONSE_TTL = 3_600_000;

/** A hundred years, in milliseconds. Databases and dates cannot represent much later times. */
const MAX_CLOCK_OFFSET = 100 * 31_536_000_000;

/** Creates the handlers of the sandbox: users, inbox, push responses, clock, simulated responses and events. */
export function sandbox(services: Services): Pick<Handlers, Operation> {
  const { engine, stores, clock } = services;
  const streams = createEventStreams(services);
  const respondToPush =
    (response: PushResponse) =>
    async ({ actor, path }: Pick<HandlerRequest<'approvePush'>, 'actor' | 'path'>) => {
      await engine.authenticationFactors.respondToPush({ ...actor, name: 'device' }, path.pushId, response);
      return { status: 204 as const };
    };
  const clockOf = async (clientId: string) => {
    const now = await clientTime(services, clientId);
    return { now: toTimestamp(now), offset: Math.round((now - clock.now()) / 1000) };
  };
  return {
    async createSandboxUser({ actor, caller, body }) {
      if (body?.clientId !== undefined) assertApplicationOf(body.clientId, caller);
      return { status: 201, body: await createSandboxUser(services, body ?? {}, actor.traceId) };
    },
    async deleteSandboxUser({ actor, path }) {
      await engine.identity.deleteUser(actor, path.userId);
      return { status: 204 };
    },
    async createAuthorizationCode({ actor, body: { userId, redirectUri } }) {
      const { code, expiresIn } = await engine.identity.issueAuthorizationCode(actor, userId, redirectUri);
      return { status: 201, body: { code, redirectUri, expiresIn } };
    },
    async listInboxMessages({ actor, query }) {
      const filter = query.userId === undefined ? {} : { userId: query.userId };
      const messages = await stores.inbox.list(actor.clientId, filter);
      return { status: 200, body: { messages: await decryptInboxMessages(services, messages) } };
    },
    approvePush: respondToPush('approve'),
    rejectPush: respondToPush('reject'),
    expirePush: respondToPush('expire'),
    async getClock({ actor }) {
      return { status: 200, body: await clockOf(actor.clientId) };
    },
    async advanceClock({ actor, body }) {
      const { clientId } = actor;
      await stores.engine.transaction({ clientId }, async (tx) => {
        const offset = await tx.clients.advanceClock(clientId, body.seconds * 1000);
        if (offset > MAX_CLOCK_OFFSET)
          rejectMember('/body/seconds', 'must not move the clock more than a hundred years ahead.');
        const facts = { type: 'clock.advanced', userId: null, data: { seconds: body.seconds } };
        await tx.audit.append(createAuditEvent(actor, clock.now() + offset, facts));
      });
      return { status: 200, body: await clockOf(clientId) };
    },
    async setOutcome({ actor, body }) {
      const target = await targetOf(services, actor.clientId, body);
      const { outcome } = body;
      // Only the members of the target: undocumented members of the body must not get into the audit log.
      const { clientId: _, ...members } = target;
      const userId = 'userId' in target ? target.userId : null;
      const facts = { type: 'outcome.set', userId, data: { outcome, ...members } };
      const now = await clientTime(services, actor.clientId);
      await stores.simulatedResponses.put(
        target,
        outcome,
        now + SIMULATED_RESPONSE_TTL,
        createAuditEvent(actor, now, facts),
      );
      return { status: 204 };
    },
    streamEvents({ caller, header, signal }) {
      const reader = { clientId: caller.clientId, digest: caller.token?.digest ?? '' };
      return { status: 200, body: streams.open(reader, header['Last-Event-ID'], signal) };
    },
  };
}

/** @throws RequestError without the application token of the client */
function assertApplicationOf(clientId: string, caller: Caller): void {
  if (caller.kind !== 'application') {
    throw new RequestError('authentication.required', 'A user in clientId needs the application token of that client.');
  }
  if (caller.clientId !== clientId) {
    throw new RequestError('access.denied', 'The application token belongs to another client than clientId.');
  }
}

/** @throws ScaError `user.not.found` */
async function targetOf(
  { stores }: Services,
  clientId: string,
  body: OutcomeRequest,
): Promise<SimulatedResponseTarget> {
  const named = ['userId', 'operationId', 'correlationId'].filter((name) => name in body);
  if (named.length > 1) rejectMember(`/body/${named[1]}`, `must not be combined with ${named[0]}. Send one of them.`);
  if ('correlationId' in body) return { clientId, correlationId: body.correlationId.toLowerCase() };
  if ('operationId' in body) {
    if (!isOperationId(body.operationId))
      rejectMember('/body/operationId', 'must be an operationId of the OpenAPI document.');
    return { clientId, operationId: body.operationId };
  }
  const { userId, kind } = body;
  const user = await stores.engine.read({ clientId }, (tx) => tx.users.find({ clientId, userId }));
  if (!user) throw new ScaError('user.not.found');
  return { clientId, userId, kind };
}

function rejectMember(path: string, message: string): never {
  throw new RequestError('request.invalid', message, { issues: [{ path, message }] });
}
