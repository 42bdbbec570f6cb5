import type { Keys, PhoneNumberRecord, Transaction, UserKey } from '../../ports/index.ts';

/** Binds the keyed hash of a number to the client: within it one number has one hash. */
export function phoneMacContext(clientId: string): string {
  return JSON.stringify([clientId]);
}

/** Binds an encrypted number to its user. */
export function phoneEncryptionContext(key: UserKey): string {
  return JSON.stringify([key.clientId, key.userId]);
}

/** Returns the user's verified number, if there is one. */
export async function phoneNumberOf(
  tx: Transaction,
  { clientId, userId }: UserKey,
): Promise<PhoneNumberRecord | undefined> {
  return (await tx.phoneNumbers.list({ clientId, userId }))[0];
}

/** Returns the plain number in E.164. */
export async function decryptPhoneNumber(keys: Keys, record: PhoneNumberRecord): Promise<string> {
  return new TextDecoder().decode(await keys.decrypt('phone-number', phoneEncryptionContext(record), record.number));
}
