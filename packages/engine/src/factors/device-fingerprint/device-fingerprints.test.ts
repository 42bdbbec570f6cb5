import { describe, expect, it } from 'vitest';
import { engineFixture, expectRefusal, FINGERPRINT } from '../../engine.fixture.ts';

describe('Device fingerprint', () => {
  it.each(['', 'x'.repeat(513)])('has 1 to 512 characters', async (fingerprint) => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectRefusal(engine.deviceFingerprints.create(actor, profile, fingerprint), 'device.fingerprint.invalid');
  });

  it('takes 512 characters, each of any size', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await engine.deviceFingerprints.create(actor, profile, '😀'.repeat(512));
    expect(await engine.deviceFingerprints.list(actor, profile)).toHaveLength(1);
  });

  it('the same value again is 409, also when the profile has three', async () => {
    const { engine, actor, profile } = await engineFixture();
    for (const value of ['b', 'c']) await engine.deviceFingerprints.create(actor, profile, value);
    await expectRefusal(
      engine.deviceFingerprints.create(actor, profile, FINGERPRINT),
      'device.fingerprint.already.exists',
    );
  });

  it('at most three per profile, also when many are created at once', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => engine.deviceFingerprints.create(actor, profile, `device ${index}`)),
    );
    expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(3);
    await expectRefusal(engine.deviceFingerprints.create(actor, profile, 'x'), 'device.fingerprint.limit.reached');
    expect(await engine.deviceFingerprints.list(actor, profile)).toHaveLength(3);
  });

  it('is listed with id and time, oldest first, without its value', async () => {
    const { engine, actor, profile, clock } = await engineFixture();
    clock.advance(1000);
    const { deviceFingerprintId, createdAt } = await engine.deviceFingerprints.create(actor, profile, 'second');
    const list = await engine.deviceFingerprints.list(actor, profile);
    expect(list[1]).toEqual({ deviceFingerprintId, createdAt });
    expect(createdAt).toBe(clock.now());
    expect(JSON.stringify(list)).not.toContain(FINGERPRINT);
  });

  it('any of the three passes', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    for (const value of ['b', 'c']) await engine.deviceFingerprints.create(actor, profile, value);
    for (const value of [FINGERPRINT, 'b', 'c']) {
      const view = await engine.challenges.verify(actor, await challenge(), 'PARTNER_DEVICE_FINGERPRINT', value);
      expect(view.challenges[1]?.passed).toBe(true);
    }
  });

  it('a deleted one does not pass, and deleting it again is 404', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    const token = await challenge();
    const [device] = await engine.deviceFingerprints.list(actor, profile);
    const id = device?.deviceFingerprintId ?? '';
    await engine.deviceFingerprints.delete(actor, profile, id);
    await expectRefusal(
      engine.challenges.verify(actor, token, 'PARTNER_DEVICE_FINGERPRINT', FINGERPRINT),
      'device.fingerprint.verification.failed',
    );
    await expectRefusal(engine.deviceFingerprints.delete(actor, profile, id), 'device.fingerprint.not.found');
  });
});
