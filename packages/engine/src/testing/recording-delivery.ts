import type { Delivery, OtpMessage, PushMessage } from '../ports/index.ts';

/** Keeps what was "sent", oldest first. */
export interface RecordingDelivery extends Delivery {
  readonly otps: OtpMessage[];
  readonly pushes: PushMessage[];
  /** While true, every message is refused. */
  down: boolean;
  /** Awaited before each message is taken; a test replaces it to act while a message is on its way. */
  beforeSend: () => Promise<void>;
}

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
    if (delivery.down) throw Object.assign(new Error('The provider refuses the message'), { sent: 'no' });
  }
  return delivery;
}
