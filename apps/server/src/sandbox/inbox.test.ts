import { randomBytes } from 'node:crypto';
import { createKeys } from '@sca-kit/node';
import { expect, test } from 'vitest';
import type { Services } from '../handlers/services.ts';
import { decryptInboxMessages, sandboxInbox } from './inbox.ts';
import type { InboxMessage } from './sandbox-tables.ts';

const keys = createKeys([{ keyId: 'k1', secret: new Uint8Array(randomBytes(32)) }]);

/** Returns a message as the database contains it. */
async function stored(): Promise<InboxMessage> {
  const messages: InboxMessage[] = [];
  const inbox = {
    add: async (message: Omit<InboxMessage, 'messageId'>) => messages.push({ ...message, messageId: 1 }),
    list: async () => messages,
  };
  await sandboxInbox({ inbox }, keys).add({
    ...{ clientId: 'acme', userId: 1, channel: 'SMS', recipient: '+15550100', code: '123456', reference: 'ref' },
    ...{ purpose: 'enrolment', action: null, sentAt: 1, expiresAt: 2 },
  });
  return messages[0] as InboxMessage;
}

function services() {
  const lines: unknown[] = [];
  const log = { error: (...line: readonly unknown[]) => void lines.push(line) } as unknown as Services['log'];
  return { keys, log, lines };
}

test('the inbox decrypts its messages', async () => {
  const { lines, ...inbox } = services();
  const decrypted = await decryptInboxMessages(inbox, [await stored()]);
  expect(decrypted).toMatchObject([{ userId: 1, channel: 'SMS', code: '123456' }]);
  expect(lines).toEqual([]);
});

test.each([{ clientId: 'other' }, { userId: 2 }, { channel: 'VOICE' }, { sentAt: 0 }])(
  'the inbox logs and omits a message that was moved to another %o, and returns the others',
  async (target) => {
    const { lines, ...inbox } = services();
    const moved = { ...(await stored()), messageId: 2, ...target };
    const decrypted = await decryptInboxMessages(inbox, [moved, await stored()]);
    expect(decrypted.map(({ id }) => id)).toEqual(['1']);
    expect(lines).toMatchObject([[{ messageId: 2 }, 'An inbox message cannot be decrypted.']]);
    expect(JSON.stringify(lines)).not.toMatch(/123456|15550100/);
  },
);
