import { type Scenario, textAt } from '../scenario.ts';
import { call, DEVICE, expectValue, inBothForms, newToken, PIN, scenario } from './steps.ts';

const phoneNumbers = (suffix: '' | 'Alias'): Scenario[] => {
  const list = `listPhoneNumbers${suffix}`;
  const create = `createPhoneNumber${suffix}`;
  const update = `updatePhoneNumber${suffix}`;
  const remove = `deletePhoneNumber${suffix}`;
  return [
    scenario(list, 200, 'the number of a user is listed', async (context) => {
      const user = await context.user({ phoneNumber: context.phone });
      expectValue(await call(context, list, 200, { user }), context.phone, 0, 'phoneNumber');
    }),
    scenario(create, 200, 'a number is stored', async (context) => {
      const response = await call(context, create, 200, {
        user: await context.user(),
        body: { phoneNumber: context.phone },
      });
      expectValue(response, true, 'verified');
    }),
    scenario(create, 400, 'a number that cannot exist is rejected', async (context) => {
      const body = { phoneNumber: '+6512345678' };
      await call(context, create, 400, { user: await context.user(), body }, 'phone.number.invalid');
    }),
    scenario(create, 409, 'a second number is rejected', async (context) => {
      const user = await context.user({ phoneNumber: context.phone });
      await call(
        context,
        create,
        409,
        { user, body: { phoneNumber: context.otherPhone } },
        'phone.number.already.exists',
      );
    }),
    scenario(create, 422, "another user's number is refused", async (context) => {
      const first = await context.user({ phoneNumber: context.phone });
      const user = await context.user({}, first);
      await call(context, create, 422, { user, body: { phoneNumber: context.phone } }, 'phone.number.repeated');
    }),
    scenario(update, 200, 'a number is replaced', async (context) => {
      const user = await context.user({ phoneNumber: context.phone });
      const phoneNumberId = textAt(await call(context, list, 200, { user }), 0, 'id');
      const body = { phoneNumber: context.otherPhone };
      const response = await call(context, update, 200, { user, path: { phoneNumberId }, body });
      expectValue(response, context.otherPhone, 'phoneNumber');
    }),
    scenario(update, 422, "another user's number is refused", async (context) => {
      const first = await context.user({ phoneNumber: context.phone });
      const user = await context.user({ phoneNumber: context.otherPhone }, first);
      const phoneNumberId = textAt(await call(context, list, 200, { user }), 0, 'id');
      const options = { user, path: { phoneNumberId }, body: { phoneNumber: context.phone } };
      await call(context, update, 422, options, 'phone.number.repeated');
    }),
    scenario(remove, 204, 'a number is removed', async (context) => {
      const user = await context.user({ phoneNumber: context.phone });
      const phoneNumberId = textAt(await call(context, list, 200, { user }), 0, 'id');
      await call(context, remove, 204, { user, path: { phoneNumberId } });
      expectValue(await call(context, list, 200, { user }), undefined, 0);
    }),
  ];
};

/** The deprecated user security family: factors of the default profile, and what the client does for its users. */
export const userSecurity: readonly Scenario[] = [
  ...inBothForms('createUserDeviceFingerprint', 200, 'a device is registered', async (context, form) => {
    const body = { deviceFingerprint: DEVICE };
    await call(context, 'createUserDeviceFingerprint', 200, { user: await context.user(), body, form });
  }),
  scenario('createUserDeviceFingerprint', 409, 'the same device again is rejected', async (context) => {
    const user = await context.user({ deviceFingerprint: DEVICE });
    const body = { deviceFingerprint: DEVICE };
    await call(context, 'createUserDeviceFingerprint', 409, { user, body }, 'device.fingerprint.already.exists');
  }),
  ...(['listUserDeviceFingerprints', 'listUserDeviceFingerprintsByPost'] as const).map((operationId) =>
    scenario(operationId, 200, 'the devices are listed without their values', async (context) => {
      const user = await context.user({ deviceFingerprint: DEVICE });
      textAt(await call(context, operationId, 200, { user }), 0, 'deviceFingerprintId');
    }),
  ),
  scenario('deleteUserDeviceFingerprint', 204, "the client removes a user's device", async (context) => {
    const user = await context.user({ pin: PIN, deviceFingerprint: DEVICE });
    const list = await call(context, 'listUserDeviceFingerprints', 200, { user });
    const path = { deviceFingerprintId: textAt(list, 0, 'deviceFingerprintId') };
    const headers = await newToken(context, user);
    await call(context, 'deleteUserDeviceFingerprint', 204, { user, path });
    // What was removed clears nothing any more, a token that offered it included.
    const body = { deviceFingerprint: DEVICE };
    await call(context, 'verifyDeviceFingerprint', 400, { user, headers, body });
  }),
  ...phoneNumbers(''),
  ...phoneNumbers('Alias'),
];
