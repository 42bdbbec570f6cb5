import { type Actor, createAuditEvent } from '../../actor.ts';
import { deactivateOtpFactor } from '../../authentication-factors/user-factors.ts';
import { type Context, clientTime } from '../../context.ts';
import { ScaError } from '../../errors.ts';
import { assertUser, userKeyOf } from '../../identity/assert-user.ts';
import type { PhoneNumberRecord, Transaction, UserKey } from '../../ports/index.ts';
import { closeSession, inProfile } from '../enrolment-transaction.ts';
import { e164Of, maskedEmail } from './e164.ts';
import { decryptPhoneNumber, phoneEncryptionContext, phoneMacContext, phoneNumberOf } from './phone-number.ts';

export interface PhoneNumber {
  readonly id: number;
  /** E.164. */
  readonly phoneNumber: string;
  readonly type: 'PRIMARY';
  readonly verified: true;
  readonly clientId: string;
}

/**
 * The phone number of a user. Every method throws ScaError `user.not.found`; those that take a number also throw
 * `phone.number.invalid` and `phone.number.repeated`.
 */
export interface PhoneNumbers {
  list(actor: Actor, user: UserKey): Promise<readonly PhoneNumber[]>;
  /** @throws ScaError `phone.number.already.exists` */
  create(actor: Actor, user: UserKey, phoneNumber: string): Promise<PhoneNumber>;
  /** @throws ScaError `phone.number.not.found` */
  update(actor: Actor, user: UserKey, phoneNumberId: number, phoneNumber: string): Promise<PhoneNumber>;
  /** @throws ScaError `phone.number.not.found` */
  delete(actor: Actor, user: UserKey, phoneNumberId: number): Promise<void>;
}

export function createPhoneNumbers(context: Context): PhoneNumbers {
  const { store, keys, random } = context;

  const inUser = <T>(user: UserKey, work: (tx: Transaction, now: number) => Promise<T>): Promise<T> =>
    store.transaction(userKeyOf(user), async (tx) => {
      await assertUser(tx, user);
      return work(tx, clientTime(context, tx));
    });

  const protect = async (user: UserKey, text: string) => {
    const e164 = e164Of(text);
    if (!e164) throw new ScaError('phone.number.invalid');
    const number = await keys.encrypt('phone-number', phoneEncryptionContext(user), new TextEncoder().encode(e164));
    const mac = await keys.mac('phone-number', phoneMacContext(user.clientId), e164);
    return { e164, number, mac };
  };

  /** Undoes what the removed number proved, in the same transaction. */
  const revokeNumber = async (tx: Transaction, actor: Actor, user: UserKey, now: number): Promise<void> => {
    await deactivateOtpFactor(tx, actor, user, now);
    for (const { profileId } of await tx.profiles.listByUser(user)) {
      await closeSession({ tx, now }, actor, { ...userKeyOf(user), profileId });
    }
  };

  /**
   * Closes the sessions once more, each under the lock of its profile: a concurrent verification that read the old number may
   * have opened one.
   */
  const closeSessions = async (actor: Actor, user: UserKey): Promise<void> => {
    const profiles = await store.read(userKeyOf(user), (tx) => tx.profiles.listByUser(user));
    for (const { profileId } of profiles) {
      const profile = { ...userKeyOf(user), profileId };
      await inProfile(context, profile, (transaction) => closeSession(transaction, actor, profile));
    }
  };

  return {
    async list(_actor, user) {
      const records = await store.read(userKeyOf(user), async (tx) => {
        await assertUser(tx, user);
        return tx.phoneNumbers.list(user);
      });
      return Promise.all(records.map(async (record) => viewOf(record, await decryptPhoneNumber(keys, record))));
    },

    async create(actor, user, text) {
      const { e164, number, mac } = await protect(user, text);
      const phoneNumberId = random.integer(1_000_000, 999_999_999);
      return inUser(user, async (tx, now) => {
        if (await phoneNumberOf(tx, user)) {
          throw new ScaError('phone.number.already.exists');
        }
        const record: PhoneNumberRecord = { ...userKeyOf(user), phoneNumberId, number, mac, createdAt: now };
        if (!(await tx.phoneNumbers.insert(record))) throw await phoneNumberRepeatedError(tx, record);
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.created', userId: user.userId, data: { phoneNumberId } }),
        );
        return viewOf(record, e164);
      });
    },

    async update(actor, user, phoneNumberId, text) {
      const { e164, number, mac } = await protect(user, text);
      const { record, changed } = await inUser(user, async (tx, now) => {
        const before = (await tx.phoneNumbers.list(user)).find((each) => each.phoneNumberId === phoneNumberId);
        if (!before) throw new ScaError('phone.number.not.found');
        const record: PhoneNumberRecord = { ...before, number, mac };
        const result = await tx.phoneNumbers.update(record);
        if (result === 'not-found') throw new ScaError('phone.number.not.found');
        if (result === 'taken') throw await phoneNumberRepeatedError(tx, record);
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.updated', userId: user.userId, data: { phoneNumberId } }),
        );
        const changed = before.mac !== mac;
        if (changed) await revokeNumber(tx, actor, user, now);
        return { record, changed };
      });
      if (changed) await closeSessions(actor, user);
      return viewOf(record, e164);
    },

    async delete(actor, user, phoneNumberId) {
      await inUser(user, async (tx, now) => {
        if (!(await tx.phoneNumbers.delete(user, phoneNumberId))) throw new ScaError('phone.number.not.found');
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.deleted', userId: user.userId, data: { phoneNumberId } }),
        );
        await revokeNumber(tx, actor, user, now);
      });
      await closeSessions(actor, user);
    },
  };
}

async function phoneNumberRepeatedError(tx: Transaction, { clientId, mac }: PhoneNumberRecord): Promise<ScaError> {
  const owner = await tx.phoneNumbers.findOwner(clientId, mac);
  const user = owner && (await tx.users.find({ clientId, userId: owner.userId }));
  return new ScaError('phone.number.repeated', {
    message: `The number is linked to an account with the email ${maskedEmail(user?.email ?? '')}.`,
  });
}

function viewOf({ phoneNumberId, clientId }: PhoneNumberRecord, e164: string): PhoneNumber {
  return { id: phoneNumberId, phoneNumber: e164, type: 'PRIMARY', verified: true, clientId };
}
