import { describe, expect, it } from 'vitest';
import { engineFixture, expectRefusal, FACE_MAP } from '../../engine.fixture.ts';

const bytes = (length: number): string => Buffer.alloc(length, 7).toString('base64');

describe('Face map', () => {
  it.each(['', 'a', 'ab==c', '####', 'YWJj\n', 'YW Jj'])('is base64: %j is refused', async (text) => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectRefusal(engine.factors.enrol(actor, profile, 'FACE_MAP', text), 'facemap.invalid');
  });

  it('is at most 1 MiB decoded', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: [] });
    await expectRefusal(engine.factors.enrol(actor, profile, 'FACE_MAP', bytes(1024 * 1024 + 1)), 'facemap.invalid');
    await engine.factors.enrol(actor, profile, 'FACE_MAP', bytes(1024 * 1024));
  });

  it('one per profile: a second is 409', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: ['face'] });
    await expectRefusal(engine.factors.enrol(actor, profile, 'FACE_MAP', FACE_MAP), 'facemap.already.exists');
  });

  it('delete without one is facemap.not.setup', async () => {
    const { engine, actor, profile } = await engineFixture({ factors: ['face'] });
    await engine.factors.remove(actor, profile, 'FACE_MAP');
    await expectRefusal(engine.factors.remove(actor, profile, 'FACE_MAP'), 'facemap.not.setup');
  });

  it('passes inherence when the matcher says so, and fails otherwise', async () => {
    const { engine, actor, challenge } = await engineFixture({ factors: ['pin', 'face'] });
    const token = await challenge();
    for (const wrong of [btoa('another face'), 'not base64!', '']) {
      await expectRefusal(engine.challenges.verify(actor, token, 'FACE_MAP', wrong), 'facemap.verification.failed');
    }
    const view = await engine.challenges.verify(actor, token, 'FACE_MAP', FACE_MAP);
    expect(view.challenges).toMatchObject([
      { primaryChallenge: 'PIN', passed: false },
      { primaryChallenge: 'FACE_MAP', passed: true },
    ]);
  });
});
