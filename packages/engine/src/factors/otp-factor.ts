import { type Context, clientTime } from '../context.ts';
import { type OtpBinding, verifyOtp } from '../otp/otp-code.ts';
import type { EnrolledFactors, OneTimeTokenRecord, OtpCodeRecord, TokenLookup, Transaction } from '../ports/index.ts';
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
  destination: (factors: EnrolledFactors) => Destination | undefined,
): Factor {
  async function consume(
    context: Context,
    tx: Transaction,
    sent: OtpCodeRecord,
    address: Destination,
    { otpCode: current, factors }: TokenLookup,
  ): Promise<string | undefined> {
    const isSameAddress = destination(factors)?.id === address.id;
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
    references(factors) {
      const address = destination(factors);
      return address ? [address.id] : [];
    },
    candidate(context, { token, factors, otpCode }, now) {
      const address = destination(factors);
      if (!address) return dummyCandidate(context);
      if (!otpCode || otpCode.state === 'sending') return 'not-triggered';
      const live = isLive(otpCode, now) ? otpCode : undefined;
      return {
        verify: (secret) => verifyOtp(context.keys, otpBinding(token, channel, address), secret, live?.mac),
        consume: async (tx, current) => live && consume(context, tx, live, address, current),
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
