import { CHALLENGE_TYPES, type ChallengeType } from '@sca-kit/engine';
import { afterAll, expect, test } from 'vitest';
import { createServer } from '../create-server.ts';
import { categoriesOf, challengesBeside } from './categories.ts';
import { readConfig } from './config.ts';

const server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent' }));
afterAll(() => server.close());

async function post<Body>(path: string, headers: Record<string, string>, body?: unknown): Promise<Body> {
  const answer = await server.app.request(path, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Body;
}

interface Challenge {
  readonly primaryChallenge: { readonly type: ChallengeType };
  readonly alternatives: readonly { readonly type: ChallengeType }[];
}

test('are those of the slots of a token that offers everything', async () => {
  const enrolled = { pin: '4821', deviceFingerprint: 'a', phoneNumber: '+6591234567', faceMap: 'ZmFjZS1tYXA=' };
  const user = await post<{ accessToken: string; profiles: readonly { id: number }[] }>('/sandbox/users', {}, enrolled);
  const { oneTimeTokenProperties } = await post<{ oneTimeTokenProperties: { challenges: readonly Challenge[] } }>(
    `/v2/profiles/${user.profiles[0]?.id}/sca-sessions/authorise`,
    { authorization: `Bearer ${user.accessToken}` },
  );
  const slots = oneTimeTokenProperties.challenges.map(({ primaryChallenge, alternatives }) =>
    [primaryChallenge, ...alternatives].map(({ type }) => type),
  );
  expect(slots.flat().sort()).toEqual([...CHALLENGE_TYPES].sort());
  for (const slot of slots) {
    const categories = categoriesOf(slot);
    expect(categories).toHaveLength(1);
    expect(challengesBeside(categories)).toEqual(CHALLENGE_TYPES.filter((type) => !slot.includes(type)));
  }
});
