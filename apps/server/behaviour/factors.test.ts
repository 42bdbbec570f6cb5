import { describe, expect, it } from 'vitest';
import { DEVICE, FACE_MAP, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const guarded = openSandbox({ SCA_PROTECT_ENROLMENT: 'true' });

describe('Profiles', () => {
  it('v1 uses the default profile, v2 the profile in the path', async () => {
    const user = await sandbox.createUser();
    expect((await user.call('POST', '/v1/user/pin', { body: { pin: PIN } })).status).toBe(204);
    expect((await user.call('POST', user.v2Path('pin', user.otherProfileId), { body: { pin: PIN } })).status).toBe(200);
    expect((await user.call('DELETE', user.v2Path('pin', user.otherProfileId))).status).toBe(204);
    expect((await user.call('DELETE', user.v2Path('pin'))).status).toBe(204);
  });

  it('a PIN created by one family exists in the other', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    expect((await user.call('POST', '/v1/user/pin', { body: { pin: PIN } })).status).toBe(409);
    expect((await user.callAsApplication('DELETE', `/v1/users/${user.details.userId}/pin`)).status).toBe(204);
    expect((await user.call('POST', user.v2Path('pin'), { body: { pin: PIN } })).status).toBe(200);
    expect((await user.call('POST', '/v1/user/pin', { body: { pin: PIN } })).status).toBe(409);
  });

  it('returns 404 for the profile of another user', async () => {
    const [user, other] = [await sandbox.createUser(), await sandbox.createUser()];
    const response = await user.call('POST', user.v2Path('pin', other.profileId), { body: { pin: PIN } });
    expect([response.status, errorCodes(response)]).toEqual([404, ['profile.not.found']]);
  });
});

describe('The v1 endpoints', () => {
  it('enrol, verify and remove the factors of the default profile', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    const { userId } = user.details;
    expect((await user.call('POST', '/v1/user/facemap/enrol', { body: { faceMap: FACE_MAP } })).status).toBe(204);
    const verified = await user.callV1('facemap/verify', await user.createToken(), { faceMap: FACE_MAP });
    expect(verified.status).toBe(200);
    expect((await user.callAsApplication('DELETE', `/v1/users/${userId}/facemap/enrol`)).status).toBe(204);

    const devices = '/v1/user/partner-device-fingerprints';
    const { body } = await user.call('POST', devices, { body: { deviceFingerprint: DEVICE } });
    const again = await user.call('POST', devices, { body: { deviceFingerprint: DEVICE } });
    expect([again.status, errorCodes(again)]).toEqual([409, ['device.fingerprint.already.exists']]);
    const path = `/v1/users/${userId}/partner-device-fingerprints/${body.deviceFingerprintId}`;
    expect((await user.callAsApplication('DELETE', path)).status).toBe(204);
    expect((await user.callAsApplication('DELETE', path)).status).toBe(404);
  });
});

describe('PIN', () => {
  it.each(['123', '12345', '12a4', '', '１２３４', ' 1234'])(
    'returns 400 for a PIN that is not four digits: %j',
    async (pin) => {
      const user = await sandbox.createUser();
      const response = await user.call('POST', user.v2Path('pin'), { body: { pin } });
      expect([response.status, new Set(errorCodes(response))]).toEqual([400, new Set(['request.invalid'])]);
      expect((await user.call('POST', '/v1/user/pin', { body: { pin } })).status).toBe(400);
    },
  );

  it('returns 400 for a PIN that is a number instead of a string', async () => {
    const user = await sandbox.createUser();
    expect((await user.call('POST', user.v2Path('pin'), { body: { pin: 1234 } })).status).toBe(400);
  });

  it('returns 409 for a second PIN of a profile', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    const response = await user.call('POST', user.v2Path('pin'), { body: { pin: '9999' } });
    expect([response.status, errorCodes(response)]).toEqual([409, ['pin.already.exists']]);
  });

  it('accepts a new PIN after the old one was deleted', async () => {
    const user = await sandbox.createEnrolledUser();
    expect((await user.call('DELETE', user.v2Path('pin'))).status).toBe(204);
    expect((await user.call('POST', user.v2Path('pin'), { body: { pin: '9999' } })).status).toBe(200);
    const token = await user.createToken();
    expect((await user.verifyPin(token, PIN)).status).toBe(400);
    expect((await user.verifyPin(token, '9999')).status).toBe(200);
  });

  it('returns 404 pin.not.setup for the deletion of a missing PIN', async () => {
    const user = await sandbox.createUser();
    for (const response of [
      await user.call('DELETE', user.v2Path('pin')),
      await user.callAsApplication('DELETE', `/v1/users/${user.details.userId}/pin`),
    ]) {
      expect([response.status, errorCodes(response)]).toEqual([404, ['pin.not.setup']]);
    }
  });
});

describe('PARTNER_DEVICE_FINGERPRINT', () => {
  it('accepts fingerprints of 1 to 512 characters', async () => {
    const user = await sandbox.createUser();
    const create = (deviceFingerprint: string) =>
      user.call('POST', user.v2Path('device-fingerprints'), { body: { deviceFingerprint } });
    expect((await create('')).status).toBe(400);
    expect((await create('x'.repeat(513))).status).toBe(400);
    expect((await create('x')).status).toBe(200);
    const longest = await create('x'.repeat(512));
    expect(longest.status).toBe(200);
    expect(longest.body).toEqual({
      deviceFingerprintId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('returns 400 device.fingerprint.limit.reached for the fourth fingerprint of a profile', async () => {
    const user = await sandbox.createUser();
    const create = (deviceFingerprint: string) =>
      user.call('POST', '/v1/user/partner-device-fingerprints', { body: { deviceFingerprint } });
    for (const device of ['a', 'b', 'c']) expect((await create(device)).status).toBe(200);
    const fourth = await create('d');
    expect([fourth.status, errorCodes(fourth)]).toEqual([400, ['device.fingerprint.limit.reached']]);
  });

  it('returns 409 for a fingerprint that is already enrolled', async () => {
    const user = await sandbox.createUser({ deviceFingerprint: DEVICE });
    const response = await user.call('POST', user.v2Path('device-fingerprints'), {
      body: { deviceFingerprint: DEVICE },
    });
    expect([response.status, errorCodes(response)]).toEqual([409, ['device.fingerprint.already.exists']]);
  });

  it('deletes a fingerprint by its id, once', async () => {
    const user = await sandbox.createUser();
    const { body } = await user.call('POST', user.v2Path('device-fingerprints'), {
      body: { deviceFingerprint: DEVICE },
    });
    const path = user.v2Path(`device-fingerprints/${body.deviceFingerprintId}`);
    expect((await user.call('DELETE', path)).status).toBe(204);
    const again = await user.call('DELETE', path);
    expect([again.status, errorCodes(again)]).toEqual([404, ['device.fingerprint.not.found']]);
  });
});

describe('SMS, WHATSAPP and VOICE', () => {
  const numbersOf = (userId: number) => `/v1/application/users/${userId}/phone-numbers`;

  it('are all offered with a verified phone number', async () => {
    const user = await sandbox.createUser({ pin: PIN });
    await user.callAsApplication('POST', numbersOf(user.details.userId), { body: { phoneNumber: phoneNumber() } });
    const { body } = await user.tokenStatus(await user.createToken());
    const possession = body.oneTimeTokenProperties.challenges[1];
    expect(possession?.primaryChallenge.type).toBe('SMS');
    expect(possession?.alternatives.map(({ type }) => type)).toEqual(['WHATSAPP', 'VOICE']);
  });

  it.each(['+65 1', '88888888', '+1234567890123456', '+999123456789', '+6512'])(
    'returns 400 for a number that is not valid E.164: %s',
    async (number) => {
      const user = await sandbox.createUser();
      const response = await user.callAsApplication('POST', numbersOf(user.details.userId), {
        body: { phoneNumber: number },
      });
      expect(response.status).toBe(400);
    },
  );

  it('returns the verified number with id, PRIMARY, verified and clientId', async () => {
    const user = await sandbox.createUser();
    const number = phoneNumber();
    const response = await user.callAsApplication('POST', numbersOf(user.details.userId), {
      body: { phoneNumber: number },
    });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      id: expect.any(Number),
      phoneNumber: number,
      type: 'PRIMARY',
      verified: true,
      clientId: user.details.clientId,
    });
  });

  it('allows one phone number per user', async () => {
    const user = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const response = await user.callAsApplication('POST', numbersOf(user.details.userId), {
      body: { phoneNumber: phoneNumber() },
    });
    expect([response.status, errorCodes(response)]).toEqual([409, ['phone.number.already.exists']]);
  });

  it("returns 422 phone.number.repeated for a number of another user of the client, with that user's e-mail address masked", async () => {
    const owner = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const other = await sandbox.createUser({ clientId: owner.details.clientId });
    const { body } = await owner.callAsApplication<{ phoneNumber: string }[]>('GET', numbersOf(owner.details.userId));
    const taken = body[0]?.phoneNumber ?? '';
    const response = await owner.callAsApplication('POST', numbersOf(other.details.userId), {
      body: { phoneNumber: taken },
    });
    expect([response.status, errorCodes(response)]).toEqual([422, ['phone.number.repeated']]);
    expect(JSON.stringify(response.body)).toContain('***');
    expect(JSON.stringify(response.body)).not.toContain(owner.details.email);

    const own = await owner.callAsApplication<{ id: number }>('POST', numbersOf(other.details.userId), {
      body: { phoneNumber: phoneNumber() },
    });
    const update = await owner.callAsApplication('PUT', `${numbersOf(other.details.userId)}/${own.body.id}`, {
      body: { phoneNumber: taken },
    });
    expect([update.status, errorCodes(update)]).toEqual([422, ['phone.number.repeated']]);
  });

  it('applies the same rules to phone_numbers, and returns 404 for an unknown number', async () => {
    const owner = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const other = await sandbox.createUser({ clientId: owner.details.clientId });
    const alias = (userId: number) => numbersOf(userId).replace('phone-numbers', 'phone_numbers');
    const send = (method: string, path: string, number: string) =>
      owner.callAsApplication<{ id: number }>(method, path, { body: { phoneNumber: number } });
    const [{ phoneNumber: taken } = { phoneNumber: '' }] = (
      await owner.callAsApplication<{ phoneNumber: string }[]>('GET', alias(owner.details.userId))
    ).body;
    expect((await send('POST', alias(owner.details.userId), phoneNumber())).status).toBe(409);
    expect((await send('POST', alias(other.details.userId), taken)).status).toBe(422);
    const { body } = await send('POST', alias(other.details.userId), phoneNumber());
    expect((await send('PUT', `${alias(other.details.userId)}/${body.id}`, taken)).status).toBe(422);
    for (const path of [numbersOf(other.details.userId), alias(other.details.userId)]) {
      const gone = await owner.callAsApplication('DELETE', `${path}/1`);
      expect([gone.status, errorCodes(gone)]).toEqual([404, ['phone.number.not.found']]);
    }
  });

  it('accepts a number that a user of another client has', async () => {
    const owner = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const [{ phoneNumber: number } = { phoneNumber: '' }] = (
      await owner.callAsApplication<{ phoneNumber: string }[]>('GET', numbersOf(owner.details.userId))
    ).body;
    expect((await sandbox.createUser({ phoneNumber: number })).details.userId).toEqual(expect.any(Number));
  });
});

describe('FACE_MAP', () => {
  const create = (user: Awaited<ReturnType<typeof sandbox.createUser>>, faceMap: string) =>
    user.call('POST', user.v2Path('facemaps'), { body: { faceMap } });

  it('accepts base64 of at most 1 MiB decoded', async () => {
    const user = await sandbox.createUser();
    expect(errorCodes(await create(user, 'not base64!'))).toHaveLength(1);
    expect((await create(user, Buffer.alloc(1_048_577).toString('base64'))).status).toBe(400);
    expect((await create(user, Buffer.alloc(1_048_576).toString('base64'))).status).toBe(204);
  });

  it('returns 409 for a second face map of a profile', async () => {
    const user = await sandbox.createUser({ faceMap: FACE_MAP });
    const second = await create(user, FACE_MAP);
    expect([second.status, errorCodes(second)]).toEqual([409, ['facemap.already.exists']]);
    expect((await user.call('POST', '/v1/user/facemap/enrol', { body: { faceMap: FACE_MAP } })).status).toBe(409);
  });

  it('returns 404 facemap.not.setup for the deletion of a missing face map', async () => {
    const user = await sandbox.createUser();
    for (const response of [
      await user.call('DELETE', user.v2Path('facemaps')),
      await user.callAsApplication('DELETE', `/v1/users/${user.details.userId}/facemap/enrol`),
    ]) {
      expect([response.status, errorCodes(response)]).toEqual([404, ['facemap.not.setup']]);
    }
  });

  it('matches face maps by digest in the sandbox', async () => {
    const user = await sandbox.createUser({ faceMap: FACE_MAP, pin: PIN });
    const token = await user.createToken();
    const wrong = await user.verify('facemaps', token, { faceMap: 'b3RoZXI=' });
    expect([wrong.status, errorCodes(wrong)]).toEqual([400, ['facemap.verification.failed']]);
    expect((await user.verify('facemaps', token, { faceMap: FACE_MAP })).status).toBe(200);
  });
});

describe('Enrolment', () => {
  it('needs no approval in the sandbox by default', async () => {
    const user = await sandbox.createEnrolledUser();
    expect((await user.call('POST', user.v2Path('facemaps'), { body: { faceMap: FACE_MAP } })).status).toBe(204);
  });

  it('is a high-risk action with SCA_PROTECT_ENROLMENT and two categories', async () => {
    const user = await guarded.createUser({ pin: PIN });
    const first = await user.call('POST', user.v2Path('device-fingerprints'), { body: { deviceFingerprint: DEVICE } });
    expect(first.status).toBe(200);

    const enrol = (path: string, body: object, approval?: string) =>
      user.call('POST', path, { body, ...(approval ? { headers: { 'x-2fa-approval': approval } } : {}) });
    for (const [path, body] of [
      [user.v2Path('facemaps'), { faceMap: FACE_MAP }],
      [user.v2Path('device-fingerprints'), { deviceFingerprint: 'phone' }],
      ['/v1/user/facemap/enrol', { faceMap: FACE_MAP }],
      ['/v1/user/partner-device-fingerprints', { deviceFingerprint: 'phone' }],
    ] as const) {
      const rejected = await enrol(path, body);
      expect([rejected.status, errorCodes(rejected)]).toEqual([403, ['sca.required']]);
      expect(rejected.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    }
    const token = (await enrol(user.v2Path('facemaps'), { faceMap: FACE_MAP })).headers.get('x-2fa-approval') ?? '';
    await user.clearToken(token);
    // The approval is bound to what is enrolled.
    for (const [path, body] of [
      [user.v2Path('facemaps'), { faceMap: btoa('another face') }],
      [user.v2Path('device-fingerprints'), { deviceFingerprint: 'phone' }],
    ] as const) {
      const other = await enrol(path, body, token);
      expect([other.status, errorCodes(other)]).toEqual([403, ['sca.required']]);
    }
    expect((await enrol(user.v2Path('facemaps'), { faceMap: FACE_MAP }, token)).status).toBe(204);
    const again = await enrol(user.v2Path('device-fingerprints'), { deviceFingerprint: 'phone' }, token);
    expect(again.status).toBe(403);
  });
});
