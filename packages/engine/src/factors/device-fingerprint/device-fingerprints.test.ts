import { describe, expect, it } from 'vitest';
import { engineFixture, expectError, FINGERPRINT } from '../../engine.fixture.ts';

describe('Device fingerprint', () => {
  it.each(['', 'x'.repeat(513)])('must have 1 to 512 characters', async (fingerprint) => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectError(engine.deviceFingerprints.create(actor, profile, fingerprint), 'device.fingerprint.invalid');
  });

  it('can have 512 characters of any encoded size', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await engine.deviceFingerprints.create(actor, profile, '😀'.repeat(512));
    expect(await engine.deviceFingerprints.list(actor, profile)).toHaveLength(1);
  });

  it('cannot be created twice, even when the profile has three', async () => {
    const { engine, actor, profile } = await engineFixture();
    for (const value of ['b', 'c']) await engine.deviceFingerprints.create(actor, profile, value);
    await expectError(
      engine.deviceFingerprints.create(actor, profile, FINGERPRINT),
      'device.fingerprint.already.exists',
    );
  });

  it('is limited to three per profile, even for concurrent creates', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => engine.deviceFingerprints.create(actor, profile, `device ${index}`)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expectError(engine.deviceFingerprints.create(actor, profile, 'x'), 'device.fingerprint.limit.reached');
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

  it('passes with any of the three', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    for (const value of ['b', 'c']) await engine.deviceFingerprints.create(actor, profile, value);
    for (const value of [FINGERPRINT, 'b', 'c']) {
      const view = await engine.challenges.verify(actor, await challenge(), 'PARTNER_DEVICE_FINGERPRINT', value);
      expect(view.challenges[1]?.passed).toBe(true);
    }
  });

  it('does not pass after it was deleted, and cannot be deleted twice', async () => {
    const { engine, actor, profile, challenge } = await engineFixture();
    const token = await challenge();
    const [device] = await engine.deviceFingerprints.list(actor, profile);
    const id = device?.deviceFingerprintId ?? '';
    await engine.deviceFingerprints.delete(actor, profile, id);
    await expectError(
      engine.challenges.verify(actor, token, 'PARTNER_DEVICE_FINGERPRINT', FINGERPRINT),
      'device.fingerprint.verification.failed',
    );
    await expectError(engine.deviceFingerprints.delete(actor, profile, id), 'device.fingerprint.not.found');
  });
});
