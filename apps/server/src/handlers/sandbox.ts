import { type components, isOperationId } from '@sca-kit/api';
import { createAuditEvent, type PushResponse, ScaError } from '@sca-kit/engine';
import { type HandlerRequest, type Handlers, RequestError } from '@sca-kit/hono';
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
  | 'listInboxMessages'
  | 'approvePush'
  | 'rejectPush'
  | 'expirePush'
  | 'getClock'
  | 'advanceClock'
  | 'setOutcome'
  | 'streamEvents';

type OutcomeRequest = components['schemas']['OutcomeRequest'];

/** An outcome that no request took is forgotten after an hour. */
const OUTCOME_LIFE = 3_600_000;

/** A hundred years, in milliseconds: much farther, and times are numbers that no database and no calendar can tell. */
const FARTHEST = 100 * 31_536_000_000;

/** What the real world would do, by hand. */
export function sandbox(services: Services): Pick<Handlers, Operation> {
  const { engine, stores, clock } = services;
  const streams = createEventStreams(services);
  const respondToPush =
    (answer: PushResponse) =>
    async ({ actor, path }: Pick<HandlerRequest<'approvePush'>, 'actor' | 'path'>) => {
      await engine.authenticationFactors.respondToPush({ ...actor, name: 'device' }, path.pushId, answer);
      return { status: 204 as const };
    };
  const clockOf = async (clientId: string) => {
    const now = await clientTime(services, clientId);
    return { now: toTimestamp(now), offset: Math.round((now - clock.now()) / 1000) };
  };
  return {
    async createSandboxUser({ actor, body }) {
      return { status: 201, body: await createSandboxUser(services, body ?? {}, actor.traceId) };
    },
    async deleteSandboxUser({ actor, path }) {
      await engine.identity.deleteUser(actor, path.userId);
      return { status: 204 };
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
        if (offset > FARTHEST) refuse('/body/seconds', 'moves the clock more than a hundred years ahead.');
        const facts = { type: 'clock.advanced', userId: null, data: { seconds: body.seconds } };
        await tx.audit.append(createAuditEvent(actor, clock.now() + offset, facts));
      });
      return { status: 200, body: await clockOf(clientId) };
    },
    async setOutcome({ actor, body }) {
      const target = await targetOf(services, actor.clientId, body);
      const { outcome } = body;
      // The target by its own members: a body may hold others, which are ignored and are nothing for the trail.
      const { clientId: _, ...named } = target;
      const userId = 'userId' in target ? target.userId : null;
      const facts = { type: 'outcome.set', userId, data: { outcome, ...named } };
      const now = await clientTime(services, actor.clientId);
      await stores.simulatedResponses.put(target, outcome, now + OUTCOME_LIFE, createAuditEvent(actor, now, facts));
      return { status: 204 };
    },
    streamEvents({ caller, header, signal }) {
      const reader = { clientId: caller.clientId, digest: caller.token?.digest ?? '' };
      return { status: 200, body: streams.open(reader, header['Last-Event-ID'], signal) };
    },
  };
}

/** @throws ScaError `user.not.found` */
async function targetOf(
  { stores }: Services,
  clientId: string,
  body: OutcomeRequest,
): Promise<SimulatedResponseTarget> {
  const named = ['userId', 'operationId', 'correlationId'].filter((name) => name in body);
  if (named.length > 1) refuse(`/body/${named[1]}`, `may not stand beside ${named[0]}: name the request in one way.`);
  if ('correlationId' in body) return { clientId, correlationId: body.correlationId.toLowerCase() };
  if ('operationId' in body) {
    if (!isOperationId(body.operationId)) refuse('/body/operationId', 'is not an operation of the description.');
    return { clientId, operationId: body.operationId };
  }
  const { userId, kind } = body;
  const user = await stores.engine.read({ clientId }, (tx) => tx.users.find({ clientId, userId }));
  if (!user) throw new ScaError('user.not.found');
  return { clientId, userId, kind };
}

function refuse(path: string, message: string): never {
  throw new RequestError('request.invalid', message, { issues: [{ path, message, limits: [] }] });
}
