import type { components } from '@sca-kit/api';
import type { Inbox } from '@sca-kit/delivery';
import type { NodeKeys } from '@sca-kit/node';
import type { Services } from '../handlers/services.ts';
import { describeError } from '../observability/log.ts';
import { toTimestamp } from '../wire/time.ts';
import type { InboxMessage, InboxStore } from './inbox-store.ts';

type Message = components['schemas']['InboxMessage'];

/** What of a message must not lie in the database in clear. */
type Sealed = Pick<Message, 'recipient' | 'code' | 'reference' | 'purpose' | 'action'>;

/** A message is kept for a day. */
const LIFE = 24 * 3_600_000;

/** Whose message it is and when it was sent: what is sealed for one user and moment opens for no other. */
function contextOf({
  clientId,
  userId,
  channel,
  sentAt,
}: Omit<InboxMessage, 'messageId' | 'sealed' | 'expiresAt'>): string {
  return JSON.stringify([clientId, userId, channel, sentAt]);
}

/** The inbox that messages of a sandbox land in. */
export function sandboxInbox(stores: { readonly inbox: InboxStore }, keys: NodeKeys): Inbox {
  return {
    async add({ clientId, userId, channel, recipient, code, reference, purpose, action, sentAt }) {
      const content: Sealed = { recipient, code, reference, purpose, action };
      const place = { clientId, userId, channel, sentAt };
      const sealed = await keys.encrypt('inbox', contextOf(place), new TextEncoder().encode(JSON.stringify(content)));
      await stores.inbox.add({ ...place, sealed, expiresAt: sentAt + LIFE });
    },
  };
}

/**
 * The messages as `GET /sandbox/inbox` shows them. One that was changed, or written by another version, is left out: it must
 * not take the others along.
 */
export async function openInboxMessages(
  { keys, log }: Pick<Services, 'keys' | 'log'>,
  messages: readonly InboxMessage[],
): Promise<Message[]> {
  const opened = messages.map((message) =>
    openInboxMessage(keys, message).catch((error: unknown) => {
      const { clientId, messageId } = message;
      log.error({ clientId, messageId, error: describeError(error) }, 'a message of the inbox does not open');
      return undefined;
    }),
  );
  return (await Promise.all(opened)).filter((message) => message !== undefined);
}

async function openInboxMessage(keys: NodeKeys, message: InboxMessage): Promise<Message> {
  const plain = new TextDecoder().decode(await keys.decrypt('inbox', contextOf(message), message.sealed));
  const content = JSON.parse(plain) as Sealed;
  return {
    id: String(message.messageId),
    channel: message.channel as Message['channel'],
    userId: message.userId,
    ...content,
    sentAt: toTimestamp(message.sentAt),
  };
}
