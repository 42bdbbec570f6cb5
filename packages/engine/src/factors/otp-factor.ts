import { type Context, timeIn } from '../context.ts';
import type { OneTimeTokenRecord, OtpCodeRecord, ProfileKey, Transaction } from '../ports/index.ts';
import type { Candidate, Destination, Factor } from './factor.ts';
import type { ChallengeType } from './registry.ts';

/** How long a code may be used, in milliseconds. */
export const OTP_TTL: number = 5 * 60_000;

/** What a code is bound to: it is good for one token and channel, and proves nothing once the address has changed. */
export function otpContext(
  token: Pick<OneTimeTokenRecord, 'clientId' | 'digest'>,
  channel: ChallengeType,
  destination: Pick<Destination, 'id'>,
): string {
  return JSON.stringify([token.clientId, token.digest, channel, destination.id]);
}

/**
 * A factor of possession: a code is sent to an address that the person has, and comes back.
 * @param name first part of its codes
 * @param failure what a wrong code is told
 * @param destination where the codes of a profile go; undefined when there is no address
 */
export function otpFactor(
  channel: ChallengeType,
  name: string,
  failure: string,
  destination: (tx: Transaction, profile: ProfileKey) => Promise<Destination | undefined>,
): Factor {
  async function consume(
    context: Context,
    tx: Transaction,
    sent: OtpCodeRecord,
    address: Destination,
  ): Promise<string | undefined> {
    const now = await tx.otpCodes.find(sent.clientId, sent.tokenDigest, channel);
    const unchanged = (await destination(tx, sent))?.id === address.id;
    if (!now || now.mac !== sent.mac || !unchanged || !isLive(now, timeIn(context, tx))) return undefined;
    // Single use (ASVS 5.0 6.5.1).
    await tx.otpCodes.put({ ...now, state: 'used' });
    return address.id;
  }
  return {
    type: channel,
    category: 'possession',
    name,
    failure,
    destination,
    isEnrolled: async (tx, profile) => (await destination(tx, profile)) !== undefined,
    isStillEnrolled: async (tx, profile, reference) => (await destination(tx, profile))?.id === reference,
    async lookUp(context, tx, token) {
      const address = await destination(tx, token);
      if (!address) return dummyCandidate(context);
      const sent = await tx.otpCodes.find(token.clientId, token.digest, channel);
      if (!sent || sent.state === 'sending') return 'not-triggered';
      const live = isLive(sent, timeIn(context, tx)) ? sent : undefined;
      return {
        matches: (secret) => context.keys.verifyMac('otp', otpContext(token, channel, address), secret, live?.mac),
        consume: async (inTx) => live && consume(context, inTx, live, address),
      };
    },
    dummyCandidate,
  };
}

function dummyCandidate({ keys }: Context): Candidate {
  return { matches: (secret) => keys.verifyMac('otp', '', secret, undefined), consume: async () => undefined };
}

function isLive(code: OtpCodeRecord, now: number): boolean {
  return code.state === 'live' && now < code.expiresAt;
}
