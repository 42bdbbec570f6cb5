import type { Scenario } from '../scenario.ts';
import { call, DEVICE, enrolledUser, expectValue, inBothForms, newToken, PIN, scenario } from './steps.ts';

/** The deprecated one-time token family, which acts on the default profile. */
export const oneTimeToken: readonly Scenario[] = [
  scenario('getIdentityOneTimeTokenStatus', 200, 'the old path responds as the new one', async (context) => {
    const user = await enrolledUser(context);
    await call(context, 'getIdentityOneTimeTokenStatus', 200, { user, headers: await newToken(context, user) });
  }),
  ...inBothForms('verifyOneTimeTokenPin', 200, 'what is still required comes back', async (context, form) => {
    const user = await enrolledUser(context);
    const headers = await newToken(context, user);
    const response = await call(context, 'verifyOneTimeTokenPin', 200, { user, headers, body: { pin: PIN }, form });
    const type = ['oneTimeTokenProperties', 'challenges', 0, 'primaryChallenge', 'type'];
    expectValue(response, 'PARTNER_DEVICE_FINGERPRINT', ...type);
  }),
  ...inBothForms(
    'verifyOneTimeTokenDeviceFingerprint',
    200,
    'nothing is left when all is passed',
    async (context, form) => {
      const user = await enrolledUser(context);
      const headers = await newToken(context, user);
      await call(context, 'verifyOneTimeTokenPin', 200, { user, headers, body: { pin: PIN }, form });
      const body = { deviceFingerprint: DEVICE };
      const response = await call(context, 'verifyOneTimeTokenDeviceFingerprint', 200, { user, headers, body, form });
      expectValue(response, [], 'oneTimeTokenProperties', 'challenges');
    },
  ),
];
