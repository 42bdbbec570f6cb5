import { describe, expect, it } from 'vitest';
import { DEVICE, FACE_MAP, OTP_CODE, openSandbox, PIN } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('The steps of a one-time token', () => {
  it('a protected request without approval returns 403 REJECTED with a token and a JSON error', async () => {
    const user = await sandbox.createEnrolledUser();
    for (const response of [await user.getStatement(), await user.pay()]) {
      expect([response.status, errorCodes(response)]).toEqual([403, ['sca.required']]);
      expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(response.headers.get('x-2fa-approval')).toMatch(UUID);
    }
  });

  it('an open low-risk session approves low-risk requests and no high-risk request', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.clearToken(await user.createToken());
    const served = await user.getStatement();
    expect(served.status).toBe(200);
    expect(served.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect((await user.pay()).status).toBe(403);
  });

  it('the session belongs to one profile and caller', async () => {
    const user = await sandbox.createEnrolledUser();
    await user.clearToken(await user.createToken());
    const colleague = await sandbox.createEnrolledUser({ clientId: user.details.clientId });
    expect((await colleague.getStatement()).status).toBe(403);
    for (const [kind, body] of [
      ['pin', { pin: PIN }],
      ['device-fingerprints', { deviceFingerprint: DEVICE }],
    ] as const) {
      expect((await user.call('POST', user.v2Path(kind, user.otherProfileId), { body })).status).toBe(200);
    }
    const query = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z';
    const path = `/v1/profiles/${user.otherProfileId}/balance-statements/${user.details.balanceId}/statement.json?${query}`;
    expect((await user.call('GET', path)).status).toBe(403);
  });

  it('returns 403 sca.factors.insufficient with the number of missing categories and no token', async () => {
    const bare = await sandbox.createUser();
    const some = await sandbox.createUser({ pin: PIN });
    for (const [user, missing] of [
      [bare, /\b2\b/],
      [some, /\b1\b/],
    ] as const) {
      const response = await user.getStatement();
      expect([response.status, errorCodes(response)]).toEqual([403, ['sca.factors.insufficient']]);
      expect(response.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(response.headers.get('x-2fa-approval')).toBeNull();
      expect(JSON.stringify(response.body)).toMatch(missing);
    }
    const session = await bare.call('POST', bare.v2Path('sca-sessions/authorise'));
    expect([session.status, errorCodes(session)]).toEqual([403, ['sca.factors.insufficient']]);
  });

  it('sca-sessions/authorise returns 200 with the token, which opens the low-risk session once cleared', async () => {
    const user = await sandbox.createEnrolledUser();
    const response = await user.call('POST', user.v2Path('sca-sessions/authorise'));
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      oneTimeTokenProperties: {
        oneTimeToken: expect.stringMatching(UUID),
        challenges: [expect.objectContaining({ required: true, passed: false }), expect.anything()],
        validity: expect.any(Number),
        actionType: expect.any(String),
        userId: user.details.userId,
      },
    });
    await user.clearToken((response.body.oneTimeTokenProperties as { oneTimeToken: string }).oneTimeToken);
    expect((await user.getStatement()).status).toBe(200);
  });

  it('status returns all slots with their flags', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await user.verifyPin(token, PIN);
    const response = await user.tokenStatus(token);
    expect(response.status).toBe(200);
    expect(response.body.oneTimeTokenProperties.challenges.map(({ required, passed }) => [required, passed])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('returns the same 404 one.time.token.not.found for unknown, expired and foreign tokens', async () => {
    const user = await sandbox.createEnrolledUser();
    const other = await sandbox.createEnrolledUser({ clientId: user.details.clientId });
    const foreign = await other.createToken();
    const old = await user.createToken();
    const bodies = [await user.tokenStatus(crypto.randomUUID()), await user.tokenStatus(foreign)];
    await user.advanceClock(3601);
    bodies.push(await user.tokenStatus(old));
    for (const response of bodies) {
      expect([response.status, errorCodes(response)]).toEqual([404, ['one.time.token.not.found']]);
      expect(response.body).toEqual(bodies[0]?.body);
    }
  });

  it('v1 verify returns the slots still required, none once cleared', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    const first = await user.callV1('pin/verify', token, { pin: PIN });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      oneTimeTokenProperties: {
        oneTimeToken: token,
        challenges: [{ primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, required: true, passed: false }],
      },
    });
    const second = await user.callV1('partner-device-fingerprint/verify', token, { deviceFingerprint: DEVICE });
    expect(second.body).toMatchObject({ oneTimeTokenProperties: { challenges: [] } });
  });

  it('v2 verify returns the token object with all slots and passed', async () => {
    const user = await sandbox.createEnrolledUser({ faceMap: FACE_MAP });
    const token = await user.createToken();
    const response = await user.verify('facemaps', token, { faceMap: FACE_MAP });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      oneTimeToken: token,
      challenges: [
        { primaryChallenge: { type: 'PIN' }, alternatives: [], required: true, passed: false },
        { primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, alternatives: [], required: false, passed: false },
        { primaryChallenge: { type: 'FACE_MAP' }, alternatives: [], required: false, passed: true },
      ],
      validity: expect.any(Number),
    });
  });

  it('a wrong secret returns 400 without attempts left and without revealing whether the factor exists', async () => {
    const user = await sandbox.createEnrolledUser();
    const gone = await sandbox.createEnrolledUser();
    const [token, orphan] = [await user.createToken(), await gone.createToken()];
    await gone.call('DELETE', gone.v2Path('pin'));
    const responses = [
      await user.verifyPin(token, '0000'),
      await user.verifyPin(token, '0001'),
      await gone.verifyPin(orphan, PIN),
    ];
    for (const response of responses) {
      expect([response.status, errorCodes(response)]).toEqual([400, ['pin.verification.failed']]);
      expect(response.body).toEqual(responses[0]?.body);
      expect(JSON.stringify(response.body)).not.toMatch(/\d/);
      expect([...response.headers.keys()].filter((name) => name.includes('limit'))).toEqual([]);
    }
    const device = await user.verifyDevice(token, 'other');
    expect([device.status, errorCodes(device)]).toEqual([400, ['device.fingerprint.verification.failed']]);
  });

  it('returns 400 challenge.not.applicable for a factor that the token does not offer', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    for (const response of [
      await user.verify('facemaps', token, { faceMap: FACE_MAP }),
      await user.callV1('facemap/verify', token, { faceMap: FACE_MAP }),
      await user.callV1('sms/verify', token, { otpCode: OTP_CODE }),
      await user.callV1('sms/trigger', token),
    ]) {
      expect([response.status, errorCodes(response)]).toEqual([400, ['challenge.not.applicable']]);
    }
  });

  it('returns 200 for a slot that has passed, without evaluating the secret', async () => {
    const user = await sandbox.createEnrolledUser();
    const token = await user.createToken();
    await user.verifyPin(token, PIN);
    for (let turn = 0; turn < 6; turn += 1) {
      const response = await user.verifyPin(token, '0000');
      expect(response.status).toBe(200);
      expect(response.body).toMatchObject({ challenges: [{ passed: true }, { passed: false }] });
    }
    expect((await user.verifyDevice(token, DEVICE)).status).toBe(200);
  });
});
