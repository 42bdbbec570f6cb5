import type { ReceivedResponse } from '../../client/caller.ts';
import type { SandboxUser } from '../../client/sandbox-user.ts';
import {
  type CallOptions,
  expectStatus,
  pick,
  type Scenario,
  type ScenarioContext,
  textAt,
  UnexpectedResponse,
} from '../scenario.ts';

/** Secrets of the users that scenarios make. */
export const PIN = '1234';
export const DEVICE = 'device-one';
export const FACE_MAP: string = Buffer.from('a face map for checks').toString('base64');
/** The codes that a sandbox always sends. */
export const OTP_CODE = '111111';
export const FACTOR_CODE = '123456';

/** Both forms of an encrypted operation, with the media type that each is answered in. */
const FORMS = [
  { form: 'encrypted', mediaType: 'application/jose+json' },
  { form: 'plain', mediaType: 'application/json' },
] as const;

/** A scenario for one response. */
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

/** The same scenario in both forms of an encrypted operation. */
export const inBothForms = (
  operationId: string,
  status: number,
  name: string,
  run: (context: ScenarioContext, form: 'encrypted' | 'plain') => Promise<unknown>,
): Scenario[] =>
  FORMS.map(({ form, mediaType }) =>
    scenario(operationId, status, `${name} (${form})`, (context) => run(context, form), mediaType),
  );

/** A user with factors of two categories: a PIN and a device. */
export const enrolledUser = (context: ScenarioContext): Promise<SandboxUser> =>
  context.user({ pin: PIN, deviceFingerprint: DEVICE });

/** Calls and checks the status, and the error code where one is given. */
export async function call(
  context: ScenarioContext,
  operationId: string,
  status: number,
  options: CallOptions,
  code?: string,
): Promise<ReceivedResponse> {
  return expectStatus(await context.call(operationId, options), status, code);
}

/** Makes a one-time token for the user's default profile, and gives the header that names it. */
export async function newToken(context: ScenarioContext, user: SandboxUser): Promise<{ 'one-time-token': string }> {
  const response = await call(context, 'createScaSession', 200, { user });
  return { 'one-time-token': textAt(response, 'oneTimeTokenProperties', 'oneTimeToken') };
}

/** Clears the PIN and the device challenge of a one-time token. */
export async function clear(context: ScenarioContext, user: SandboxUser, oneTimeToken: string): Promise<void> {
  const headers = { 'one-time-token': oneTimeToken };
  await call(context, 'verifyPin', 200, { user, headers, body: { pin: PIN } });
  await call(context, 'verifyDeviceFingerprint', 200, { user, headers, body: { deviceFingerprint: DEVICE } });
}

/** The one-time token that a rejected request returns in `x-2fa-approval`. */
export function requiredToken(response: ReceivedResponse): string {
  const token = response.header('x-2fa-approval');
  if (token === undefined) throw new UnexpectedResponse('The 403 response has no one-time token in x-2fa-approval.');
  if (response.header('x-2fa-approval-result') !== 'REJECTED') {
    throw new UnexpectedResponse('The header x-2fa-approval-result of the 403 response must be REJECTED.');
  }
  return token;
}

/**
 * Checks a value in a response's body.
 *
 * @throws UnexpectedResponse
 */
export function expectValue(response: ReceivedResponse, wanted: unknown, ...steps: readonly (string | number)[]): void {
  const found = pick(response.body, ...steps);
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new UnexpectedResponse(
      `${steps.join('.')} of ${response.exchange.operationId ?? 'the response'} is not as expected.`,
    );
  }
}

/**
 * Checks that a response says whether it is the first one given again.
 *
 * @throws UnexpectedResponse
 */
export function expectReplayed(response: ReceivedResponse, replayed: boolean): void {
  if ((response.header('idempotency-replayed') === 'true') === replayed) return;
  throw new UnexpectedResponse(
    `The ${replayed ? 'repeated response must have' : 'first response must not have'} idempotency-replayed.`,
  );
}
