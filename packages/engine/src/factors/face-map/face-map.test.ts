import { describe, expect, it } from 'vitest';
import { engineFixture, expectError, FACE_MAP } from '../../engine.fixture.ts';

const bytes = (length: number): string => Buffer.alloc(length, 7).toString('base64');

describe('Face map', () => {
  it.each(['', 'a', 'ab==c', '####', 'YWJj\n', 'YW Jj'])('must be base64: rejects %j', async (text) => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectError(engine.factors.enrol(actor, profile, 'FACE_MAP', text), 'facemap.invalid');
  });

  it('can have at most 1 MiB decoded', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectError(engine.factors.enrol(actor, profile, 'FACE_MAP', bytes(1024 * 1024 + 1)), 'facemap.invalid');
    await engine.factors.enrol(actor, profile, 'FACE_MAP', bytes(1024 * 1024));
  });

  it('can be enrolled once per profile', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: ['face'] });
    await expectError(engine.factors.enrol(actor, profile, 'FACE_MAP', FACE_MAP), 'facemap.already.exists');
  });

  it('cannot be removed when none is enrolled', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: ['face'] });
    await engine.factors.remove(actor, profile, 'FACE_MAP');
    await expectError(engine.factors.remove(actor, profile, 'FACE_MAP'), 'facemap.not.setup');
  });

  it('passes when the matcher matches, and fails otherwise', async () => {
    const { engine, actor, challenge } = await engineFixture({ factors: ['pin', 'face'] });
    const token = await challenge();
    for (const wrong of [btoa('another face'), 'not base64!', '']) {
      await expectError(engine.challenges.verify(actor, token, 'FACE_MAP', wrong), 'facemap.verification.failed');
    }
    const view = await engine.challenges.verify(actor, token, 'FACE_MAP', FACE_MAP);
    expect(view.challenges).toMatchObject([
      { primaryChallenge: 'PIN', passed: false },
      { primaryChallenge: 'FACE_MAP', passed: true },
    ]);
  });
});
