import { describe, expect, it } from 'vitest';
import { CODE, DEVICE, FACE, openSandbox, PIN } from './support/sandbox.ts';
import { codes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('The steps', () => {
  it('a protected call without approval is 403 with REJECTED, a token and a JSON error body', async () => {
    const user = await sandbox.enrolledUser();
    for (const answer of [await user.statement(), await user.pay()]) {
      expect([answer.status, codes(answer)]).toEqual([403, ['sca.required']]);
      expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(answer.headers.get('x-2fa-approval')).toMatch(UUID);
    }
  });

  it('with an open low-risk session a low-risk call is served with APPROVED, a high-risk call is not', async () => {
    const user = await sandbox.enrolledUser();
    await user.clear(await user.token());
    const served = await user.statement();
    expect(served.status).toBe(200);
    expect(served.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect((await user.pay()).status).toBe(403);
  });

  it('the session is of this profile and caller', async () => {
    const user = await sandbox.enrolledUser();
    await user.clear(await user.token());
    const colleague = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    expect((await colleague.statement()).status).toBe(403);
    for (const [kind, body] of [
      ['pin', { pin: PIN }],
      ['device-fingerprints', { deviceFingerprint: DEVICE }],
    ] as const) {
      expect((await user.call('POST', user.v2(kind, user.otherProfileId), { body })).status).toBe(200);
    }
    const query = 'currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-02-01T00:00:00Z';
    const path = `/v1/profiles/${user.otherProfileId}/balance-statements/${user.facts.balanceId}/statement.json?${query}`;
    expect((await user.call('GET', path)).status).toBe(403);
  });

  it('with too few categories it is 403, REJECTED, no token, sca.factors.insufficient naming how many are missing', async () => {
    const bare = await sandbox.user();
    const some = await sandbox.user({ pin: PIN });
    for (const [user, missing] of [
      [bare, /\b2\b/],
      [some, /\b1\b/],
    ] as const) {
      const answer = await user.statement();
      expect([answer.status, codes(answer)]).toEqual([403, ['sca.factors.insufficient']]);
      expect(answer.headers.get('x-2fa-approval-result')).toBe('REJECTED');
      expect(answer.headers.get('x-2fa-approval')).toBeNull();
      expect(JSON.stringify(answer.body)).toMatch(missing);
    }
    const session = await bare.call('POST', bare.v2('sca-sessions/authorise'));
    expect([session.status, codes(session)]).toEqual([403, ['sca.factors.insufficient']]);
  });

  it('sca-sessions/authorise answers 200 with the token; clearing it opens the low-risk session', async () => {
    const user = await sandbox.enrolledUser();
    const answer = await user.call('POST', user.v2('sca-sessions/authorise'));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      oneTimeTokenProperties: {
        oneTimeToken: expect.stringMatching(UUID),
        challenges: [expect.objectContaining({ required: true, passed: false }), expect.anything()],
        validity: expect.any(Number),
        actionType: expect.any(String),
        userId: user.facts.userId,
      },
    });
    await user.clear((answer.body.oneTimeTokenProperties as { oneTimeToken: string }).oneTimeToken);
    expect((await user.statement()).status).toBe(200);
  });

  it('status answers all slots with their flags', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.pin(token, PIN);
    const answer = await user.status(token);
    expect(answer.status).toBe(200);
    expect(answer.body.oneTimeTokenProperties.challenges.map(({ required, passed }) => [required, passed])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it("unknown, expired and other people's tokens are the same 404 one.time.token.not.found", async () => {
    const user = await sandbox.enrolledUser();
    const other = await sandbox.enrolledUser({ clientId: user.facts.clientId });
    const foreign = await other.token();
    const old = await user.token();
    const bodies = [await user.status(crypto.randomUUID()), await user.status(foreign)];
    await user.wait(3601);
    bodies.push(await user.status(old));
    for (const answer of bodies) {
      expect([answer.status, codes(answer)]).toEqual([404, ['one.time.token.not.found']]);
      expect(answer.body).toEqual(bodies[0]?.body);
    }
  });

  it('verify, right, in v1: the slots still required, none when cleared', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    const first = await user.v1('pin/verify', token, { pin: PIN });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      oneTimeTokenProperties: {
        oneTimeToken: token,
        challenges: [{ primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, required: true, passed: false }],
      },
    });
    const second = await user.v1('partner-device-fingerprint/verify', token, { deviceFingerprint: DEVICE });
    expect(second.body).toMatchObject({ oneTimeTokenProperties: { challenges: [] } });
  });

  it('verify, right, in v2: the token object itself, all slots with passed', async () => {
    const user = await sandbox.enrolledUser({ faceMap: FACE });
    const token = await user.token();
    const answer = await user.verify('facemaps', token, { faceMap: FACE });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      oneTimeToken: token,
      challenges: [
        { primaryChallenge: { type: 'PIN' }, alternatives: [], required: true, passed: false },
        { primaryChallenge: { type: 'PARTNER_DEVICE_FINGERPRINT' }, alternatives: [], required: false, passed: false },
        { primaryChallenge: { type: 'FACE_MAP' }, alternatives: [], required: false, passed: true },
      ],
      validity: expect.any(Number),
    });
  });

  it('verify, wrong, is 400, never telling how many tries are left or whether the factor exists', async () => {
    const user = await sandbox.enrolledUser();
    const gone = await sandbox.enrolledUser();
    const [token, orphan] = [await user.token(), await gone.token()];
    await gone.call('DELETE', gone.v2('pin'));
    const answers = [await user.pin(token, '0000'), await user.pin(token, '0001'), await gone.pin(orphan, PIN)];
    for (const answer of answers) {
      expect([answer.status, codes(answer)]).toEqual([400, ['pin.verification.failed']]);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(JSON.stringify(answer.body)).not.toMatch(/\d/);
      expect([...answer.headers.keys()].filter((name) => name.includes('limit'))).toEqual([]);
    }
    const device = await user.device(token, 'other');
    expect([device.status, codes(device)]).toEqual([400, ['device.fingerprint.verification.failed']]);
  });

  it('verify a type that the token does not offer is 400 challenge.not.applicable', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    for (const answer of [
      await user.verify('facemaps', token, { faceMap: FACE }),
      await user.v1('facemap/verify', token, { faceMap: FACE }),
      await user.v1('sms/verify', token, { otpCode: CODE }),
      await user.v1('sms/trigger', token),
    ]) {
      expect([answer.status, codes(answer)]).toEqual([400, ['challenge.not.applicable']]);
    }
  });

  it('verify a slot already passed is 200 with the current state, the secret not evaluated', async () => {
    const user = await sandbox.enrolledUser();
    const token = await user.token();
    await user.pin(token, PIN);
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = await user.pin(token, '0000');
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ challenges: [{ passed: true }, { passed: false }] });
    }
    expect((await user.device(token, DEVICE)).status).toBe(200);
  });
});
