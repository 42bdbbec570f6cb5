import { describe, expect, it } from 'vitest';
import { EventReader } from './support/event-reader.ts';
import { OTP_CODE, openSandbox, PIN } from './support/sandbox.ts';
import type { SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();

describe('/sandbox/clock', () => {
  const read = async (user: SandboxUser) =>
    (await user.callAsApplication<{ now: string; offset: number }>('GET', '/sandbox/clock')).body;

  it('is read and advanced by seconds', async () => {
    const user = await sandbox.createUser();
    const before = await read(user);
    expect(before.offset).toBe(0);
    const moved = await user.callAsApplication('POST', '/sandbox/clock', { body: { seconds: 90 } });
    expect(moved.status).toBe(200);
    const after = await read(user);
    expect(after.offset).toBe(90);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(90_000);
  });

  it('cannot be set back', async () => {
    const user = await sandbox.createUser();
    for (const seconds of [-1, 0.5, 'soon']) {
      expect((await user.callAsApplication('POST', '/sandbox/clock', { body: { seconds } })).status).toBe(400);
    }
    expect((await read(user)).offset).toBe(0);
  });

  it('belongs to one client', async () => {
    const [user, other] = [await sandbox.createEnrolledUser(), await sandbox.createEnrolledUser()];
    const [token, theirs] = [await user.createToken(), await other.createToken()];
    await user.advanceClock(3601);
    expect((await user.tokenStatus(token)).status).toBe(404);
    expect((await other.tokenStatus(theirs)).status).toBe(200);
    expect((await read(other)).offset).toBe(0);
  });

  it('applies to background work: the sweep deletes what has expired for one client alone', async () => {
    const [user, other] = [await sandbox.createEnrolledUser(), await sandbox.createEnrolledUser()];
    const [token, theirs] = [await user.createToken(), await other.createToken()];
    await user.advanceClock(3 * 24 * 3600);
    const { stores, clock, keys } = sandbox.server.services;
    while ((await stores.sweep(clock.now())) > 0);
    const stored = async (clientId: string, text: string) => {
      const digest = await keys.digest(text);
      return stores.engine.read({ clientId }, (tx) => tx.oneTimeTokens.find(clientId, digest));
    };
    expect(await stored(user.details.clientId, token)).toBeUndefined();
    expect(await stored(other.details.clientId, theirs)).toBeDefined();
  });
});

describe('Parallel suites', () => {
  /** Advances its clock, sets outcomes, sends codes, and reads inbox and events. */
  async function suite(seconds: number): Promise<void> {
    const user = await sandbox.createEnrolledUser({ phoneNumber: '+6588880000' });
    const events = await EventReader.open(user, '0');
    for (let round = 0; round < 3; round += 1) {
      const token = await user.createToken();
      await user.simulate('PIN', 'fail');
      expect((await user.verifyPin(token, PIN)).status).toBe(400);
      await user.callV1('sms/trigger', token);
      await user.callV1('sms/verify', token, { otpCode: OTP_CODE });
      await user.verifyPin(token, PIN);
      expect((await user.getStatement(token)).status).toBe(200);
      await user.advanceClock(seconds);
      expect((await user.getStatement(token)).status).toBe(seconds < 300 ? 200 : 403);
    }
    const { body } = await user.callAsApplication<{ offset: number }>('GET', '/sandbox/clock');
    expect(body.offset).toBe(3 * seconds);
    const inbox = await user.callAsApplication<{ messages: { userId: number }[] }>('GET', '/sandbox/inbox');
    expect(inbox.body.messages.map(({ userId }) => userId)).toEqual(
      Array.from({ length: 3 }, () => user.details.userId),
    );
    await user.callAsApplication('DELETE', `/sandbox/users/${user.details.userId}`);
    const seen = await events.until('user.deleted');
    await events.close();
    for (const { data } of seen) expect([null, user.details.userId]).toContain(data.userId);
    expect(seen.filter(({ event }) => event === 'otp.sent')).toHaveLength(3);
  }

  it('have no effect on each other', async () => {
    await Promise.all([suite(20), suite(400), suite(3599), suite(20)]);
  });
});
