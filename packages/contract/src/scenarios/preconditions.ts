import type { Operation } from '@sca-kit/openapi';
import type { SandboxUser } from '../client/sandbox-user.ts';
import { atVerification, bodyWith, factorsOf, secretOf, userWith } from './factor.ts';
import type { ScenarioContext } from './scenario.ts';
import { pick, textAt } from './scenario.ts';
import { call, clear, DEVICE, enrolledUser, FACTOR_CODE, newToken, requiredToken } from './suite/steps.ts';

/** A user and the values with which a valid request of one operation succeeds. */
export interface Prepared {
  readonly user: SandboxUser;
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The value of the body, in place of the example. */
  readonly body?: unknown;
}

type Preparation = (context: ScenarioContext) => Promise<Prepared>;

const SMS = { channel: 'SMS' };
const AUTHY = { channel: 'AUTHY' };
const BIOMETRIC = { channel: 'BIOMETRIC' };

const atToken: Preparation = async (context) => {
  const user = await enrolledUser(context);
  return { user, headers: await newToken(context, user) };
};

const withDevice: Preparation = async (context) => {
  const user = await context.user();
  const made = await call(context, 'createDeviceFingerprint', 200, { user, body: { deviceFingerprint: DEVICE } });
  return { user, path: { deviceFingerprintId: textAt(made, 'deviceFingerprintId') } };
};

const withPhone: Preparation = async (context) => {
  const user = await context.user({ phoneNumber: context.phone });
  const list = await call(context, 'listPhoneNumbers', 200, { user });
  return { user, path: { phoneNumberId: String(pick(list.body, 0, 'id')) }, body: { phoneNumber: context.otherPhone } };
};

/** A user whose phone is enrolled for codes; the resend interval is over. */
const withCodes: Preparation = async (context) => {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
  await call(context, 'verifyOtpFactor', 204, { user, path: SMS, body: { verificationCode: FACTOR_CODE } });
  await context.advance(user, 20);
  return { user, path: SMS };
};

const atStepUp: Preparation = async (context) => {
  const { user } = await withCodes(context);
  await call(context, 'startOtpStepUp', 204, { user, path: SMS });
  return { user, path: SMS, body: { verificationCode: FACTOR_CODE } };
};

const steppedUp: Preparation = async (context) => {
  const { user, path = {}, body } = await atStepUp(context);
  await call(context, 'verifyOtpStepUp', 204, { user, path, body });
  return { user };
};

const atEnrolment: Preparation = async (context) => {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolOtpFactor', 204, { user, path: SMS });
  return { user, path: SMS, body: { verificationCode: FACTOR_CODE } };
};

const atPush: Preparation = async (context) => {
  const user = await context.user({ phoneNumber: context.phone });
  await call(context, 'enrolPushFactor', 204, { user, path: AUTHY });
  const inbox = await call(context, 'listInboxMessages', 200, { user, query: { userId: user.userId } });
  return { user, path: { pushId: textAt(inbox, 'messages', 0, 'id') } };
};

const withPushDevice: Preparation = async (context) => {
  const { user, path = {} } = await atPush(context);
  await call(context, 'approvePush', 204, { user, path });
  return { user, path: AUTHY };
};

const withBiometric: Preparation = async (context) => ({
  user: await context.user({ biometric: true }),
  path: BIOMETRIC,
});

/** The approval of the very request; it waits until the request comes. */
const atApproval =
  (operationId: string): Preparation =>
  async (context) => {
    const user = await enrolledUser(context);
    const token = requiredToken(await call(context, operationId, 403, { user }));
    await clear(context, user, token);
    return { user, headers: { 'x-2fa-approval': token } };
  };

const PREPARATIONS: Readonly<Record<string, Preparation>> = {
  getOneTimeTokenStatus: atToken,
  getIdentityOneTimeTokenStatus: atToken,
  createScaSession: async (context) => ({ user: await enrolledUser(context) }),
  getBalanceStatement: atApproval('getBalanceStatement'),
  fundTransfer: atApproval('fundTransfer'),
  deleteDeviceFingerprint: withDevice,
  deleteUserDeviceFingerprint: withDevice,
  deletePhoneNumber: withPhone,
  deletePhoneNumberAlias: withPhone,
  updatePhoneNumber: withPhone,
  updatePhoneNumberAlias: withPhone,
  enrolOtpFactor: async (context) => ({ user: await context.user({ phoneNumber: context.phone }), path: SMS }),
  enrolPushFactor: async (context) => ({ user: await context.user({ phoneNumber: context.phone }), path: AUTHY }),
  verifyOtpFactor: atEnrolment,
  startOtpStepUp: withCodes,
  verifyOtpStepUp: atStepUp,
  startPushStepUp: withBiometric,
  unlinkPushFactor: withPushDevice,
  approvePush: atPush,
  rejectPush: atPush,
  expirePush: atPush,
  listManagedAccounts: steppedUp,
  async loginWithPassword(context) {
    const user = await context.user();
    return { user, body: { email: user.email, password: { value: user.password } } };
  },
  async echoJweGet(context) {
    const user = await context.user();
    await context.uploadKeys(user);
    return { user };
  },
  async setOutcome(context) {
    const user = await context.user();
    return { user, body: { outcome: 'fail', userId: user.userId, kind: 'PIN' } };
  },
};

/** The precondition of an operation with `x-factor`. */
function factorPreparation(operation: Operation): Preparation | undefined {
  const action = operation.factor?.action;
  if (action === undefined || action === 'enrol') return undefined;
  return async (context) => {
    const factor = factorsOf(context.operations).find(({ type }) => type === operation.factor?.type);
    if (!factor) throw new TypeError(`${operation.id} has no x-factor extension.`);
    if (action === 'verify') {
      return { ...(await atVerification(context, factor)), body: bodyWith(operation, secretOf(factor)) };
    }
    const user = await userWith(context, factor);
    return action === 'trigger' ? { user, headers: await newToken(context, user) } : { user };
  };
}

/**
 * Sets up the state in which a valid request of the operation succeeds, so that an invalid one can only be rejected for its
 * error.
 */
export async function prepare(context: ScenarioContext, operationId: string): Promise<Prepared> {
  const plain = async (): Promise<Prepared> => ({ user: await context.sharedUser(operationId) });
  const preparation = Object.hasOwn(PREPARATIONS, operationId)
    ? PREPARATIONS[operationId]
    : factorPreparation(context.operation(operationId));
  // The scenarios report what failed. The cases are sent anyway.
  return preparation ? preparation(context).catch(plain) : plain();
}
