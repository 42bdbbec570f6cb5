import type { Keys, PhoneNumberRecord, Transaction, UserKey } from '../../ports/index.ts';

/** What a number's keyed hash is bound to: one number gives one hash within a client. */
export function phoneMacContext(clientId: string): string {
  return JSON.stringify([clientId]);
}

/** What a sealed number is bound to. */
export function phoneSealContext(key: UserKey): string {
  return JSON.stringify([key.clientId, key.userId]);
}

/** The user's verified number, if there is one. */
export async function phoneNumberOf(
  tx: Transaction,
  { clientId, userId }: UserKey,
): Promise<PhoneNumberRecord | undefined> {
  return (await tx.phoneNumbers.list({ clientId, userId }))[0];
}

/** The stored number in clear. E.164. */
export async function openPhoneNumber(keys: Keys, record: PhoneNumberRecord): Promise<string> {
  return new TextDecoder().decode(await keys.open('phone-number', phoneSealContext(record), record.number));
}
