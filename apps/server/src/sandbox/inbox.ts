import type { components } from '@sca-kit/api';
import type { Inbox } from '@sca-kit/delivery';
import type { NodeKeys } from '@sca-kit/node';
import type { Services } from '../handlers/services.ts';
import { describeError } from '../observability/log.ts';
import { toTimestamp } from '../wire/time.ts';
import type { InboxStore } from './inbox-store.ts';
import type { InboxMessage } from './sandbox-tables.ts';

type Message = components['schemas']['InboxMessage'];

/** The part of a message that is encrypted in the database. */
type Content = Pick<Message, 'recipient' | 'code' | 'reference' | 'purpose' | 'action'>;

/** Milliseconds for which a message is stored. */
const RETENTION = 24 * 3_600_000;

/** The encryption context: the content of one message cannot be decrypted as that of another user or time. */
function contextOf({
  clientId,
  userId,
  channel,
  sentAt,
}: Omit<InboxMessage, 'messageId' | 'encryptedContent' | 'expiresAt'>): string {
  return JSON.stringify([clientId, userId, channel, sentAt]);
}

/** Stores the messages of a sandbox, encrypted. */
export function sandboxInbox(stores: { readonly inbox: InboxStore }, keys: NodeKeys): Inbox {
  return {
    async add({ clientId, userId, channel, recipient, code, reference, purpose, action, sentAt }) {
      const content: Content = { recipient, code, reference, purpose, action };
      const metadata = { clientId, userId, channel, sentAt };
      const encryptedContent = await keys.encrypt(
        'inbox',
        contextOf(metadata),
        new TextEncoder().encode(JSON.stringify(content)),
      );
      await stores.inbox.add({ ...metadata, encryptedContent, expiresAt: sentAt + RETENTION });
    },
  };
}

/**
 * Decrypts messages for `GET /sandbox/inbox`. Omits and logs a message that cannot be decrypted, so that the others are
 * still returned.
 */
export async function decryptInboxMessages(
  { keys, log }: Pick<Services, 'keys' | 'log'>,
  messages: readonly InboxMessage[],
): Promise<Message[]> {
  const decrypted = messages.map((message) =>
    decryptInboxMessage(keys, message).catch((error: unknown) => {
      const { clientId, messageId } = message;
      log.error({ clientId, messageId, error: describeError(error) }, 'An inbox message cannot be decrypted.');
      return undefined;
    }),
  );
  return (await Promise.all(decrypted)).filter((message) => message !== undefined);
}

async function decryptInboxMessage(keys: NodeKeys, message: InboxMessage): Promise<Message> {
  const plain = new TextDecoder().decode(await keys.decrypt('inbox', contextOf(message), message.encryptedContent));
  const content = JSON.parse(plain) as Content;
  return {
    // A push has one identifier: the id that the sandbox's operations on pushes take.
    id: content.code === null ? content.reference : String(message.messageId),
    channel: message.channel as Message['channel'],
    userId: message.userId,
    ...content,
    sentAt: toTimestamp(message.sentAt),
  };
}
