import { expect, test } from 'vitest';
import { PAYMENT, PAYMENT_PATH, type Setting, set } from '../../test/client.ts';
import { errors, json, SECRETS } from '../../test/server.ts';
import type { ChallengeHandlers, ChallengeType } from '../index.ts';
import { handlerMissing } from './refusals.ts';

const FINGERPRINT = { PARTNER_DEVICE_FINGERPRINT: () => SECRETS.PARTNER_DEVICE_FINGERPRINT };

/** The error of a payment whose token has the slots. */
async function failure(
  handlers: ChallengeHandlers,
  slots: readonly (readonly ChallengeType[])[],
  prepare: (setting: Setting) => void = () => {},
): Promise<unknown> {
  const setting = await set({ handlers });
  setting.server.tokens.slots = slots;
  prepare(setting);
  return setting.client.POST(PAYMENT_PATH, PAYMENT).catch((reason: unknown) => reason);
}

test.each<[string, ChallengeHandlers, readonly (readonly ChallengeType[])[], ChallengeType, string]>([
  [
    'each of two',
    {},
    [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS', 'VOICE']],
    'PIN',
    'Handlers are missing for 2 challenges: add PIN, and one of PARTNER_DEVICE_FINGERPRINT, SMS, VOICE',
  ],
  ['the first of two', FINGERPRINT, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], 'PIN', 'A handler is missing: add PIN'],
  [
    'one of two that would both do',
    FINGERPRINT,
    [['PIN'], ['PARTNER_DEVICE_FINGERPRINT', 'SMS'], ['FACE_MAP']],
    'PIN',
    'A handler is missing: add one of PIN, FACE_MAP',
  ],
])('a missing handler: %s', async (_, handlers, slots, challenge, message) => {
  const missing = { code: 'challenge_handler_missing', challenge, message: `${message} to \`handlers\`` };
  expect(await failure(handlers, slots)).toMatchObject(missing);
});

test('a challenge that this version cannot answer is named as such', () => {
  expect(handlerMissing(1, [{ types: ['RETINA' as ChallengeType], offers: [] }])).toMatchObject({
    code: 'challenge_handler_missing',
    challenge: 'RETINA',
    message: 'No handler can help: this version of the client does not know the challenge RETINA',
  });
});

test.each<[string, number, string, Record<string, string>, string]>([
  ['a wrong answer', 400, 'pin.verification.failed', {}, 'pin.verification.failed (status 400)'],
  ['a lock', 429, 'sca.locked', { 'retry-after': '900' }, 'sca.locked (status 429); try again in 900 seconds'],
])('%s is told by the code of the API', async (_, status, code, headers, told) => {
  const error = await failure({ ...FINGERPRINT, PIN: () => '9999' }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], (at) =>
    at.server.interrupt('verifyPin', json(status, errors(code), headers)),
  );
  expect(error).toMatchObject({ code: 'challenge_failed', message: `The PIN challenge failed: ${told}` });
});

test('a code that was not sent is told apart from a wrong one', async () => {
  const sms = { PIN: () => SECRETS.PIN, SMS: () => SECRETS.SMS };
  const error = await failure(sms, [['PIN'], ['SMS']], (at) =>
    at.server.interrupt('triggerSms', json(503, errors('delivery.unavailable'))),
  );
  const message = 'The code of the SMS challenge was not sent: delivery.unavailable (status 503)';
  expect(error).toMatchObject({ code: 'challenge_failed', message });
});

test('a challenge that was declined names the handler', async () => {
  const error = await failure({ ...FINGERPRINT, PIN: () => undefined }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']]);
  const message = 'The PIN challenge was declined: its handler answered undefined';
  expect(error).toMatchObject({ code: 'challenge_declined', message });
});

test('a token that cannot be used says why, and where the next one comes from', async () => {
  const { client } = await set({ handlers: FINGERPRINT });
  const message =
    'The one-time token cannot be used: one.time.token.not.found (status 404); repeat the refused call for another one';
  await expect(client.clearOneTimeToken(crypto.randomUUID())).rejects.toMatchObject({ message });
});

test('an answer without a code of the API is told by its status', async () => {
  const error = await failure({ ...FINGERPRINT, PIN: () => '9999' }, [['PIN'], ['PARTNER_DEVICE_FINGERPRINT']], (at) =>
    at.server.interrupt('verifyPin', json(400, { secret: '9999' })),
  );
  expect(error).toMatchObject({ apiCode: undefined, message: 'The PIN challenge failed: status 400' });
});

test.each([
  ['a number', 1234, 'a number'],
  ['null', null, 'null'],
  ['an object', { pin: '1234' }, 'an object'],
])('a handler that answers %s is a TypeError that names it, and nothing is handed in', async (_, answer, told) => {
  const { client, server } = await set({ handlers: { ...FINGERPRINT, PIN: () => answer as never } });
  const error = await client.POST(PAYMENT_PATH, PAYMENT).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toBe(
    `TypeError: handlers.PIN must answer text, or undefined to decline; its answer was ${told}`,
  );
  expect(server.to('verifyPin')).toHaveLength(0);
});
