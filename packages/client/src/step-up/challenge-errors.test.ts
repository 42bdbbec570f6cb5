import { expect, test } from 'vitest';
import { createTestClient, PAYMENT, PAYMENT_PATH, type TestSetup } from '../../test/test-client.ts';
import { errors, json, SECRETS } from '../../test/test-server.ts';
import type { ChallengeHandlers, ChallengeType } from '../index.ts';
import { handlerMissing } from './challenge-errors.ts';

const FINGERPRINT = { PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT };

/** The error of a payment whose token has the slots. */
async function failure(
  handlers: ChallengeHandlers,
  slots: readonly (readonly ChallengeType[])[],
  prepare: (setup: TestSetup) => void = () => {},
): Promise<unknown> {
  const setup = await createTestClient({ handlers });
  setup.server.tokens.slots = slots;
  prepare(setup);
  return setup.client.POST(PAYMENT_PATH, PAYMENT).catch((reason: unknown) => reason);
}

test.each<[string, ChallengeHandlers, readonly (readonly ChallengeType[])[], ChallengeType, string]>([
  [
    'two',
    {},
    [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS', 'VOICE']],
    'PIN',
    'Handlers are missing for 2 challenges. Add PIN, and one of PARTNER_DEVICE_FINGERPRINT, SMS, VOICE',
  ],
  ['the first of two', FINGERPRINT, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], 'PIN', 'A handler is missing. Add PIN'],
  [
    'one of two alternatives',
    FINGERPRINT,
    [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS'], ['FACE_MAP']],
    'PIN',
    'A handler is missing. Add one of PIN, FACE_MAP',
  ],
])('names the missing handlers: %s', async (_, handlers, slots, challenge, message) => {
  const missing = { code: 'challenge_handler_missing', challenge, message: `${message} to \`handlers\`.` };
  expect(await failure(handlers, slots)).toMatchObject(missing);
});

test('says that the client does not support a challenge type', () => {
  expect(handlerMissing(1, [{ types: ['RETINA' as ChallengeType], offers: [] }])).toMatchObject({
    code: 'challenge_handler_missing',
    challenge: 'RETINA',
    message: 'This version of the client does not support the challenge RETINA. Update @sca-kit/client.',
  });
});

test.each<[string, number, string, Record<string, string>, string]>([
  ['a wrong secret', 400, 'pin.verification.failed', {}, 'pin.verification.failed (status 400)'],
  ['a lock', 429, 'sca.locked', { 'retry-after': '900' }, 'sca.locked (status 429); try again in 900 seconds'],
])('contains the error code of the API for %s', async (_, status, code, headers, reason) => {
  const error = await failure({ ...FINGERPRINT, PIN: () => '9999' }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], (at) =>
    at.server.respondNext('verifyPin', json(status, errors(code), headers)),
  );
  expect(error).toMatchObject({ code: 'challenge_failed', message: `The PIN challenge failed: ${reason}.` });
});

test('says that a code was not sent', async () => {
  const sms = { PIN: () => SECRETS.PIN, SMS: () => SECRETS.SMS };
  const error = await failure(sms, [['PIN'], ['SMS']], (at) =>
    at.server.respondNext('triggerSms', json(503, errors('delivery.unavailable'))),
  );
  const message = 'The code of the SMS challenge was not sent: delivery.unavailable (status 503).';
  expect(error).toMatchObject({ code: 'challenge_failed', message });
});

test('names the challenge that was declined', async () => {
  const error = await failure({ ...FINGERPRINT, PIN: () => undefined }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']]);
  const message = 'The PIN challenge was declined: its handler returned undefined.';
  expect(error).toMatchObject({ code: 'challenge_declined', message });
});

test('says why a token cannot be used and how to get another one', async () => {
  const { client } = await createTestClient({ handlers: FINGERPRINT });
  const message =
    'The one-time token cannot be used: one.time.token.not.found (status 404). Repeat the rejected call to get another one.';
  await expect(client.clearOneTimeToken(crypto.randomUUID())).rejects.toMatchObject({ message });
});

test('contains the status of a response without an error code', async () => {
  const error = await failure({ ...FINGERPRINT, PIN: () => '9999' }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], (at) =>
    at.server.respondNext('verifyPin', json(400, { secret: '9999' })),
  );
  expect(error).toMatchObject({ apiCode: undefined, message: 'The PIN challenge failed: status 400.' });
});

test.each([
  ['a number', 1234, 'a number'],
  ['null', null, 'null'],
  ['an object', { pin: '1234' }, 'an object'],
])('throws TypeError for a handler that returns %s, and verifies nothing', async (_, value, type) => {
  const { client, server } = await createTestClient({ handlers: { ...FINGERPRINT, PIN: () => value as never } });
  const error = await client.POST(PAYMENT_PATH, PAYMENT).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toBe(
    `TypeError: handlers.PIN must return a string, or undefined to decline, but returned ${type}.`,
  );
  expect(server.to('verifyPin')).toHaveLength(0);
});
