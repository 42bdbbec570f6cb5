import type { components } from '@sca-kit/api';
import type { Inbox } from '@sca-kit/delivery';
import type { InboxMessage, Stores } from '@sca-kit/store';
import type { ServerKeys } from '../keys/create-keys.ts';
import { toTimestamp } from '../wire/time.ts';

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
export function sandboxInbox(stores: Pick<Stores, 'inbox'>, keys: ServerKeys): Inbox {
  return {
    async add({ clientId, userId, channel, recipient, code, reference, purpose, action, sentAt }) {
      const content: Sealed = { recipient, code, reference, purpose, action };
      const place = { clientId, userId, channel, sentAt };
      const sealed = await keys.seal('inbox', contextOf(place), new TextEncoder().encode(JSON.stringify(content)));
      await stores.inbox.add({ ...place, sealed, expiresAt: sentAt + LIFE });
    },
  };
}

/** The message as `GET /sandbox/inbox` shows it. */
export async function openInboxMessage(keys: ServerKeys, message: InboxMessage): Promise<Message> {
  const plain = new TextDecoder().decode(await keys.open('inbox', contextOf(message), message.sealed));
  const content = JSON.parse(plain) as Sealed;
  return {
    id: String(message.messageId),
    channel: message.channel as Message['channel'],
    userId: message.userId,
    ...content,
    sentAt: toTimestamp(message.sentAt),
  };
}
