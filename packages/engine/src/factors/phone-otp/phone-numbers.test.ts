import { describe, expect, it } from 'vitest';
import {
  APPLICATION,
  addUser,
  engineFixture,
  expectError,
  LOW,
  PHONE_NUMBER,
  PIN,
  rejection,
} from '../../engine.fixture.ts';
import { memoryStore } from '../../testing/index.ts';
import { maskedEmail, obfuscatedPhoneNumber } from './e164.ts';

describe('Phone number', () => {
  it.each([
    '',
    '6588888888',
    '+65 8888 8888',
    '+0123456789',
    '+1',
    '+999123456789',
    '+4912',
    'tel:+6588888888',
    '+4407911123456',
    '+390612345678901',
  ])('must be a valid E.164 number: rejects %j', async (number) => {
    const { engine, profile } = await engineFixture({ factors: [] });
    await expectError(engine.phoneNumbers.create(APPLICATION, profile, number), 'phone.number.invalid');
  });

  it('is returned as primary and verified, with its client', async () => {
    const { engine, profile } = await engineFixture({ factors: [] });
    const created = await engine.phoneNumbers.create(APPLICATION, profile, PHONE_NUMBER);
    expect(created).toEqual({
      id: expect.any(Number),
      phoneNumber: PHONE_NUMBER,
      type: 'PRIMARY',
      verified: true,
      clientId: 'acme',
    });
    expect(await engine.phoneNumbers.list(APPLICATION, profile)).toEqual([created]);
  });

  it('is limited to one per user', async () => {
    const { engine, profile } = await engineFixture({ factors: ['phone'] });
    await expectError(engine.phoneNumbers.create(APPLICATION, profile, '+14155552671'), 'phone.number.already.exists');
  });

  it('of another user of the client is rejected with the masked email of that user', async () => {
    const { engine } = await engineFixture({ factors: ['phone'] });
    const other = await addUser(engine);
    const error = await rejection(engine.phoneNumbers.create(APPLICATION, other.profile, PHONE_NUMBER));
    expect(error).toMatchObject({ code: 'phone.number.repeated' });
    expect(error.message).toContain('u***@example.com');
    expect(maskedEmail('ann@example.com')).toBe('a***@example.com');
  });

  it('has one owner when many users create it concurrently', async () => {
    const { engine } = await engineFixture({ factors: [] });
    const users = await Promise.all(Array.from({ length: 10 }, () => addUser(engine)));
    const results = await Promise.allSettled(
      users.map(({ profile }) => engine.phoneNumbers.create(APPLICATION, profile, PHONE_NUMBER)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('can be updated, also to itself, but not to the number of another user', async () => {
    const { engine, profile } = await engineFixture({ factors: ['phone'] });
    const other = await addUser(engine);
    const taken = await engine.phoneNumbers.create(APPLICATION, other.profile, '+14155552671');
    const [own] = await engine.phoneNumbers.list(APPLICATION, profile);
    const id = own?.id ?? 0;
    await engine.phoneNumbers.update(APPLICATION, profile, id, PHONE_NUMBER);
    await expectError(engine.phoneNumbers.update(APPLICATION, profile, id, taken.phoneNumber), 'phone.number.repeated');
    const updated = await engine.phoneNumbers.update(APPLICATION, profile, id, '+12025550123');
    expect(updated).toMatchObject({ id, phoneNumber: '+12025550123' });
    await engine.phoneNumbers.update(APPLICATION, other.profile, taken.id, PHONE_NUMBER);
  });

  it.each(['update', 'delete'] as const)(
    '%s closes the session even if the process crashes right after it',
    async (how) => {
      const memory = memoryStore();
      let hasCrashed = false;
      const store: typeof memory = {
        ...memory,
        transaction: (scope, work) =>
          hasCrashed && 'profileId' in scope ? Promise.reject(new Error('crashed')) : memory.transaction(scope, work),
      };
      const { engine, actor, profile, challenge } = await engineFixture({ factors: ['pin', 'phone'], store });
      const token = await challenge();
      await engine.challenges.trigger(actor, token, 'SMS');
      await engine.challenges.verify(actor, token, 'SMS', '111111');
      await engine.challenges.verify(actor, token, 'PIN', PIN);
      expect(await engine.approvals.decide(actor, profile, LOW)).toMatchObject({ approved: true });
      const [number] = await engine.phoneNumbers.list(APPLICATION, profile);
      const id = number?.id ?? 0;
      hasCrashed = true;
      const change =
        how === 'delete'
          ? engine.phoneNumbers.delete(APPLICATION, profile, id)
          : engine.phoneNumbers.update(APPLICATION, profile, id, '+14155552671');
      await expect(change).rejects.toThrow('crashed');
      hasCrashed = false;
      expect(await engine.approvals.decide(actor, profile, LOW)).toMatchObject({ approved: false });
      expect(memory.auditLog.filter(({ type }) => type === 'session.closed')).toHaveLength(1);
    },
  );

  it('with an unknown id, or the id of another user, is not found', async () => {
    const { engine, profile } = await engineFixture({ factors: ['phone'] });
    const other = await addUser(engine);
    const [own] = await engine.phoneNumbers.list(APPLICATION, profile);
    const id = own?.id ?? 0;
    await expectError(engine.phoneNumbers.delete(APPLICATION, other.profile, id), 'phone.number.not.found');
    await expectError(
      engine.phoneNumbers.update(APPLICATION, other.profile, id, '+14155552671'),
      'phone.number.not.found',
    );
    await engine.phoneNumbers.delete(APPLICATION, profile, id);
    await expectError(engine.phoneNumbers.delete(APPLICATION, profile, id), 'phone.number.not.found');
  });

  it('of an unknown user throws user.not.found', async () => {
    const { engine } = await engineFixture();
    const unknownUser = { clientId: 'acme', userId: 1 };
    await expectError(engine.phoneNumbers.list(APPLICATION, unknownUser), 'user.not.found');
    await expectError(engine.phoneNumbers.create(APPLICATION, unknownUser, PHONE_NUMBER), 'user.not.found');
  });

  it('is masked except for the last four characters', () => {
    expect(obfuscatedPhoneNumber('+6588888888')).toBe('*******8888');
  });
});
