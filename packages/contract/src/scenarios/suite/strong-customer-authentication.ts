import type { SandboxUser } from '../../client/sandbox-user.ts';
import type { Scenario, ScenarioContext } from '../scenario.ts';
import { textAt } from '../scenario.ts';
import { call, DEVICE, expectValue, FACE_MAP, inBothForms, newToken, PIN, readyUser, scenario } from './steps.ts';

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
    const user = await readyUser(context);
    const answer = await call(context, 'getOneTimeTokenStatus', 200, { user, headers: await newToken(context, user) });
    expectValue(answer, 'PIN', 'oneTimeTokenProperties', 'challenges', 0, 'primaryChallenge', 'type');
    expectValue(answer, true, 'oneTimeTokenProperties', 'challenges', 0, 'required');
  }),
  scenario('getOneTimeTokenStatus', 404, 'a token dies after an hour', async (context) => {
    const user = await readyUser(context);
    const headers = await newToken(context, user);
    await context.advance(user, 3601);
    await call(context, 'getOneTimeTokenStatus', 404, { user, headers }, 'one.time.token.not.found');
  }),
  scenario('getOneTimeTokenStatus', 404, "somebody else's token is not found", async (context) => {
    const headers = await newToken(context, await readyUser(context));
    await call(
      context,
      'getOneTimeTokenStatus',
      404,
      { user: await context.user(), headers },
      'one.time.token.not.found',
    );
  }),
  ...inBothForms('createPin', 200, 'a PIN is set up', async (context, form) =>
    call(context, 'createPin', 200, { user: await context.user(), body: { pin: PIN }, form }),
  ),
  scenario('createPin', 409, 'a second PIN is refused', async (context) => {
    const user = await context.user({ pin: PIN });
    await call(context, 'createPin', 409, { user, body: { pin: '4321' } }, 'pin.already.exists');
  }),
  scenario('deletePin', 204, 'a PIN is removed', async (context) => {
    const user = await context.user({ pin: PIN });
    await call(context, 'deletePin', 204, { user });
    await call(context, 'deletePin', 404, { user }, 'pin.not.setup');
  }),
  ...inBothForms('verifyPin', 200, 'the right PIN passes its challenge', async (context, form) => {
    const user = await readyUser(context);
    const headers = await newToken(context, user);
    const answer = await call(context, 'verifyPin', 200, { user, headers, body: { pin: PIN }, form });
    expectValue(answer, true, 'challenges', 0, 'passed');
    expectValue(answer, false, 'challenges', 1, 'passed');
  }),
  scenario('verifyPin', 400, 'a wrong PIN is refused', async (context) => {
    const user = await readyUser(context);
    await wrongPin(context, user, await newToken(context, user));
  }),
  scenario('verifyPin', 400, 'a challenge that the token does not offer is refused', async (context) => {
    const user = await context.user({ deviceFingerprint: DEVICE, faceMap: FACE_MAP });
    const headers = await newToken(context, user);
    await call(context, 'verifyPin', 400, { user, headers, body: { pin: PIN } }, 'challenge.not.applicable');
  }),
  scenario('verifyPin', 429, 'five wrong PINs lock the profile for 15 minutes', async (context) => {
    const user = await readyUser(context);
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
  scenario('createDeviceFingerprint', 400, 'a fourth device is refused', async (context) => {
    const user = await context.user();
    for (const name of ['a', 'b', 'c']) {
      await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint: name } });
    }
    const body = { deviceFingerprint: 'd' };
    await call(context, 'createDeviceFingerprint', 400, { user, body }, 'device.fingerprint.limit.reached');
  }),
  scenario('createDeviceFingerprint', 409, 'the same device again is refused', async (context) => {
    const user = await context.user({ deviceFingerprint: DEVICE });
    const body = { deviceFingerprint: DEVICE };
    await call(context, 'createDeviceFingerprint', 409, { user, body }, 'device.fingerprint.already.exists');
  }),
  ...inBothForms('verifyDeviceFingerprint', 200, 'a registered device passes its challenge', async (context, form) => {
    const user = await readyUser(context);
    const headers = await newToken(context, user);
    const body = { deviceFingerprint: DEVICE };
    const answer = await call(context, 'verifyDeviceFingerprint', 200, { user, headers, body, form });
    expectValue(answer, true, 'challenges', 1, 'passed');
  }),
  scenario('verifyDeviceFingerprint', 400, 'a device that is not registered is refused', async (context) => {
    const user = await readyUser(context);
    const headers = await newToken(context, user);
    const body = { deviceFingerprint: 'another device' };
    await call(
      context,
      'verifyDeviceFingerprint',
      400,
      { user, headers, body },
      'device.fingerprint.verification.failed',
    );
  }),
  scenario('deleteDeviceFingerprint', 204, 'a device is removed', async (context) => {
    const user = await context.user();
    const made = await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint: DEVICE } });
    const path = { deviceFingerprintId: textAt(made, 'deviceFingerprintId') };
    await call(context, 'deleteDeviceFingerprint', 204, { user, path });
    await call(context, 'deleteDeviceFingerprint', 404, { user, path }, 'device.fingerprint.not.found');
  }),
  scenario('createFaceMap', 204, 'a face map is enrolled', async (context) =>
    call(context, 'createFaceMap', 204, { user: await context.user(), body: { faceMap: FACE_MAP } }),
  ),
  scenario('createFaceMap', 409, 'a second face map is refused', async (context) => {
    const user = await context.user({ faceMap: FACE_MAP });
    await call(context, 'createFaceMap', 409, { user, body: { faceMap: FACE_MAP } }, 'facemap.already.exists');
  }),
  scenario('deleteFaceMap', 204, 'a face map is removed', async (context) => {
    const user = await context.user({ faceMap: FACE_MAP });
    await call(context, 'deleteFaceMap', 204, { user });
    await call(context, 'deleteFaceMap', 404, { user }, 'facemap.not.setup');
  }),
  scenario('verifyFaceMap', 200, 'the right face passes its challenge', async (context) => {
    const user = await context.user({ pin: PIN, faceMap: FACE_MAP });
    const headers = await newToken(context, user);
    await call(context, 'verifyFaceMap', 200, { user, headers, body: { faceMap: FACE_MAP } });
  }),
  scenario('verifyFaceMap', 400, 'another face is refused', async (context) => {
    const user = await context.user({ pin: PIN, faceMap: FACE_MAP });
    const headers = await newToken(context, user);
    const body = { faceMap: Buffer.from('somebody else').toString('base64') };
    await call(context, 'verifyFaceMap', 400, { user, headers, body }, 'facemap.verification.failed');
  }),
  scenario('createScaSession', 200, 'a token can be had before anything asks for it', async (context) => {
    const user = await readyUser(context);
    await call(context, 'createScaSession', 200, { user });
  }),
  scenario('createScaSession', 429, 'a locked profile gets no token', async (context) => {
    const user = await readyUser(context);
    await lock(context, user);
    await call(context, 'createScaSession', 429, { user }, 'sca.locked');
  }),
];
