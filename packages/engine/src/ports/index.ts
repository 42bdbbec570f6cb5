import type { Clock, Random, Timer } from './clock-and-random.ts';
import type { Delivery } from './delivery.ts';
import type { FaceMatcher } from './face-matcher.ts';
import type { Keys } from './keys.ts';
import type { Store } from './store.ts';

export type { Clock, Random, Timer } from './clock-and-random.ts';
export type { Delivery, DeliveryRejection, OtpMessage, PushMessage } from './delivery.ts';
export type { FaceMatcher } from './face-matcher.ts';
export type { KeyPurpose, Keys } from './keys.ts';
export type * from './records.ts';
export type * from './request-limit-store.ts';
export type * from './store.ts';

/** Everything that an engine reaches outside of itself. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly delivery: Delivery;
  readonly faceMatcher: FaceMatcher;
  readonly keys: Keys;
}
