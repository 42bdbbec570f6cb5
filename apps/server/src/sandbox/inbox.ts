import type { components } from '@sca-kit/api';
import type { Clock, Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';
import type { InboxMessage, Stores } from '@sca-kit/store';
import type { ServerKeys } from '../keys/create-keys.ts';
import { toTimestamp } from '../wire/time.ts';

type Message = components['schemas']['InboxMessage'];

/** What of a message must not lie in the database in clear. */
type Sealed = Pick<Message, 'recipient' | 'code' | 'reference' | 'purpose'>;

/** A message is kept for a day. */
const LIFE = 24 * 3_600_000;

/** "Sends" messages into the sandbox's inbox. */
export function inboxDelivery(stores: Pick<Stores, 'inbox' | 'engine'>, keys: ServerKeys, clock: Clock): Delivery {
  async function add({ clientId, userId, channel }: OtpMessage | PushMessage, content: Sealed): Promise<void> {
    const sentAt = await stores.engine.read({ clientId }, async (tx) => clock.now() + tx.clockOffset);
    const sealed = await keys.seal('inbox', clientId, new TextEncoder().encode(JSON.stringify(content)));
    await stores.inbox.add({ clientId, userId, channel, sealed, sentAt, expiresAt: sentAt + LIFE });
  }
  return {
    sendOtp: (message) =>
      add(message, {
        recipient: message.recipient,
        code: message.code,
        reference: message.reference,
        purpose: message.purpose,
      }),
    sendPush: (message) =>
      add(message, { recipient: null, code: null, reference: message.challengeId, purpose: message.purpose }),
  };
}

/** The message as `GET /sandbox/inbox` shows it. */
export async function openInboxMessage(keys: ServerKeys, message: InboxMessage): Promise<Message> {
  const plain = new TextDecoder().decode(await keys.open('inbox', message.clientId, message.sealed));
  const content = JSON.parse(plain) as Sealed;
  return {
    id: String(message.messageId),
    channel: message.channel as Message['channel'],
    userId: message.userId,
    ...content,
    sentAt: toTimestamp(message.sentAt),
  };
}
