import { randomBytes } from 'node:crypto';
import { createKeys } from '@sca-kit/node';
import { expect, test } from 'vitest';
import type { Services } from '../handlers/services.ts';
import { openInboxMessages, sandboxInbox } from './inbox.ts';
import type { InboxMessage } from './inbox-store.ts';

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

function services() {
  const lines: unknown[] = [];
  const log = { error: (...line: readonly unknown[]) => void lines.push(line) } as unknown as Services['log'];
  return { keys, log, lines };
}

test('a message opens where it was put', async () => {
  const { lines, ...inbox } = services();
  const opened = await openInboxMessages(inbox, [await stored()]);
  expect(opened).toMatchObject([{ userId: 1, channel: 'SMS', code: '123456' }]);
  expect(lines).toEqual([]);
});

test.each([{ clientId: 'other' }, { userId: 2 }, { channel: 'VOICE' }, { sentAt: 0 }])(
  'a message does not open where it was not put, is logged, and takes no other along: %j',
  async (elsewhere) => {
    const { lines, ...inbox } = services();
    const moved = { ...(await stored()), messageId: 2, ...elsewhere };
    const opened = await openInboxMessages(inbox, [moved, await stored()]);
    expect(opened.map(({ id }) => id)).toEqual(['1']);
    expect(lines).toMatchObject([[{ messageId: 2 }, 'a message of the inbox does not open']]);
    expect(JSON.stringify(lines)).not.toMatch(/123456|15550100/);
  },
);
