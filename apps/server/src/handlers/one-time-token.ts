import type { PhoneChannel } from '@sca-kit/engine';
import type { HandlerRequest, Handlers } from '@sca-kit/hono';
import { toEnvelope, toRemaining } from '../wire/one-time-token.ts';
import type { Services } from './services.ts';

type Operation =
  | 'getIdentityOneTimeTokenStatus'
  | 'verifyOneTimeTokenPin'
  | 'verifyOneTimeTokenDeviceFingerprint'
  | 'verifyOneTimeTokenFaceMap'
  | 'triggerSms'
  | 'verifySms'
  | 'triggerWhatsApp'
  | 'verifyWhatsApp'
  | 'triggerVoice'
  | 'verifyVoice';

type Incoming = Pick<HandlerRequest<'triggerSms'>, 'actor' | 'header'>;

/** The v1 one-time token family (deprecated). A token is for the profile it was made for: v1 names none. */
export function oneTimeToken({ engine: { oneTimeTokens, challenges } }: Services): Pick<Handlers, Operation> {
  const trigger =
    (channel: PhoneChannel) =>
    async ({ actor, header }: Incoming) => ({
      status: 200 as const,
      body: await challenges.trigger(actor, header['One-Time-Token'], channel),
    });
  const verifyCode =
    (channel: PhoneChannel) =>
    async ({ actor, header, body }: Incoming & Pick<HandlerRequest<'verifySms'>, 'body'>) => ({
      status: 200 as const,
      body: toRemaining(await challenges.verify(actor, header['One-Time-Token'], channel, body.otpCode)),
    });
  return {
    async getIdentityOneTimeTokenStatus({ actor, header }) {
      return { status: 200, body: toEnvelope(await oneTimeTokens.status(actor, header['One-Time-Token'])) };
    },
    async verifyOneTimeTokenPin({ actor, header, body }) {
      return {
        status: 200,
        body: toRemaining(await challenges.verify(actor, header['One-Time-Token'], 'PIN', body.pin)),
      };
    },
    async verifyOneTimeTokenDeviceFingerprint({ actor, header, body }) {
      const token = header['One-Time-Token'];
      const view = await challenges.verify(actor, token, 'PARTNER_DEVICE_FINGERPRINT', body.deviceFingerprint);
      return { status: 200, body: toRemaining(view) };
    },
    async verifyOneTimeTokenFaceMap({ actor, header, body }) {
      return {
        status: 200,
        body: toRemaining(await challenges.verify(actor, header['One-Time-Token'], 'FACE_MAP', body.faceMap)),
      };
    },
    triggerSms: trigger('SMS'),
    verifySms: verifyCode('SMS'),
    triggerWhatsApp: trigger('WHATSAPP'),
    verifyWhatsApp: verifyCode('WHATSAPP'),
    triggerVoice: trigger('VOICE'),
    verifyVoice: verifyCode('VOICE'),
  };
}
