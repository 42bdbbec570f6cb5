import type { Answer } from '../../client/caller.ts';
import type { SandboxUser } from '../../client/sandbox-user.ts';
import {
  type CallOptions,
  expectAnswer,
  pick,
  type Scenario,
  type ScenarioContext,
  textAt,
  Unexpected,
} from '../scenario.ts';

/** Secrets of the users that scenarios make. */
export const PIN = '1234';
export const DEVICE = 'device-one';
export const FACE_MAP: string = Buffer.from('a face map for checks').toString('base64');
/** The codes that a sandbox always sends. */
export const OTP_CODE = '111111';
export const FACTOR_CODE = '123456';

/** Both forms of a sealed operation, with the media type that each is answered in. */
const FORMS = [
  { form: 'sealed', mediaType: 'application/jose+json' },
  { form: 'clear', mediaType: 'application/json' },
] as const;

/** A scenario for one answer. */
export function scenario(
  operationId: string,
  status: number,
  name: string,
  run: (context: ScenarioContext) => Promise<unknown>,
  mediaType?: string,
): Scenario {
  return {
    name,
    operationId,
    status,
    ...(mediaType === undefined ? {} : { mediaType }),
    run: async (context) => void (await run(context)),
  };
}

/** The same scenario in both forms of a sealed operation. */
export const inBothForms = (
  operationId: string,
  status: number,
  name: string,
  run: (context: ScenarioContext, form: 'sealed' | 'clear') => Promise<unknown>,
): Scenario[] =>
  FORMS.map(({ form, mediaType }) =>
    scenario(operationId, status, `${name} (${form})`, (context) => run(context, form), mediaType),
  );

/** A user with factors of two categories: a PIN and a device. */
export const readyUser = (context: ScenarioContext): Promise<SandboxUser> =>
  context.user({ pin: PIN, deviceFingerprint: DEVICE });

/** Calls and checks the status, and the error code where one is given. */
export async function call(
  context: ScenarioContext,
  operationId: string,
  status: number,
  options: CallOptions,
  code?: string,
): Promise<Answer> {
  return expectAnswer(await context.call(operationId, options), status, code);
}

/** Makes a one-time token for the user's default profile, and gives the header that names it. */
export async function newToken(context: ScenarioContext, user: SandboxUser): Promise<{ 'one-time-token': string }> {
  const answer = await call(context, 'createScaSession', 200, { user });
  return { 'one-time-token': textAt(answer, 'oneTimeTokenProperties', 'oneTimeToken') };
}

/** Clears the PIN and the device challenge of a one-time token. */
export async function clear(context: ScenarioContext, user: SandboxUser, oneTimeToken: string): Promise<void> {
  const headers = { 'one-time-token': oneTimeToken };
  await call(context, 'verifyPin', 200, { user, headers, body: { pin: PIN } });
  await call(context, 'verifyDeviceFingerprint', 200, { user, headers, body: { deviceFingerprint: DEVICE } });
}

/** What a refused protected call asks for: the one-time token in `x-2fa-approval`. */
export function demandedToken(answer: Answer): string {
  const token = answer.header('x-2fa-approval');
  if (token === undefined) throw new Unexpected('The 403 names no one-time token in x-2fa-approval.');
  if (answer.header('x-2fa-approval-result') !== 'REJECTED') {
    throw new Unexpected('The 403 does not say REJECTED in x-2fa-approval-result.');
  }
  return token;
}

/**
 * Checks a value in an answer's body.
 *
 * @throws Unexpected
 */
export function expectValue(answer: Answer, wanted: unknown, ...steps: readonly (string | number)[]): void {
  const found = pick(answer.body, ...steps);
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Unexpected(`${steps.join('.')} of ${answer.exchange.operationId ?? 'the answer'} is not as expected.`);
  }
}

/**
 * Checks that an answer says whether it is the first one given again.
 *
 * @throws Unexpected
 */
export function expectReplayed(answer: Answer, replayed: boolean): void {
  if ((answer.header('idempotency-replayed') === 'true') === replayed) return;
  throw new Unexpected(`The ${replayed ? 'repeat does not say' : 'first answer says'} idempotency-replayed.`);
}
