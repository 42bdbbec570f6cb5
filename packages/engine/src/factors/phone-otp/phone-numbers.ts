import { type Actor, createAuditEvent } from '../../actor.ts';
import { withdrawNumber } from '../../authentication-factors/user-factors.ts';
import { type Context, timeIn } from '../../context.ts';
import { ScaError } from '../../errors.ts';
import type { PhoneNumberRecord, Transaction, UserKey } from '../../ports/index.ts';
import { inProfile, withdrawSession } from '../enrolment-transaction.ts';
import { e164Of, maskedEmail } from './e164.ts';
import { openPhoneNumber, phoneMacContext, phoneNumberOf, phoneSealContext } from './phone-number.ts';

export interface PhoneNumber {
  readonly id: number;
  /** E.164. */
  readonly phoneNumber: string;
  readonly type: 'PRIMARY';
  readonly verified: true;
  readonly clientId: string;
}

/** All throw ScaError `user.not.found`; those that take a number `phone.number.invalid` and `phone.number.repeated`. */
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
    store.transaction(scopeOf(user), async (tx) => {
      await assertUser(tx, user);
      return work(tx, timeIn(context, tx));
    });

  const protect = async (user: UserKey, text: string) => {
    const e164 = e164Of(text);
    if (!e164) throw new ScaError('phone.number.invalid', 'The phone number is not a valid E.164 number');
    const number = await keys.seal('phone-number', phoneSealContext(user), new TextEncoder().encode(e164));
    const mac = await keys.mac('phone-number', phoneMacContext(user.clientId), e164);
    return { e164, number, mac };
  };

  /** Sessions that the number may have opened end with it, in its own transaction. */
  const withdrawAll = async (tx: Transaction, actor: Actor, user: UserKey, now: number): Promise<void> => {
    await withdrawNumber(tx, actor, user, now);
    for (const { profileId } of await tx.profiles.listByUser(user)) {
      await withdrawSession({ tx, now }, actor, { ...scopeOf(user), profileId });
    }
  };

  /**
   * Once more under the lock of each profile, in transactions of their own: a verification that saw the number before it
   * went may have opened a session meanwhile.
   */
  const withdrawSessions = async (actor: Actor, user: UserKey): Promise<void> => {
    const profiles = await store.read(scopeOf(user), (tx) => tx.profiles.listByUser(user));
    for (const { profileId } of profiles) {
      const profile = { ...scopeOf(user), profileId };
      await inProfile(context, profile, (change) => withdrawSession(change, actor, profile));
    }
  };

  return {
    async list(_actor, user) {
      const records = await store.read(scopeOf(user), async (tx) => {
        await assertUser(tx, user);
        return tx.phoneNumbers.list(user);
      });
      return Promise.all(records.map(async (record) => viewOf(record, await openPhoneNumber(keys, record))));
    },

    async create(actor, user, text) {
      const { e164, number, mac } = await protect(user, text);
      const phoneNumberId = random.integer(1_000_000, 999_999_999);
      return inUser(user, async (tx, now) => {
        if (await phoneNumberOf(tx, user)) {
          throw new ScaError('phone.number.already.exists', 'The user has a phone number already');
        }
        const record: PhoneNumberRecord = { ...scopeOf(user), phoneNumberId, number, mac, createdAt: now };
        if (!(await tx.phoneNumbers.insert(record))) throw await repeated(tx, record);
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.created', userId: user.userId, data: { phoneNumberId } }),
        );
        return viewOf(record, e164);
      });
    },

    async update(actor, user, phoneNumberId, text) {
      const { e164, number, mac } = await protect(user, text);
      const { record, changed } = await inUser(user, async (tx, now) => {
        const before = (await tx.phoneNumbers.list(user)).find((it) => it.phoneNumberId === phoneNumberId);
        if (!before) throw notFound();
        const record: PhoneNumberRecord = { ...before, number, mac };
        const result = await tx.phoneNumbers.update(record);
        if (result === 'not-found') throw notFound();
        if (result === 'taken') throw await repeated(tx, record);
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.updated', userId: user.userId, data: { phoneNumberId } }),
        );
        const changed = before.mac !== mac;
        if (changed) await withdrawAll(tx, actor, user, now);
        return { record, changed };
      });
      if (changed) await withdrawSessions(actor, user);
      return viewOf(record, e164);
    },

    async delete(actor, user, phoneNumberId) {
      await inUser(user, async (tx, now) => {
        if (!(await tx.phoneNumbers.delete(user, phoneNumberId))) throw notFound();
        await tx.audit.append(
          createAuditEvent(actor, now, { type: 'phone-number.deleted', userId: user.userId, data: { phoneNumberId } }),
        );
        await withdrawAll(tx, actor, user, now);
      });
      await withdrawSessions(actor, user);
    },
  };
}

function scopeOf({ clientId, userId }: UserKey): UserKey {
  return { clientId, userId };
}

async function assertUser(tx: Transaction, user: UserKey): Promise<void> {
  if (!(await tx.users.find(user))) throw new ScaError('user.not.found', 'There is no such user');
}

function notFound(): ScaError {
  return new ScaError('phone.number.not.found', 'There is no such phone number');
}

async function repeated(tx: Transaction, { clientId, mac }: PhoneNumberRecord): Promise<ScaError> {
  const owner = await tx.phoneNumbers.findOwner(clientId, mac);
  const user = owner && (await tx.users.find({ clientId, userId: owner.userId }));
  return new ScaError(
    'phone.number.repeated',
    `The number is linked to an account with the email ${maskedEmail(user?.email ?? '')}`,
  );
}

function viewOf({ phoneNumberId, clientId }: PhoneNumberRecord, e164: string): PhoneNumber {
  return { id: phoneNumberId, phoneNumber: e164, type: 'PRIMARY', verified: true, clientId };
}
