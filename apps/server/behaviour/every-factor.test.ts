import { type FactorDescriptor, factorOperationIds, type OperationDescriptor, operationOf } from '@sca-kit/api';
import { CHALLENGE_TYPES, type ChallengeType } from '@sca-kit/engine';
import document from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { DEVICE, openSandbox, PIN, phoneNumber } from './support/sandbox.ts';
import { errorCodes, type SandboxUser } from './support/sandbox-user.ts';

const sandbox = openSandbox();
const OTP_CODE = '111111';

const operations = factorOperationIds.map(operationOf);
const operationsFor = (type: ChallengeType, action: FactorDescriptor['action']): readonly OperationDescriptor[] =>
  operations.filter(({ factor }) => factor?.type === type && factor.action === action);
const enrollable = CHALLENGE_TYPES.filter((type) => operationsFor(type, 'enrol').length > 0);

/** Returns the OTP of the sandbox, or the secret of the operation's example. */
function secretOf(type: ChallengeType): string {
  if (operationsFor(type, 'trigger').length > 0) return OTP_CODE;
  const { path = '', method = '', factor } = operationsFor(type, 'verify')[0] ?? {};
  const found = (document.paths as unknown as Paths)[path]?.[method]?.requestBody.content['application/json'];
  return Object.values(found?.examples ?? {})[0]?.value[factor?.field ?? ''] ?? '';
}

type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>;
interface Described {
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly examples: Examples }>> };
}
type Examples = Readonly<Record<string, { readonly value: Readonly<Record<string, string>> }>>;

/** Returns a different secret of the same form: replaces the first digit or letter. */
const other = (secret: string): string =>
  secret.replace(/[0-9a-z]/i, (first) => (first === '9' ? '0' : String.fromCharCode(first.charCodeAt(0) + 1)));

/** Calls an operation that has `x-factor`, with the credentials that it takes. */
function send(user: SandboxUser, operation: OperationDescriptor, secret?: string, token?: string) {
  const { path, method, security, factor } = operation;
  const filled = path.replace('{profileId}', String(user.profileId)).replace('{userId}', String(user.details.userId));
  const call = {
    ...(token === undefined ? {} : { headers: { 'One-Time-Token': token } }),
    ...(secret === undefined ? {} : { body: { [factor?.field ?? '']: secret } }),
  };
  return security.flat().includes('UserToken')
    ? user.call(method.toUpperCase(), filled, call)
    : user.callAsApplication(method.toUpperCase(), filled, call);
}

/** Creates a user with this factor and with factors of two categories. */
async function userWith(type: ChallengeType): Promise<SandboxUser> {
  const [enrol] = operationsFor(type, 'enrol');
  const field = operationsFor(type, 'verify')[0]?.factor?.field ?? '';
  const others = { pin: PIN, deviceFingerprint: DEVICE, phoneNumber: phoneNumber() };
  if (!enrol) return sandbox.createUser({ ...others, ...(field in others ? { [field]: secretOf(type) } : {}) });
  const { pin: _own, ...withoutPin } = others;
  const user = await sandbox.createUser(field === 'pin' ? withoutPin : others);
  expect([200, 204]).toContain((await send(user, enrol, secretOf(type))).status);
  return user;
}

async function tokenFor(user: SandboxUser, type: ChallengeType): Promise<string> {
  const token = await user.createToken();
  const [trigger] = operationsFor(type, 'trigger');
  if (trigger) expect((await send(user, trigger, undefined, token)).status).toBe(200);
  return token;
}

describe('Every factor', () => {
  it.each(CHALLENGE_TYPES)('%s passes its challenge with the right secret alone', async (type) => {
    const user = await userWith(type);
    for (const verify of operationsFor(type, 'verify')) {
      const token = await tokenFor(user, type);
      const wrong = await send(user, verify, other(secretOf(type)), token);
      expect([wrong.status, errorCodes(wrong)]).toEqual([400, [expect.stringMatching(/\.verification\.failed$/)]]);
      expect((await send(user, verify, secretOf(type), token)).status).toBe(200);
      const { challenges } = (await user.tokenStatus(token)).body.oneTimeTokenProperties;
      const passed = challenges.filter((slot) => slot.passed);
      const offered = passed.flatMap(({ primaryChallenge, alternatives }) => [primaryChallenge, ...alternatives]);
      expect([passed.length, offered.map((one) => one.type)]).toEqual([1, expect.arrayContaining([type])]);
      await user.advanceClock(60);
    }
  });
});

describe('A factor with one secret per profile', () => {
  it.each(enrollable)('%s is enrolled once, and again after its removal', async (type) => {
    const user = await userWith(type);
    for (const enrol of operationsFor(type, 'enrol')) {
      for (const deletion of operationsFor(type, 'delete')) {
        const second = await send(user, enrol, secretOf(type));
        expect([second.status, errorCodes(second)]).toEqual([409, [expect.stringMatching(/\.already\.exists$/)]]);
        expect((await send(user, deletion)).status).toBe(204);
        const none = await send(user, deletion);
        expect([none.status, errorCodes(none)]).toEqual([404, [expect.stringMatching(/\.not\.setup$/)]]);
        expect([200, 204]).toContain((await send(user, enrol, secretOf(type))).status);
      }
    }
  });
});
