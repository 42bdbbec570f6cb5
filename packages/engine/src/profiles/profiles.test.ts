import { describe, expect, it } from 'vitest';
import { APPLICATION, addUser, engineFixture, expectError } from '../engine.fixture.ts';

describe('Profiles', () => {
  it('resolve for their own user and for the application', async () => {
    const { engine, actor, profile } = await engineFixture();
    expect(await engine.profiles.resolve(actor, profile.profileId)).toEqual(profile);
    expect(await engine.profiles.resolve(APPLICATION, profile.profileId)).toEqual(profile);
  });

  it("throw the same error for another user's profile and an unknown one", async () => {
    const { engine, actor } = await engineFixture();
    const other = await addUser(engine);
    await expectError(engine.profiles.resolve(actor, other.profile.profileId), 'profile.not.found');
    await expectError(engine.profiles.resolve(actor, 1), 'profile.not.found');
    await expectError(
      engine.profiles.resolve({ ...APPLICATION, clientId: 'other' }, other.profile.profileId),
      'profile.not.found',
    );
    await expectError(engine.profiles.list(actor, other.profile.userId), 'user.not.found');
    await expectError(engine.profiles.default(APPLICATION, 1), 'user.not.found');
  });

  it('list the default profile first', async () => {
    const { engine } = await engineFixture();
    const user = await engine.identity.createUser(APPLICATION, {
      profiles: [{ type: 'business' }, { type: 'personal' }],
    });
    const list = await engine.profiles.list(APPLICATION, user.userId);
    expect(list.map(({ isDefault, type }) => [type, isDefault])).toEqual([
      ['business', true],
      ['personal', false],
    ]);
    expect((await engine.profiles.default(APPLICATION, user.userId)).profileId).toBe(list[0]?.profileId);
  });
});
