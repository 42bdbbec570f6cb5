import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FACTOR_CODE, openSandbox, phoneNumber } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const FACTORS = '/authentication_factors';
const OTP = `${FACTORS}/otp/SMS`;
const PUSH = `${FACTORS}/push/AUTHY`;
const STEP_UP = '/stepup/challenges/otp/SMS';

const withPhone = (more: object = {}) => sandbox.user({ phoneNumber: phoneNumber(), ...more });
const code = (verificationCode: string) => ({ body: { verificationCode } });
const wrong = code('000000');
const right = code(FACTOR_CODE);

/** Status and errorCode of an answer. */
const result = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { errorCode?: string } | undefined)?.errorCode,
];

async function pushId(user: SandboxUser): Promise<string> {
  return (await user.inbox()).find(({ channel }) => channel === 'AUTHY' || channel === 'BIOMETRIC')?.reference ?? '';
}

const factorsOf = async (user: SandboxUser) => (await user.factor('GET', FACTORS)).body.factors;

/** A user whose phone is an active factor. */
async function enrolled(more: object = {}): Promise<SandboxUser> {
  const user = await withPhone(more);
  await user.factor('POST', OTP);
  const { status } = await user.factor('POST', `${OTP}/verify`, right);
  if (status !== 204) throw new Error(`The enrolment answered ${status}.`);
  await user.wait(20);
  return user;
}

describe('Credentials', () => {
  it('api-key and bearer auth token are both needed: 401 for either', async () => {
    const user = await sandbox.user();
    const other = await sandbox.user();
    const { 'api-key': key = '', authorization = '' } = user.factorHeaders;
    for (const headers of [
      {},
      { 'api-key': key },
      { authorization },
      { 'api-key': 'wrong', authorization },
      { 'api-key': key, authorization: 'Bearer wrong' },
      { 'api-key': other.facts.apiKey ?? '', authorization },
    ]) {
      expect((await sandbox.call('GET', FACTORS, { headers })).status).toBe(401);
    }
    expect((await sandbox.call('GET', FACTORS, { headers: user.factorHeaders })).status).toBe(200);
  });
});

describe('GET /authentication_factors', () => {
  it('lists type, status and channel', async () => {
    const user = await withPhone({ biometric: true });
    await user.factor('POST', OTP);
    await user.factor('POST', PUSH);
    expect(await factorsOf(user)).toEqual([
      { type: 'OTP', status: 'PENDING_VERIFICATION', channel: 'SMS' },
      { type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' },
      { type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' },
    ]);
  });
});

describe('Enrol OTP', () => {
  it("is 204 and a code to the user's registered number", async () => {
    const number = phoneNumber();
    const user = await sandbox.user({ phoneNumber: number });
    expect((await user.factor('POST', OTP)).status).toBe(204);
    expect(await user.inbox()).toMatchObject([
      { channel: 'SMS', recipient: number, code: FACTOR_CODE, purpose: 'enrolment' },
    ]);
  });

  it('409 CHANNEL_NOT_SUPPORTED', async () => {
    const user = await withPhone();
    expect(result(await user.factor('POST', `${FACTORS}/otp/AUTHY`))).toEqual([409, 'CHANNEL_NOT_SUPPORTED']);
  });

  it('409 TYPE_DOES_NOT_SUPPORT_ENROLMENT', async () => {
    const user = await withPhone();
    const answer = await user.factor('POST', `${FACTORS}/otp/BIOMETRIC`);
    expect(result(answer)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('409 CHANNEL_ALREADY_REGISTERED', async () => {
    const user = await enrolled();
    expect(result(await user.factor('POST', OTP))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
  });

  it('409 MOBILE_NUMBER_NOT_AVAILABLE', async () => {
    const user = await sandbox.user();
    expect(result(await user.factor('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_NOT_AVAILABLE']);
  });

  it('409 MOBILE_NUMBER_INVALID', async () => {
    const user = await sandbox.user({ phoneNumber: LANDLINE });
    expect(result(await user.factor('POST', OTP))).toEqual([409, 'MOBILE_NUMBER_INVALID']);
  });

  it('409 MOBILE_COUNTRY_NOT_SUPPORTED', async () => {
    const user = await sandbox.user({ phoneNumber: UNREACHED });
    expect(result(await user.factor('POST', OTP))).toEqual([409, 'MOBILE_COUNTRY_NOT_SUPPORTED']);
  });

  it('409 CREDENTIALS_INACTIVE', async () => {
    const user = await withPhone({ active: false });
    expect(result(await user.factor('POST', OTP))).toEqual([409, 'CREDENTIALS_INACTIVE']);
  });

  it('delivery failing is 503 and nothing half-done', async () => {
    const user = await withPhone();
    await user.outcome('DELIVERY', 'unavailable');
    expect((await user.factor('POST', OTP)).status).toBe(503);
    expect(await factorsOf(user)).toEqual([]);
    expect(result(await user.factor('POST', `${OTP}/verify`, right))).toEqual([409, 'STATE_INVALID']);
    expect((await user.factor('POST', OTP)).status).toBe(204);
  });
});

/** A Singapore landline; a Cuban mobile. */
const LANDLINE = '+6563333333';
const UNREACHED = '+5351234567';

describe('Verify OTP', () => {
  it('is 204, and the factor is active', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    expect((await user.factor('POST', `${OTP}/verify`, right)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'OTP', status: 'ACTIVE', channel: 'SMS' }]);
  });

  it('409 VERIFICATION_CODE_INVALID, then ONE_CHALLENGE_LIMIT_REMAINING, then CHALLENGE_LIMIT_EXCEEDED: five tries', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    const tries = [];
    for (let turn = 0; turn < 6; turn += 1) tries.push(result(await user.factor('POST', `${OTP}/verify`, wrong))[1]);
    expect(tries).toEqual([
      'VERIFICATION_CODE_INVALID',
      'VERIFICATION_CODE_INVALID',
      'VERIFICATION_CODE_INVALID',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
      'CHALLENGE_LIMIT_EXCEEDED',
    ]);
    expect(result(await user.factor('POST', `${OTP}/verify`, right))).toEqual([409, 'CHALLENGE_LIMIT_EXCEEDED']);
  });

  it('after CHALLENGE_LIMIT_EXCEEDED a new enrolment starts again', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    for (let turn = 0; turn < 5; turn += 1) await user.factor('POST', `${OTP}/verify`, wrong);
    await user.wait(20);
    expect((await user.factor('POST', OTP)).status).toBe(204);
    expect((await user.factor('POST', `${OTP}/verify`, right)).status).toBe(204);
  });

  it('of 30 wrong codes at once at most five are evaluated', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    const answers = await Promise.all(Array.from({ length: 30 }, () => user.factor('POST', `${OTP}/verify`, wrong)));
    const looked = (await user.trail()).filter(({ event }) => event.type === 'factor-challenge.failed');
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 409)).toBe(true);
  });

  it('409 VERIFICATION_CODE_EXPIRED after 5 minutes', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    await user.wait(299);
    expect(result(await user.factor('POST', `${OTP}/verify`, wrong))).toEqual([409, 'VERIFICATION_CODE_INVALID']);
    await user.wait(2);
    expect(result(await user.factor('POST', `${OTP}/verify`, right))).toEqual([409, 'VERIFICATION_CODE_EXPIRED']);
  });

  it('409 CHANNEL_ALREADY_REGISTERED', async () => {
    const user = await enrolled();
    expect(result(await user.factor('POST', `${OTP}/verify`, right))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
  });

  it('409 STATE_INVALID when nothing was started', async () => {
    const user = await withPhone();
    expect(result(await user.factor('POST', `${OTP}/verify`, right))).toEqual([409, 'STATE_INVALID']);
  });
});

describe('Push', () => {
  it.each([
    ['approve', 'ACTIVE'],
    ['reject', 'INACTIVE'],
  ])('enrol AUTHY is 204, PENDING_VERIFICATION until the device does %s: %s', async (answer, status) => {
    const user = await sandbox.user();
    expect((await user.factor('POST', PUSH)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status: 'PENDING_VERIFICATION', channel: 'AUTHY' }]);
    expect((await user.application('POST', `/sandbox/push/${await pushId(user)}/${answer}`)).status).toBe(204);
    expect(await factorsOf(user)).toEqual([{ type: 'PUSH', status, channel: 'AUTHY' }]);
  });

  it('enrol: 409 CHANNEL_ALREADY_REGISTERED, CREDENTIALS_INACTIVE, CHANNEL_NOT_SUPPORTED, TYPE_DOES_NOT_SUPPORT_ENROLMENT', async () => {
    const user = await sandbox.user();
    await user.factor('POST', PUSH);
    await user.application('POST', `/sandbox/push/${await pushId(user)}/approve`);
    expect(result(await user.factor('POST', PUSH))).toEqual([409, 'CHANNEL_ALREADY_REGISTERED']);
    const inactive = await sandbox.user({ active: false });
    expect(result(await inactive.factor('POST', PUSH))).toEqual([409, 'CREDENTIALS_INACTIVE']);
    expect(result(await user.factor('POST', `${FACTORS}/push/SMS`))).toEqual([409, 'CHANNEL_NOT_SUPPORTED']);
    const biometric = await user.factor('POST', `${FACTORS}/push/BIOMETRIC`);
    expect(result(biometric)).toEqual([409, 'TYPE_DOES_NOT_SUPPORT_ENROLMENT']);
  });

  it('a person is not worn down: at most 5 pushes in 10 minutes', async () => {
    const user = await sandbox.user();
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await user.factor('POST', PUSH)).status).toBe(204);
      await user.wait(16);
    }
    const sixth = await user.factor('POST', PUSH);
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('x-ratelimit-limit')).toBe('5');
    await user.wait(600);
    await user.relogin();
    expect((await user.factor('POST', PUSH)).status).toBe(204);
  });

  it('unlink AUTHY or BIOMETRIC is 204; not linked is 409 CHANNEL_NOT_REGISTERED', async () => {
    const user = await sandbox.user({ biometric: true });
    await user.factor('POST', PUSH);
    await user.application('POST', `/sandbox/push/${await pushId(user)}/approve`);
    for (const channel of ['AUTHY', 'BIOMETRIC']) {
      expect((await user.factor('DELETE', `${FACTORS}/push/${channel}`)).status).toBe(204);
      const again = await user.factor('DELETE', `${FACTORS}/push/${channel}`);
      expect(result(again)).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    }
    expect(await factorsOf(user)).toEqual([]);
  });
});

describe('Step-up', () => {
  it('a protected resource answers STEP_UP_REQUIRED until the auth token is stepped up by OTP', async () => {
    const user = await enrolled();
    expect(result(await user.factor('GET', '/managed_accounts'))).toEqual([403, 'STEP_UP_REQUIRED']);
    expect((await user.factor('POST', STEP_UP)).status).toBe(204);
    expect((await user.factor('POST', `${STEP_UP}/verify`, right)).status).toBe(204);
    const accounts = await user.factor('GET', '/managed_accounts');
    expect(accounts.status).toBe(200);
    expect(accounts.body).toMatchObject({
      count: 1,
      accounts: [{ id: String(user.facts.balanceId), currency: 'EUR' }],
    });
  });

  it('a token is stepped up by itself: another log-in is not', async () => {
    const user = await enrolled();
    await user.factor('POST', STEP_UP);
    await user.factor('POST', `${STEP_UP}/verify`, right);
    const headers = { authorization: `Bearer ${await user.login()}` };
    expect(result(await user.factor('GET', '/managed_accounts', { headers }))).toEqual([403, 'STEP_UP_REQUIRED']);
  });

  it('start: 409 CHANNEL_NOT_REGISTERED, RETRY_IN_15SEC and ALREADY_VERIFIED', async () => {
    const fresh = await withPhone();
    expect(result(await fresh.factor('POST', STEP_UP))).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const user = await enrolled();
    await user.factor('POST', STEP_UP);
    expect(result(await user.factor('POST', STEP_UP))).toEqual([409, 'RETRY_IN_15SEC']);
    await user.factor('POST', `${STEP_UP}/verify`, right);
    await user.wait(20);
    expect(result(await user.factor('POST', STEP_UP))).toEqual([409, 'ALREADY_VERIFIED']);
    expect(result(await user.factor('POST', `${STEP_UP}/verify`, right))).toEqual([409, 'ALREADY_VERIFIED']);
  });

  it('start: the codes of the enrolment too, where the number or the user has changed', async () => {
    const user = await enrolled();
    const numbers = `/v1/application/users/${user.facts.userId}/phone-numbers`;
    const { body } = await user.application<{ id: number }[]>('GET', numbers);
    const path = `${numbers}/${body[0]?.id}`;
    await user.application('PUT', path, { body: { phoneNumber: LANDLINE } });
    expect(result(await user.factor('POST', STEP_UP))).toEqual([409, 'MOBILE_NUMBER_INVALID']);
    await user.application('PUT', path, { body: { phoneNumber: UNREACHED } });
    expect(result(await user.factor('POST', STEP_UP))).toEqual([409, 'MOBILE_COUNTRY_NOT_SUPPORTED']);
    await user.application('DELETE', path);
    expect(result(await user.factor('POST', STEP_UP))).toEqual([409, 'MOBILE_NUMBER_NOT_AVAILABLE']);
    const inactive = await withPhone({ active: false, biometric: false });
    expect(result(await inactive.factor('POST', STEP_UP))).toEqual([409, 'CREDENTIALS_INACTIVE']);
    const push = await inactive.factor('POST', '/stepup/challenges/push/AUTHY');
    expect(result(push)).toEqual([409, 'CREDENTIALS_INACTIVE']);
  });

  it('verify: 409 CHANNEL_NOT_REGISTERED, STATE_INVALID, VERIFICATION_CODE_EXPIRED and the limits of the enrolment', async () => {
    const fresh = await withPhone();
    expect(result(await fresh.factor('POST', `${STEP_UP}/verify`, right))).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const user = await enrolled();
    expect(result(await user.factor('POST', `${STEP_UP}/verify`, right))).toEqual([409, 'STATE_INVALID']);
    await user.factor('POST', STEP_UP);
    const tries = [];
    for (let turn = 0; turn < 5; turn += 1)
      tries.push(result(await user.factor('POST', `${STEP_UP}/verify`, wrong))[1]);
    expect(tries.slice(2)).toEqual([
      'VERIFICATION_CODE_INVALID',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
    ]);
    await user.wait(20);
    await user.factor('POST', STEP_UP);
    await user.wait(200);
    await user.factor('GET', FACTORS);
    await user.wait(101);
    expect(result(await user.factor('POST', `${STEP_UP}/verify`, right))).toEqual([409, 'VERIFICATION_CODE_EXPIRED']);
  });

  it.each(['AUTHY', 'BIOMETRIC'])(
    'push %s is 200 with an id of digits, and steps up when approved',
    async (channel) => {
      const user = await sandbox.user({ biometric: true });
      await user.factor('POST', PUSH);
      await user.application('POST', `/sandbox/push/${await pushId(user)}/approve`);
      const path = `/stepup/challenges/push/${channel}`;
      const started = await user.factor<{ id: string }>('POST', path);
      expect(started.status).toBe(200);
      expect(started.body).toEqual({ id: expect.stringMatching(/^\d+$/) });
      expect(result(await user.factor('POST', path))).toEqual([409, 'RETRY_IN_15SEC']);
      expect(result(await user.factor('GET', '/managed_accounts'))).toEqual([403, 'STEP_UP_REQUIRED']);
      await user.application('POST', `/sandbox/push/${started.body.id}/approve`);
      expect((await user.factor('GET', '/managed_accounts')).status).toBe(200);
      expect(result(await user.factor('POST', path))).toEqual([409, 'ALREADY_VERIFIED']);
    },
  );

  it('push: 409 CHANNEL_NOT_REGISTERED; a rejected or expired push does not step up', async () => {
    const bare = await sandbox.user();
    const none = await bare.factor('POST', '/stepup/challenges/push/BIOMETRIC');
    expect(result(none)).toEqual([409, 'CHANNEL_NOT_REGISTERED']);
    const user = await sandbox.user({ biometric: true });
    for (const answer of ['reject', 'expire']) {
      const { body } = await user.factor<{ id: string }>('POST', '/stepup/challenges/push/BIOMETRIC');
      await user.application('POST', `/sandbox/push/${body.id}/${answer}`);
      expect(result(await user.factor('GET', '/managed_accounts'))).toEqual([403, 'STEP_UP_REQUIRED']);
      expect((await user.application('POST', `/sandbox/push/${body.id}/approve`)).status).toBe(404);
      await user.wait(20);
    }
  });
});

describe('idempotency-ref', () => {
  const ref = (value: string) => ({ headers: { 'idempotency-ref': value } });

  it('a repeat gets the first answer again, marked idempotency-replayed, without a second effect', async () => {
    const user = await withPhone();
    const key = randomUUID();
    const first = await user.factor('POST', OTP, ref(key));
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([204, null]);
    for (const _ of [1, 2]) {
      const again = await user.factor('POST', OTP, ref(key));
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([204, 'true']);
    }
    expect(await user.inbox()).toHaveLength(1);
  });

  it('a refusal is repeated as well, with the same body', async () => {
    const user = await withPhone();
    await user.factor('POST', OTP);
    const key = randomUUID();
    const call = { ...ref(key), ...wrong };
    const first = await user.factor('POST', `${OTP}/verify`, call);
    const again = await user.factor('POST', `${OTP}/verify`, call);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const failed = (await user.trail()).filter(({ event }) => event.type === 'factor-challenge.failed');
    expect(failed).toHaveLength(1);
  });

  it('many copies in flight together have one effect and one answer', async () => {
    const user = await withPhone();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => user.factor('POST', OTP, ref(key))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await user.inbox()).toHaveLength(1);
  });

  it('another caller, operation or payload is another call', async () => {
    const user = await withPhone();
    const other = await withPhone({ clientId: user.facts.clientId });
    const key = randomUUID();
    await user.factor('POST', OTP, ref(key));
    const headers = { ...ref(key).headers, 'api-key': user.facts.apiKey ?? '' };
    for (const answer of [
      await other.factor('POST', OTP, { headers }),
      await user.factor('POST', PUSH, ref(key)),
      await user.factor('POST', `${OTP}/verify`, { ...ref(key), ...wrong }),
      await user.factor('POST', `${OTP}/verify`, { ...ref(key), ...right }),
    ]) {
      expect(answer.headers.get('idempotency-replayed')).toBeNull();
    }
  });

  it('is kept 24 h', async () => {
    const user = await sandbox.user();
    const key = randomUUID();
    const enrol = async () => {
      await user.relogin();
      return (await user.factor('POST', PUSH, ref(key))).headers.get('idempotency-replayed');
    };
    expect(await enrol()).toBeNull();
    await user.wait(24 * 3600 - 60);
    expect(await enrol()).toBe('true');
  });

  it('is forgotten after 24 h', async () => {
    const user = await sandbox.user();
    const key = randomUUID();
    await user.factor('POST', PUSH, ref(key));
    await user.wait(24 * 3600 + 1);
    await user.relogin();
    const later = await user.factor('POST', PUSH, ref(key));
    expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([204, null]);
  });
});
