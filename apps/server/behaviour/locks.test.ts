import { describe, expect, it } from 'vitest';
import { countWork, type Work } from './support/count-work.ts';
import { DEVICE, FACE_MAP, OTP_CODE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes, type SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const strict = openSandbox({ SCA_DISCLOSURE: 'strict' });

/** Verifies a wrong PIN, five times by default. */
async function fail(user: SandboxUser, token: string, times = 5): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) expect((await user.verifyPin(token, '0000')).status).toBe(400);
}

describe('Failures and locks', () => {
  it('evaluates at most five of 60 PINs sent at once', async () => {
    const user = await sandbox.createEnrolledUser();
    const tokens = await Promise.all(Array.from({ length: 6 }, () => user.createToken()));
    const responses = await Promise.all(
      Array.from({ length: 60 }, (_, index) => user.verifyPin(tokens[index % 6] ?? '', String(index).padStart(4, '0'))),
    );
    const evaluated = responses.filter(({ status }) => status === 400);
    expect(evaluated.length).toBeGreaterThan(0);
    expect(evaluated.length).toBeLessThanOrEqual(5);
    expect(responses.every(({ status }) => [400, 404, 429].includes(status))).toBe(true);
  });

  it('counts attempts per profile, across all factors and tokens', async () => {
    const user = await sandbox.createEnrolledUser({ faceMap: FACE_MAP, phoneNumber: phoneNumber() });
    const [one, two] = [await user.createToken(), await user.createToken()];
    await user.callV1('sms/trigger', one);
    const wrong = [
      await user.verifyPin(one, '0000'),
      await user.verifyDevice(two, 'other'),
      await user.callV1('sms/verify', one, { otpCode: '000000' }),
      await user.verify('facemaps', two, { faceMap: 'b3RoZXI=' }),
      await user.callV1('pin/verify', one, { pin: '0001' }),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect((await user.verifyPin(two, PIN)).status).toBe(429);
  });

  it('locks no other profile of the user', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.call('POST', user.v2Path('pin', user.otherProfileId), { body: { pin: PIN } });
    const body = { deviceFingerprint: DEVICE };
    await user.call('POST', user.v2Path('device-fingerprints', user.otherProfileId), { body });
    await fail(user, await user.createToken());
    const other = await user.call('POST', user.v2Path('sca-sessions/authorise', user.otherProfileId));
    expect(other.status).toBe(200);
    expect((await user.call('POST', user.v2Path('sca-sessions/authorise'))).status).toBe(429);
  });

  it('resets the count after a success', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await fail(user, token, 4);
    expect((await user.verifyPin(token, PIN)).status).toBe(200);
    for (let attempt = 0; attempt < 4; attempt += 1) expect((await user.verifyDevice(token, 'other')).status).toBe(400);
    expect((await user.verifyDevice(token, DEVICE)).status).toBe(200);
  });

  it('revokes the token after five consecutive failures', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await fail(user, token);
    expect((await user.tokenStatus(token)).status).toBe(404);
    await user.advanceClock(15 * 60 + 1);
    expect((await user.tokenStatus(token)).status).toBe(404);
    expect((await user.verifyPin(token, PIN)).status).toBe(404);
  });

  it('returns 429 with Retry-After and sca-lockout for 15 minutes to verify, trigger and authorise', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const [token, spare] = [await user.createToken(), await user.createToken()];
    await fail(user, token);
    const locked = async () => [
      await user.verifyPin(spare, PIN),
      await user.callV1('sms/trigger', spare),
      await user.call('POST', user.v2Path('sca-sessions/authorise')),
      await user.getStatement(),
      await user.pay(),
    ];
    for (const response of await locked()) {
      expect([response.status, errorCodes(response)]).toEqual([429, ['sca.locked']]);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(890);
      expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(900);
      expect(response.headers.get('x-rate-limited-by')).toBe('sca-lockout');
    }
    await user.advanceClock(880);
    expect((await user.verifyPin(spare, PIN)).status).toBe(429);
    await user.advanceClock(21);
    expect((await user.verifyPin(spare, PIN)).status).toBe(200);
    expect((await user.call('POST', user.v2Path('sca-sessions/authorise'))).status).toBe(200);
  });

  it('does not reset the count for a new OTP', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.createToken();
    await fail(user, token, 4);
    await user.advanceClock(20);
    expect((await user.callV1('sms/trigger', token)).status).toBe(200);
    expect((await user.callV1('sms/verify', token, { otpCode: '000000' })).status).toBe(400);
    expect((await user.callV1('sms/trigger', token)).status).toBe(429);
    expect((await user.verifyPin(token, PIN)).status).toBe(429);
  });

  it('reports attempts left in the audit log alone', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await fail(user, token, 4);
    const before = await user.auditLog();
    const last = before.findLast(({ event }) => event.type === 'challenge.failed');
    expect(last?.event.data).toMatchObject({ challenge: 'PIN', failedAttempts: 4, attemptsLeft: 1 });
    const response = await user.verifyPin(token, '0000');
    expect(JSON.stringify(response.body)).not.toMatch(/\d/);
    expect((await user.auditLog()).map(({ event }) => event.type)).toContain('profile.locked');
  });

  it.each([
    ['PIN', 'pin', { pin: '0000' }],
    ['device', 'device-fingerprints', { deviceFingerprint: 'other' }],
    ['face map', 'facemaps', { faceMap: 'b3RoZXI=' }],
  ] as const)(
    'does the same work for a wrong %s, no factor, an unknown token and a locked profile',
    async (_, kind, wrong) => {
      const prepare: Readonly<Record<string, (user: SandboxUser, token: string) => Promise<unknown>>> = {
        'wrong secret': async () => undefined,
        'no factor': (user) => removeFactor(user, kind),
        'unknown token': async () => undefined,
        'locked profile': (user, token) => fail(user, token),
      };
      const work: Record<string, Work> = {};
      for (const [name, step] of Object.entries(prepare)) {
        const user = await sandbox.createEnrolledUser({ faceMap: FACE_MAP });
        const [token, spare] = [await user.createToken(), await user.createToken()];
        await step(user, spare);
        const verified = name === 'unknown token' ? crypto.randomUUID() : token;
        work[name] = await countWork(sandbox, () => user.verify(kind, verified, wrong));
      }
      const { 'wrong secret': expected, ...others } = work;
      expect(expected?.statements).toBeGreaterThan(0);
      for (const [name, same] of Object.entries(others)) expect([name, same]).toEqual([name, expected]);
    },
  );
});

async function removeFactor(user: SandboxUser, kind: string): Promise<void> {
  if (kind !== 'device-fingerprints') {
    await user.call('DELETE', user.v2Path(kind));
    return;
  }
  const path = `/v1/users/${user.details.userId}/partner-device-fingerprints`;
  const { body } = await user.callAsApplication<{ deviceFingerprintId: string }[]>('GET', path);
  await user.call('DELETE', user.v2Path(`device-fingerprints/${body[0]?.deviceFingerprintId}`));
}

describe('Strict disclosure', () => {
  it('hides which factor was wrong in verify responses', async () => {
    const [wrongFirst, wrongLast] = [await strict.createEnrolledUser(), await strict.createEnrolledUser()];
    const responses: [number, readonly { passed: boolean }[], number, unknown][] = [];
    for (const [user, pin, device] of [
      [wrongFirst, '0000', DEVICE],
      [wrongLast, PIN, 'other'],
    ] as const) {
      const token = await user.createToken();
      const first = await user.verifyPin(token, pin);
      const challenges = first.body.challenges as { passed: boolean; required: boolean }[];
      const last = await user.verifyDevice(token, device);
      responses.push([first.status, challenges, last.status, last.body]);
    }
    expect(responses[1]).toEqual(responses[0]);
    const [first, challenges, last] = responses[0] ?? [];
    expect([first, challenges?.map(({ passed }) => passed), last]).toEqual([200, [false, false], 400]);
  });

  it('clears the token when all factors are right', async () => {
    const user = await strict.createEnrolledUser();
    const token = await user.createToken();
    await user.clearToken(token);
    expect((await user.getStatement(token)).status).toBe(200);
  });

  it('demands all factors again after a failure', async () => {
    const user = await strict.createEnrolledUser();
    const token = await user.createToken();
    await user.verifyPin(token, '0000');
    await user.verifyDevice(token, DEVICE);
    expect((await user.getStatement(token)).status).toBe(403);
    await user.clearToken(token);
    expect((await user.getStatement(token)).status).toBe(200);
  });

  it('hides the result of a single OTP and of v1 responses', async () => {
    const user = await strict.createEnrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    const code = await user.callV1('sms/verify', token, { otpCode: '000000' });
    expect(code.status).toBe(200);
    expect(code.body).toMatchObject({
      oneTimeTokenProperties: { challenges: [{ primaryChallenge: { type: 'PIN' }, required: true, passed: false }] },
    });
    const pin = await user.callV1('pin/verify', token, { pin: PIN });
    expect([pin.status, errorCodes(pin)]).toEqual([400, ['pin.verification.failed']]);
    await user.advanceClock(20);
    await user.callV1('sms/trigger', token);
    expect((await user.callV1('sms/verify', token, { otpCode: OTP_CODE })).status).toBe(200);
    expect((await user.callV1('pin/verify', token, { pin: PIN })).status).toBe(200);
  });
});
