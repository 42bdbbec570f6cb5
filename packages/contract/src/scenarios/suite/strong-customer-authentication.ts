import type { SandboxUser } from '../../client/sandbox-user.ts';
import type { Scenario, ScenarioContext } from '../scenario.ts';
import { textAt } from '../scenario.ts';
import { call, DEVICE, enrolledUser, expectValue, inBothForms, newToken, PIN, scenario } from './steps.ts';

const wrongPin = (context: ScenarioContext, user: SandboxUser, headers: Record<string, string>): Promise<unknown> =>
  call(context, 'verifyPin', 400, { user, headers, body: { pin: '9999' } }, 'pin.verification.failed');

/** Fails five times, which kills the token and locks the profile. */
async function lock(context: ScenarioContext, user: SandboxUser): Promise<void> {
  const headers = await newToken(context, user);
  for (let attempt = 0; attempt < 5; attempt++) await wrongPin(context, user, headers);
}

/** Factors, one-time tokens and sessions of the v2 family. */
export const strongCustomerAuthentication: readonly Scenario[] = [
  scenario('getOneTimeTokenStatus', 200, 'a fresh token lists its challenges in order', async (context) => {
    const user = await enrolledUser(context);
    const response = await call(context, 'getOneTimeTokenStatus', 200, {
      user,
      headers: await newToken(context, user),
    });
    expectValue(response, 'PIN', 'oneTimeTokenProperties', 'challenges', 0, 'primaryChallenge', 'type');
    expectValue(response, true, 'oneTimeTokenProperties', 'challenges', 0, 'required');
  }),
  scenario('getOneTimeTokenStatus', 404, 'a token dies after an hour', async (context) => {
    const user = await enrolledUser(context);
    const headers = await newToken(context, user);
    await context.advance(user, 3601);
    await call(context, 'getOneTimeTokenStatus', 404, { user, headers }, 'one.time.token.not.found');
  }),
  scenario('getOneTimeTokenStatus', 404, "somebody else's token is not found", async (context) => {
    const headers = await newToken(context, await enrolledUser(context));
    await call(
      context,
      'getOneTimeTokenStatus',
      404,
      { user: await context.user(), headers },
      'one.time.token.not.found',
    );
  }),
  scenario('verifyPin', 429, 'five wrong PINs lock the profile for 15 minutes', async (context) => {
    const user = await enrolledUser(context);
    const spare = await newToken(context, user);
    await lock(context, user);
    await call(context, 'verifyPin', 429, { user, headers: spare, body: { pin: PIN } }, 'sca.locked');
    await context.advance(user, 15 * 60 + 1);
    const headers = await newToken(context, user);
    await call(context, 'verifyPin', 200, { user, headers, body: { pin: PIN } });
  }),
  ...inBothForms('createDeviceFingerprint', 200, 'a device is registered', async (context, form) =>
    call(context, 'createDeviceFingerprint', 200, {
      user: await context.user(),
      body: { deviceFingerprint: DEVICE },
      form,
    }),
  ),
  scenario('createDeviceFingerprint', 400, 'a fourth device is rejected', async (context) => {
    const user = await context.user();
    for (const name of ['a', 'b', 'c']) {
      await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint: name } });
    }
    const body = { deviceFingerprint: 'd' };
    await call(context, 'createDeviceFingerprint', 400, { user, body }, 'device.fingerprint.limit.reached');
  }),
  scenario('createDeviceFingerprint', 409, 'the same device again is rejected', async (context) => {
    const user = await context.user({ deviceFingerprint: DEVICE });
    const body = { deviceFingerprint: DEVICE };
    await call(context, 'createDeviceFingerprint', 409, { user, body }, 'device.fingerprint.already.exists');
  }),
  scenario('deleteDeviceFingerprint', 204, 'a device is removed', async (context) => {
    const user = await context.user();
    const made = await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint: DEVICE } });
    const path = { deviceFingerprintId: textAt(made, 'deviceFingerprintId') };
    await call(context, 'deleteDeviceFingerprint', 204, { user, path });
    await call(context, 'deleteDeviceFingerprint', 404, { user, path }, 'device.fingerprint.not.found');
  }),
  scenario('createScaSession', 200, 'a token can be had before anything asks for it', async (context) => {
    const user = await enrolledUser(context);
    await call(context, 'createScaSession', 200, { user });
  }),
  scenario('createScaSession', 429, 'a locked profile gets no token', async (context) => {
    const user = await enrolledUser(context);
    await lock(context, user);
    await call(context, 'createScaSession', 429, { user }, 'sca.locked');
  }),
];
