import type { CallOptions, Calls } from '../types.ts';
import type { ChallengeType, OtpChallengeType } from './handlers.ts';

/** Where a challenge is cleared. */
export interface Target {
  readonly oneTimeToken: string;
  /** With it the endpoints of the profile are used, without it those of the user's default profile. */
  readonly profileId: number | undefined;
  readonly options: CallOptions;
}

/** The part of an answer that matters here. */
export interface Outcome {
  readonly error?: unknown;
  readonly response: Response;
}

type Verify = (calls: Calls, target: Target, secret: string) => Promise<Outcome>;

/** How the answer to each kind of challenge is handed in. */
export const verify: Readonly<Record<ChallengeType, Verify>> = {
  PIN: (calls, target, pin) => {
    const { profileId, init } = read(target);
    return profileId === undefined
      ? calls.POST('/v1/one-time-token/pin/verify', { ...init, body: { pin } })
      : calls.POST('/v2/profiles/{profileId}/pin/verify', { ...at(init, profileId), body: { pin } });
  },
  PARTNER_DEVICE_FINGERPRINT: (calls, target, deviceFingerprint) => {
    const { profileId, init } = read(target);
    const body = { deviceFingerprint };
    return profileId === undefined
      ? calls.POST('/v1/one-time-token/partner-device-fingerprint/verify', { ...init, body })
      : calls.POST('/v2/profiles/{profileId}/device-fingerprints/verify', { ...at(init, profileId), body });
  },
  FACE_MAP: (calls, target, faceMap) => {
    const { profileId, init } = read(target);
    return profileId === undefined
      ? calls.POST('/v1/one-time-token/facemap/verify', { ...init, body: { faceMap } })
      : calls.POST('/v2/profiles/{profileId}/facemaps/verify', { ...at(init, profileId), body: { faceMap } });
  },
  SMS: (calls, target, otpCode) =>
    calls.POST('/v1/one-time-token/sms/verify', { ...read(target).init, body: { otpCode } }),
  WHATSAPP: (calls, target, otpCode) =>
    calls.POST('/v1/one-time-token/whatsapp/verify', { ...read(target).init, body: { otpCode } }),
  VOICE: (calls, target, otpCode) =>
    calls.POST('/v1/one-time-token/voice/verify', { ...read(target).init, body: { otpCode } }),
};

const TRIGGERS = {
  SMS: '/v1/one-time-token/sms/trigger',
  WHATSAPP: '/v1/one-time-token/whatsapp/trigger',
  VOICE: '/v1/one-time-token/voice/trigger',
} as const;

/** Whether the API has to send a code before the challenge can be answered. */
export function isOtp(type: ChallengeType): type is OtpChallengeType {
  return type in TRIGGERS;
}

/** Has the code of a phone challenge sent. */
export function trigger(
  calls: Calls,
  target: Target,
  type: OtpChallengeType,
): Promise<Outcome & { readonly data?: { readonly obfuscatedPhoneNo: string } }> {
  return calls.POST(TRIGGERS[type], read(target).init);
}

type Init = CallOptions & { readonly params: { readonly header: { readonly 'One-Time-Token': string } } };

function read(target: Target): { readonly profileId: number | undefined; readonly init: Init } {
  const { oneTimeToken, profileId, options } = target;
  return { profileId, init: { ...options, params: { header: { 'One-Time-Token': oneTimeToken } } } };
}

function at(init: Init, profileId: number): Init & { readonly params: { readonly path: { profileId: number } } } {
  return { ...init, params: { ...init.params, path: { profileId } } };
}
