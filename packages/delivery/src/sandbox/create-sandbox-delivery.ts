import type { Delivery, OtpMessage, PushMessage } from '@sca-kit/engine';

/** A message that would have been sent, in plain text: an inbox that stores it must encrypt it. */
export interface InboxEntry {
  readonly clientId: string;
  readonly userId: number;
  readonly channel: OtpMessage['channel'] | PushMessage['channel'];
  /** E.164; null for a push. */
  readonly recipient: string | null;
  /** Null for a push. */
  readonly code: string | null;
  /** The one-time token, or the id of a challenge or push. */
  readonly reference: string;
  readonly purpose: OtpMessage['purpose'] | PushMessage['purpose'];
  /** The action that the person confirms, with its dynamic link; null if there is none. */
  readonly action: OtpMessage['action'];
  /** Milliseconds since the Unix epoch, on the client's clock; so is `expiresAt`. */
  readonly sentAt: number;
  /** When the code or the push expires. */
  readonly expiresAt: number;
}

/** Stores the messages of a sandbox. */
export interface Inbox {
  /** @throws when the message cannot be stored; it then counts as not sent */
  add(entry: InboxEntry): Promise<void>;
}

export interface SandboxDeliveryOptions {
  readonly inbox: Inbox;
  /** The time of a client: its clock may have been moved. Milliseconds since the Unix epoch. */
  readonly now: (clientId: string) => number | Promise<number>;
}

/**
 * Stores every message in an inbox instead of sending it. For sandboxes only.
 * @example
 * const delivery = createSandboxDelivery({ inbox, now: () => Date.now() });
 */
export function createSandboxDelivery({ inbox, now }: SandboxDeliveryOptions): Delivery {
  return {
    async sendOtp({ clientId, userId, channel, recipient, code, reference, purpose, action, expiresAt }) {
      const sentAt = await now(clientId);
      await inbox.add({ clientId, userId, channel, recipient, code, reference, purpose, action, sentAt, expiresAt });
    },
    async sendPush({ clientId, userId, channel, challengeId: reference, purpose, expiresAt }) {
      const sentAt = await now(clientId);
      const nobody = { recipient: null, code: null, action: null };
      await inbox.add({ clientId, userId, channel, ...nobody, reference, purpose, sentAt, expiresAt });
    },
  };
}
