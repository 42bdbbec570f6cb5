import type { Delivery, OtpMessage, PushMessage } from '../ports/index.ts';

/** A delivery that records messages instead of sending them, oldest first. */
export interface RecordingDelivery extends Delivery {
  readonly otps: OtpMessage[];
  readonly pushes: PushMessage[];
  /** While true, every message is rejected. */
  down: boolean;
  /** Awaited before each message is recorded. A test replaces it to act during a delivery. */
  beforeSend: () => Promise<void>;
}

/**
 * Creates a delivery for tests.
 * @example
 * const delivery = recordingDelivery();
 * // after engine.challenges.trigger(…)
 * delivery.otps.at(-1)?.code;
 */
export function recordingDelivery(): RecordingDelivery {
  const delivery: RecordingDelivery = {
    otps: [],
    pushes: [],
    down: false,
    beforeSend: async () => {},
    async sendOtp(message) {
      await accept();
      delivery.otps.push(message);
    },
    async sendPush(message) {
      await accept();
      delivery.pushes.push(message);
    },
  };
  async function accept(): Promise<void> {
    await delivery.beforeSend();
    if (delivery.down) throw Object.assign(new Error('The provider rejected the message.'), { sent: 'no' });
  }
  return delivery;
}
