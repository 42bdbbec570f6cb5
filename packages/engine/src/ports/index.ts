export type { Clock, Random, Timer } from './clock-and-random.ts';
export type { Delivery, DeliveryRejection, OtpMessage, PushMessage } from './delivery.ts';
export type { FaceMatcher } from './face-matcher.ts';
export type { KeyPurpose, Keys } from './keys.ts';
export type * from './records.ts';
export type * from './store.ts';
