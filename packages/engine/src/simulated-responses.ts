import type { ChallengeType } from './factors/challenge-type.ts';

/** What a response can be simulated for: a verification, a push response, or the delivery of a message. */
export type SimulatedResponseKind = ChallengeType | 'OTP' | 'PUSH' | 'DELIVERY';

/** `fail`: as if the secret were wrong, or the message were not accepted. `expire`: as if the time were over. */
export type SimulatedResponse = 'fail' | 'expire';

/** A hook that replaces the result of the next operation of a user. For sandboxes and tests. */
export interface SimulatedResponses {
  /**
   * Called before each verification, push approval and delivery. An unknown token is looked up with user id 0.
   * @returns undefined to evaluate as usual
   * @throws anything that the operation is to fail with, before it has any effect
   */
  next(clientId: string, userId: number, kind: SimulatedResponseKind): Promise<SimulatedResponse | undefined>;
}
