import { factorOperationIds, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import type { Engine, OperationKind } from '@sca-kit/engine';
import type { Caller } from '@sca-kit/hono';
import { expect, test } from 'vitest';
import { rateLimit, requestLimits } from './rate-limit.ts';

type Counted = Parameters<Engine['limits']['countRequest']>;

const caller: Caller = { kind: 'user', clientId: 'acme', userId: 7, token: null };
const profile = { clientId: 'acme', userId: 7, profileId: 101 };

/** What is counted when the user calls the operation for the profile. */
async function countedFor(operationId: OperationId, who: Caller = caller): Promise<Counted | undefined> {
  const counted: Counted[] = [];
  const limits = {
    async countRequest(...call: Counted) {
      counted.push(call);
    },
  };
  await rateLimit({ limits })(who, operationOf(operationId), profile);
  return counted[0];
}

async function of(kind: OperationKind): Promise<readonly OperationId[]> {
  const kinds = await Promise.all(operationIds.map(async (id) => [id, (await countedFor(id))?.[1]] as const));
  return kinds.flatMap(([id, found]) => (found === kind ? [id] : [])).sort();
}

test('counts operations that send a message as send', async () => {
  expect(await of('send')).toEqual([
    'enrolOtpFactor',
    'enrolPushFactor',
    'startOtpStepUp',
    'startPushStepUp',
    ...factorOperationIds.filter((id) => operationOf(id).factor?.action === 'trigger').sort(),
  ]);
});

test('counts every verification as verify, except those of face maps', async () => {
  const verifying = operationIds.filter((operationId) => operationOf(operationId).path.endsWith('/verify'));
  const faces = operationIds.filter((operationId) => operationOf(operationId).request.limit > 2 ** 20);
  expect(await of('verify')).toEqual(verifying.filter((operationId) => !faces.includes(operationId)).sort());
  expect(await of('large')).toEqual([...faces].sort());
  expect(faces).toContain('verifyFaceMap');
});

test('counts the token endpoint and the login as token', async () => {
  expect(await of('token')).toEqual(['createAccessToken', 'loginWithPassword']);
});

test('allows a tenth for messages and a twentieth for face maps, at least one', () => {
  const limitsOf = (requestsPerMinute: number) => requestLimits({ requestsPerMinute, verificationBurst: 120 });
  expect(limitsOf(600).requestsPerCaller).toMatchObject({ send: { limit: 60 }, large: { limit: 30 } });
  expect(limitsOf(1).requestsPerCaller).toMatchObject({ send: { limit: 1 }, large: { limit: 1 } });
});

test.each([
  ['the rate of other requests', 6000, { limit: 120, window: 1200 }],
  ['a rate below the burst', 60, { limit: 60, window: 60_000 }],
  ['the highest rate', 1_000_000, { limit: 120, window: 7 }],
])('allows verifications at %s, with a burst of 120 at most', (_, requestsPerMinute, verify) => {
  expect(requestLimits({ requestsPerMinute, verificationBurst: 120 })).toMatchObject({
    requestsPerCaller: { verify },
    requestsPerProfile: { verify },
  });
});

test.each([
  ['verifyPin', true],
  ['verifyFaceMap', true],
  ['triggerSms', true],
  ['createPin', false],
  ['getBalanceStatement', false],
] as const)('%s is counted per profile: %s', async (operationId, counted) => {
  const actor = { clientId: 'acme', userId: 7, name: 'user', traceId: null };
  const [who, , ofProfile] = (await countedFor(operationId)) ?? [];
  expect([who, ofProfile]).toEqual([actor, counted ? profile : undefined]);
});

test('does not count anonymous requests', async () => {
  const anonymous: Caller = { kind: 'anonymous', clientId: '', userId: null, token: null };
  expect(await countedFor('getHealth', anonymous)).toBeUndefined();
});
