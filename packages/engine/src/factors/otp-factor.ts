import { type Context, clientTime } from '../context.ts';
import { type OtpBinding, verifyOtp } from '../otp/otp-code.ts';
import type { OneTimeTokenRecord, OtpCodeRecord, ProfileKey, Transaction } from '../ports/index.ts';
import type { ChallengeType } from './challenge-type.ts';
import type { Candidate, Destination, Factor, FactorName } from './factor.ts';

/** Binds a code to one token, one channel and one address. */
export function otpBinding(
  token: Pick<OneTimeTokenRecord, 'clientId' | 'digest'>,
  channel: ChallengeType,
  destination: Pick<Destination, 'id'>,
): OtpBinding {
  return [token.clientId, token.digest, channel, destination.id];
}

/**
 * Makes a possession factor: a code is sent to an address of the user, who enters it.
 * @param name the first part of its error codes
 * @param destination returns the address of a profile, or undefined when it has none
 */
export function otpFactor(
  channel: ChallengeType,
  name: FactorName,
  destination: (tx: Transaction, profile: ProfileKey) => Promise<Destination | undefined>,
): Factor {
  async function consume(
    context: Context,
    tx: Transaction,
    sent: OtpCodeRecord,
    address: Destination,
  ): Promise<string | undefined> {
    const current = await tx.otpCodes.find(sent.clientId, sent.tokenDigest, channel);
    const isSameAddress = (await destination(tx, sent))?.id === address.id;
    if (!current || current.mac !== sent.mac || !isSameAddress || !isLive(current, clientTime(context, tx))) {
      return undefined;
    }
    // Single use (ASVS 5.0 6.5.1).
    await tx.otpCodes.put({ ...current, state: 'used' });
    return address.id;
  }
  return {
    type: channel,
    category: 'possession',
    name,
    destination,
    isEnrolled: async (tx, profile) => (await destination(tx, profile)) !== undefined,
    isStillEnrolled: async (tx, profile, reference) => (await destination(tx, profile))?.id === reference,
    async lookUp(context, tx, token) {
      const address = await destination(tx, token);
      if (!address) return dummyCandidate(context);
      const sent = await tx.otpCodes.find(token.clientId, token.digest, channel);
      if (!sent || sent.state === 'sending') return 'not-triggered';
      const live = isLive(sent, clientTime(context, tx)) ? sent : undefined;
      return {
        verify: (secret) => verifyOtp(context.keys, otpBinding(token, channel, address), secret, live?.mac),
        consume: async (inTx) => live && consume(context, inTx, live, address),
      };
    },
    dummyCandidate,
  };
}

function dummyCandidate({ keys }: Context): Candidate {
  return { verify: (secret) => verifyOtp(keys, [], secret, undefined), consume: async () => undefined };
}

function isLive(code: OtpCodeRecord, now: number): boolean {
  return code.state === 'live' && now < code.expiresAt;
}
