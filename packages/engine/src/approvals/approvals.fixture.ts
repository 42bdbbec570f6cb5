import { type EngineFixture, FINGERPRINT, PIN } from '../engine.fixture.ts';
import type { Approvals } from './approvals.ts';

export const DEVICE = 'PARTNER_DEVICE_FINGERPRINT';
export const MINUTE = 60_000;
export const APPROVED = { approved: true } as const;

/** Clears a one-time token with both factors of the fixture. */
export async function clear({ engine, actor }: EngineFixture, token: string): Promise<void> {
  await engine.challenges.verify(actor, token, 'PIN', PIN);
  await engine.challenges.verify(actor, token, DEVICE, FINGERPRINT);
}

type Decide = Approvals['decide'];

/** Decides requests of the fixture's own user. */
export function decider({
  engine,
  actor,
  profile,
}: EngineFixture): (request: Parameters<Decide>[2]) => ReturnType<Decide> {
  return (request) => engine.approvals.decide(actor, profile, request);
}
