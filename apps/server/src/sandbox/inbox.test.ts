import { randomBytes } from 'node:crypto';
import type { InboxMessage } from '@sca-kit/store';
import { expect, test } from 'vitest';
import { createKeys } from '../keys/create-keys.ts';
import { openInboxMessage, sandboxInbox } from './inbox.ts';

const keys = createKeys([{ keyId: 'k1', secret: new Uint8Array(randomBytes(32)) }]);

/** A message as it lies in the database. */
async function stored(): Promise<InboxMessage> {
  const kept: InboxMessage[] = [];
  const inbox = {
    add: async (message: Omit<InboxMessage, 'messageId'>) => kept.push({ ...message, messageId: 1 }),
    list: async () => kept,
  };
  await sandboxInbox({ inbox }, keys).add({
    ...{ clientId: 'acme', userId: 1, channel: 'SMS', recipient: '+15550100', code: '123456', reference: 'ref' },
    ...{ purpose: 'enrolment', action: null, sentAt: 1, expiresAt: 2 },
  });
  return kept[0] as InboxMessage;
}

test('a message opens where it was put', async () => {
  expect(await openInboxMessage(keys, await stored())).toMatchObject({ userId: 1, channel: 'SMS', code: '123456' });
});

test.each([{ clientId: 'other' }, { userId: 2 }, { channel: 'VOICE' }, { sentAt: 0 }])(
  'a message does not open where it was not put: %j',
  async (elsewhere) => {
    await expect(openInboxMessage(keys, { ...(await stored()), ...elsewhere })).rejects.toThrow();
  },
);
