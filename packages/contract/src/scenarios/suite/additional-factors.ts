import type { SandboxUser } from '../../client/sandbox-user.ts';
import { type Scenario, type ScenarioContext, textAt, UnexpectedResponse } from '../scenario.ts';
import { call, expectReplayed, expectValue, FACTOR_CODE, scenario } from './steps.ts';

const SMS = { channel: 'SMS' };
const AUTHY = { channel: 'AUTHY' };
const BIOMETRIC = { channel: 'BIOMETRIC' };
const WRONG = { verificationCode: '000000' };
const RIGHT = { verificationCode: FACTOR_CODE };

/** A user whose phone is enrolled for codes. */
async function otpUser(context: ScenarioContext): Promise<SandboxUser> {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
  await call(context, 'verifyOtpFactor', 204, { user, path: SMS, body: RIGHT });
  return user;
}

/** The id of the newest push notification of a user's client. */
const newestPush = async (context: ScenarioContext, user: SandboxUser): Promise<{ pushId: string }> => ({
  pushId: textAt(
    await call(context, 'listInboxMessages', 200, { user, query: { userId: user.userId } }),
    'messages',
    0,
    'id',
  ),
});

/** A user whose push device is enrolled. */
async function pushUser(context: ScenarioContext): Promise<SandboxUser> {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolPushFactor', 204, { user, path: AUTHY });
  await call(context, 'approvePush', 204, { user, path: await newestPush(context, user) });
  return user;
}

/** Enrolment of codes and push devices. */
export const additionalFactors: readonly Scenario[] = [
  scenario(
    'listAuthenticationFactors',
    200,
    'a waiting push shows as pending, a rejected one as inactive',
    async (context) => {
      const user = await context.user({ biometric: true, phoneNumber: context.phone });
      await call(context, 'enrolPushFactor', 204, { user, path: AUTHY });
      await call(context, 'listAuthenticationFactors', 200, { user });
      await call(context, 'rejectPush', 204, { user, path: await newestPush(context, user) });
      await call(context, 'listAuthenticationFactors', 200, { user });
    },
  ),
  scenario('enrolOtpFactor', 204, 'a code is sent to the registered number', async (context) =>
    call(context, 'enrolOtpFactor', 204, { user: await context.user({ phoneNumber: context.phone }), path: SMS }),
  ),
  scenario('enrolOtpFactor', 204, 'a repeat with the same idempotency-ref is answered again', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    const headers = { 'idempotency-ref': 'enrol-once' };
    const first = await call(context, 'enrolOtpFactor', 204, { user, path: SMS, headers });
    expectReplayed(first, false);
    expectReplayed(await call(context, 'enrolOtpFactor', 204, { user, path: SMS, headers }), true);
  }),
  scenario('enrolOtpFactor', 409, 'without a number there is nothing to enrol', async (context) =>
    call(context, 'enrolOtpFactor', 409, { user: await context.user(), path: SMS }, 'MOBILE_NUMBER_NOT_AVAILABLE'),
  ),
  scenario('enrolOtpFactor', 409, 'an enrolled channel is not enrolled again', async (context) =>
    call(context, 'enrolOtpFactor', 409, { user: await otpUser(context), path: SMS }, 'CHANNEL_ALREADY_REGISTERED'),
  ),
  scenario('enrolOtpFactor', 409, 'inactive credentials cannot enrol', async (context) => {
    const user = await context.user({ phoneNumber: context.phone, active: false });
    await call(context, 'enrolOtpFactor', 409, { user, path: SMS }, 'CREDENTIALS_INACTIVE');
  }),
  scenario('enrolOtpFactor', 204, 'within 15 seconds, the code that was sent stays valid', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
    const sent = await newestPush(context, user);
    await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
    if ((await newestPush(context, user)).pushId !== sent.pushId)
      throw new UnexpectedResponse('A second code was sent within 15 seconds.');
    await call(context, 'verifyOtpFactor', 204, { user, path: SMS, body: RIGHT });
  }),
  scenario('enrolOtpFactor', 429, 'a number gets five codes an hour', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    for (const status of [204, 204, 204, 204, 204, 429]) {
      await call(context, 'enrolOtpFactor', status, { user, path: SMS });
      await context.advance(user, 16);
    }
  }),
  scenario('verifyOtpFactor', 204, 'the right code activates the factor', async (context) => {
    const user = await otpUser(context);
    const list = await call(context, 'listAuthenticationFactors', 200, { user });
    expectValue(list, 'ACTIVE', 'factors', 0, 'status');
  }),
  scenario('verifyOtpFactor', 409, 'a code that was not requested is rejected', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    await call(context, 'verifyOtpFactor', 409, { user, path: SMS, body: RIGHT }, 'STATE_INVALID');
  }),
  scenario('verifyOtpFactor', 409, 'five wrong codes use the challenge up', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
    const codes = [
      ...Array<string>(3).fill('VERIFICATION_CODE_INVALID'),
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
    ];
    for (const code of [...codes, 'STATE_INVALID']) {
      await call(context, 'verifyOtpFactor', 409, { user, path: SMS, body: WRONG }, code);
    }
  }),
  scenario('verifyOtpFactor', 409, 'a code dies after five minutes', async (context) => {
    const user = await context.user({ phoneNumber: context.phone });
    await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
    await context.advance(user, 290);
    // The auth token lives as long as it is used, the code does not.
    await call(context, 'listAuthenticationFactors', 200, { user });
    await context.advance(user, 20);
    await call(context, 'verifyOtpFactor', 409, { user, path: SMS, body: RIGHT }, 'VERIFICATION_CODE_EXPIRED');
  }),
  scenario('enrolPushFactor', 204, 'a notification is sent', async (context) =>
    call(context, 'enrolPushFactor', 204, { user: await context.user({ phoneNumber: context.phone }), path: AUTHY }),
  ),
  scenario('enrolPushFactor', 409, 'a device needs a mobile number', async (context) =>
    call(context, 'enrolPushFactor', 409, { user: await context.user(), path: AUTHY }, 'MOBILE_NUMBER_NOT_AVAILABLE'),
  ),
  scenario('enrolPushFactor', 409, 'an enrolled device is not enrolled again', async (context) =>
    call(context, 'enrolPushFactor', 409, { user: await pushUser(context), path: AUTHY }, 'CHANNEL_ALREADY_REGISTERED'),
  ),
  scenario('unlinkPushFactor', 204, 'an enrolled device is forgotten', async (context) =>
    call(context, 'unlinkPushFactor', 204, { user: await pushUser(context), path: AUTHY }),
  ),
  scenario('unlinkPushFactor', 204, 'a biometric device is forgotten', async (context) =>
    call(context, 'unlinkPushFactor', 204, { user: await context.user({ biometric: true }), path: BIOMETRIC }),
  ),
  scenario('unlinkPushFactor', 409, 'a device that was never linked cannot be forgotten', async (context) =>
    call(context, 'unlinkPushFactor', 409, { user: await context.user(), path: AUTHY }, 'CHANNEL_NOT_REGISTERED'),
  ),
  scenario('listAuthenticationFactors', 401, 'an auth token dies after five idle minutes', async (context) => {
    const user = await context.user();
    await context.advance(user, 301);
    await call(context, 'listAuthenticationFactors', 401, { user });
  }),
];

/** Stepping an auth token up with an enrolled factor. */
export const stepUp: readonly Scenario[] = [
  scenario('startOtpStepUp', 204, 'a code is sent', async (context) =>
    call(context, 'startOtpStepUp', 204, { user: await otpUser(context), path: SMS }),
  ),
  scenario('startOtpStepUp', 409, 'a channel that is not enrolled is rejected', async (context) =>
    call(context, 'startOtpStepUp', 409, { user: await context.user(), path: SMS }, 'CHANNEL_NOT_REGISTERED'),
  ),
  scenario('startOtpStepUp', 409, 'a second code within 15 seconds is rejected', async (context) => {
    const user = await otpUser(context);
    await call(context, 'startOtpStepUp', 204, { user, path: SMS });
    await call(context, 'startOtpStepUp', 409, { user, path: SMS }, 'RETRY_IN_15SEC');
  }),
  scenario('verifyOtpStepUp', 204, 'the right code allows operations that need step-up', async (context) => {
    const user = await otpUser(context);
    await call(context, 'listManagedAccounts', 403, { user }, 'STEP_UP_REQUIRED');
    await call(context, 'startOtpStepUp', 204, { user, path: SMS });
    await call(context, 'verifyOtpStepUp', 204, { user, path: SMS, body: RIGHT });
    await call(context, 'listManagedAccounts', 200, { user });
    await call(context, 'verifyOtpStepUp', 409, { user, path: SMS, body: RIGHT }, 'ALREADY_VERIFIED');
    await call(context, 'startOtpStepUp', 409, { user, path: SMS }, 'RETRY_IN_15SEC');
    await context.advance(user, 16);
    await call(context, 'startOtpStepUp', 204, { user, path: SMS });
  }),
  scenario('verifyOtpStepUp', 409, 'a wrong code is rejected', async (context) => {
    const user = await otpUser(context);
    await call(context, 'startOtpStepUp', 204, { user, path: SMS });
    await call(context, 'verifyOtpStepUp', 409, { user, path: SMS, body: WRONG }, 'VERIFICATION_CODE_INVALID');
  }),
  scenario('startPushStepUp', 200, 'an approved push steps the token up', async (context) => {
    const user = await pushUser(context);
    await context.advance(user, 16);
    const push = await call(context, 'startPushStepUp', 200, { user, path: AUTHY });
    expectValue(await call(context, 'startPushStepUp', 200, { user, path: AUTHY }), textAt(push, 'id'), 'id');
    await call(context, 'listManagedAccounts', 403, { user }, 'STEP_UP_REQUIRED');
    await call(context, 'approvePush', 204, { user, path: { pushId: textAt(push, 'id') } });
    await call(context, 'listManagedAccounts', 200, { user });
  }),
  scenario('startPushStepUp', 409, 'a device that is not enrolled is rejected', async (context) =>
    call(context, 'startPushStepUp', 409, { user: await context.user(), path: AUTHY }, 'CHANNEL_NOT_REGISTERED'),
  ),
  scenario('listManagedAccounts', 200, 'a stepped-up token sees the accounts', async (context) => {
    const user = await otpUser(context);
    await call(context, 'startOtpStepUp', 204, { user, path: SMS });
    await call(context, 'verifyOtpStepUp', 204, { user, path: SMS, body: RIGHT });
    await call(context, 'listManagedAccounts', 200, { user });
  }),
  scenario('listManagedAccounts', 403, 'a token that is not stepped up is rejected', async (context) =>
    call(context, 'listManagedAccounts', 403, { user: await context.user() }, 'STEP_UP_REQUIRED'),
  ),
];
