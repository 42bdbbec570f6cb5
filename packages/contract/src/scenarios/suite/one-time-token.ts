import type { Scenario } from '../scenario.ts';
import {
  call,
  DEVICE,
  expectValue,
  FACE_MAP,
  inBothForms,
  newToken,
  OTP_CODE,
  PIN,
  readyUser,
  scenario,
} from './steps.ts';

const CHANNELS = [
  { trigger: 'triggerSms', verify: 'verifySms', failed: 'sms.verification.failed' },
  { trigger: 'triggerWhatsApp', verify: 'verifyWhatsApp', failed: 'whatsapp.verification.failed' },
  { trigger: 'triggerVoice', verify: 'verifyVoice', failed: 'voice.verification.failed' },
] as const;

const channelScenarios = ({ trigger, verify, failed }: (typeof CHANNELS)[number]): Scenario[] => [
  scenario(trigger, 200, 'a code is sent, and the number is only hinted at', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const answer = await call(context, trigger, 200, { user, headers: await newToken(context, user) });
    const hint = `${'*'.repeat(context.phone.length - 4)}${context.phone.slice(-4)}`;
    expectValue(answer, hint, 'obfuscatedPhoneNo');
  }),
  scenario(trigger, 429, 'a second code within 15 seconds is refused', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, trigger, 200, { user, headers });
    await call(context, trigger, 429, { user, headers }, 'otp.resend.too.early');
    await context.advance(user, 16);
    await call(context, trigger, 200, { user, headers });
  }),
  scenario(trigger, 400, 'a token that does not offer the channel is refused', async (context) => {
    const user = await readyUser(context);
    await call(context, trigger, 400, { user, headers: await newToken(context, user) }, 'challenge.not.applicable');
  }),
  scenario(verify, 200, 'the right code passes the challenge', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, trigger, 200, { user, headers });
    const answer = await call(context, verify, 200, { user, headers, body: { otpCode: OTP_CODE } });
    expectValue(answer, 'PIN', 'oneTimeTokenProperties', 'challenges', 0, 'primaryChallenge', 'type');
  }),
  scenario(verify, 400, 'a code before any was sent is refused', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, verify, 400, { user, headers, body: { otpCode: OTP_CODE } }, 'challenge.not.triggered');
  }),
  scenario(verify, 400, 'a wrong code is refused', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, trigger, 200, { user, headers });
    await call(context, verify, 400, { user, headers, body: { otpCode: '000000' } }, failed);
  }),
  scenario(verify, 400, 'a code dies after five minutes', async (context) => {
    const user = await context.user({ pin: PIN, phoneNumber: context.phone });
    const headers = await newToken(context, user);
    await call(context, trigger, 200, { user, headers });
    await context.advance(user, 301);
    await call(context, verify, 400, { user, headers, body: { otpCode: OTP_CODE } }, failed);
  }),
];

/** The deprecated one-time token family, which acts on the default profile. */
export const oneTimeToken: readonly Scenario[] = [
  scenario('getIdentityOneTimeTokenStatus', 200, 'the old path answers as the new one', async (context) => {
    const user = await readyUser(context);
    await call(context, 'getIdentityOneTimeTokenStatus', 200, { user, headers: await newToken(context, user) });
  }),
  ...inBothForms('verifyOneTimeTokenPin', 200, 'what is still required comes back', async (context, form) => {
    const user = await readyUser(context);
    const headers = await newToken(context, user);
    const answer = await call(context, 'verifyOneTimeTokenPin', 200, { user, headers, body: { pin: PIN }, form });
    const type = ['oneTimeTokenProperties', 'challenges', 0, 'primaryChallenge', 'type'];
    expectValue(answer, 'PARTNER_DEVICE_FINGERPRINT', ...type);
  }),
  ...inBothForms(
    'verifyOneTimeTokenDeviceFingerprint',
    200,
    'nothing is left when all is passed',
    async (context, form) => {
      const user = await readyUser(context);
      const headers = await newToken(context, user);
      await call(context, 'verifyOneTimeTokenPin', 200, { user, headers, body: { pin: PIN }, form });
      const body = { deviceFingerprint: DEVICE };
      const answer = await call(context, 'verifyOneTimeTokenDeviceFingerprint', 200, { user, headers, body, form });
      expectValue(answer, [], 'oneTimeTokenProperties', 'challenges');
    },
  ),
  scenario('verifyOneTimeTokenFaceMap', 200, 'the right face passes its challenge', async (context) => {
    const user = await context.user({ pin: PIN, faceMap: FACE_MAP });
    const headers = await newToken(context, user);
    await call(context, 'verifyOneTimeTokenFaceMap', 200, { user, headers, body: { faceMap: FACE_MAP } });
  }),
  ...CHANNELS.flatMap(channelScenarios),
];
