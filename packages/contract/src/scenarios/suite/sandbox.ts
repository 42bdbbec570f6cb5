import type { SandboxUser } from '../../client/sandbox-user.ts';
import { type Scenario, type ScenarioContext, textAt, UnexpectedResponse } from '../scenario.ts';
import { uuid } from '../uuid.ts';
import { type EventReader, openEvents } from './event-stream.ts';
import { call, enrolledUser, expectValue, newToken, PIN, scenario } from './steps.ts';

async function waitingPush(context: ScenarioContext): Promise<{ user: SandboxUser; path: { pushId: string } }> {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolPushFactor', 204, { user, path: { channel: 'AUTHY' } });
  const inbox = await call(context, 'listInboxMessages', 200, { user, query: { userId: user.userId } });
  return { user, path: { pushId: textAt(inbox, 'messages', 0, 'id') } };
}

/** How long an event may be on its way, in milliseconds. */
const EVENT_DELAY = 2_000;

/** Registers devices until the stream reports one: it may start shortly after its headers and miss the first. */
async function causeEvent(context: ScenarioContext, user: SandboxUser, events: EventReader): Promise<void> {
  const devices = [1, 2, 3].map(() => uuid(context.random));
  for (const deviceFingerprint of devices) {
    await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint } });
    if ((await events.next(EVENT_DELAY)) === undefined) continue;
    const { accessToken, applicationToken, authToken, refreshToken, apiKey, clientSecret, password } = user;
    const secrets = [
      accessToken,
      applicationToken,
      authToken,
      refreshToken,
      apiKey,
      clientSecret,
      password,
      ...devices,
    ];
    const text = events.text();
    if (!secrets.some((secret) => secret !== '' && text.includes(secret))) return;
    throw new UnexpectedResponse('An event contains a secret.');
  }
  throw new UnexpectedResponse('No event was sent for what happened at the client.');
}

/** Health, and the controls of the sandbox itself. */
export const operationsAndSandbox: readonly Scenario[] = [
  ...['getHealth', 'getReadiness', 'getMetrics'].map((operationId) =>
    scenario(operationId, 200, 'returns the status of the server', async (context) =>
      call(context, operationId, 200, { user: await context.sharedUser('operations') }),
    ),
  ),
  scenario('createSandboxUser', 201, 'a user is made with its factors', async (context) => enrolledUser(context)),
  scenario('createSandboxUser', 401, 'a user in a client needs the token of that client', async (context) => {
    const user = await context.sharedUser('createSandboxUser');
    await call(context, 'createSandboxUser', 401, { user, body: { clientId: user.clientId } });
  }),
  scenario('createSandboxUser', 403, 'another client gets no user', async (context) => {
    const user = await context.sharedUser('createSandboxUser');
    const body = { clientId: 'no-such-client' };
    await call(context, 'createSandboxUser', 403, { user, as: 'application', body }, 'access.denied');
  }),
  scenario('createSandboxUser', 422, 'a number that is taken makes no user', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    const body = { clientId: user.clientId, phoneNumber: context.phone };
    await call(context, 'createSandboxUser', 422, { user, as: 'application', body }, 'phone.number.repeated');
  }),
  scenario('deleteSandboxUser', 204, 'a user is removed', async (context) => {
    const user = await context.user();
    await call(context, 'deleteSandboxUser', 204, { user });
    await call(context, 'deleteSandboxUser', 404, { user }, 'user.not.found');
  }),
  scenario('listInboxMessages', 200, 'a code that was sent is in the inbox', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, 'triggerSms', 200, { user, headers });
    const inbox = await call(context, 'listInboxMessages', 200, { user, query: { userId: user.userId } });
    expectValue(inbox, headers['one-time-token'], 'messages', 0, 'reference');
  }),
  ...['approvePush', 'rejectPush', 'expirePush'].map((operationId) =>
    scenario(operationId, 204, 'the device responds once', async (context) => {
      const { user, path } = await waitingPush(context);
      await call(context, operationId, 204, { user, path });
      await call(context, operationId, 404, { user, path }, 'push.not.found');
    }),
  ),
  scenario('getClock', 200, 'the clock is read', async (context) =>
    call(context, 'getClock', 200, { user: await context.sharedUser('getClock') }),
  ),
  scenario('advanceClock', 200, 'the clock moves for this client alone', async (context) => {
    context.needOwnClient();
    const [user, other] = [await context.user(), await context.user()];
    expectValue(await call(context, 'advanceClock', 200, { user, body: { seconds: 60 } }), 60, 'offset');
    expectValue(await call(context, 'getClock', 200, { user: other }), 0, 'offset');
  }),
  scenario('setOutcome', 204, 'the next verification fails, and only that one', async (context) => {
    const user = await enrolledUser(context);
    const headers = await newToken(context, user);
    const body = { outcome: 'fail', userId: user.userId, kind: 'PIN' };
    await call(context, 'setOutcome', 204, { user, body });
    await call(context, 'verifyPin', 400, { user, headers, body: { pin: PIN } }, 'pin.verification.failed');
    await call(context, 'verifyPin', 200, { user, headers, body: { pin: PIN } });
  }),
  scenario('setOutcome', 404, 'an unknown user has no next verification', async (context) => {
    const user = await context.user();
    const body = { outcome: 'fail', userId: 8_000_000_000_001, kind: 'PIN' };
    await call(context, 'setOutcome', 404, { user, body }, 'user.not.found');
  }),
  scenario('streamEvents', 200, 'events are streamed, without secrets', async (context) => {
    const user = await context.user();
    const stream = (await call(context, 'streamEvents', 200, { user })).exchange.response?.stream;
    if (!stream) throw new UnexpectedResponse('The response is not a stream.');
    const events = openEvents(stream);
    try {
      await causeEvent(context, user, events);
    } finally {
      await events.close();
    }
  }),
];
