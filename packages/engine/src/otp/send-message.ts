import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { Transaction, UserKey } from '../ports/index.ts';
import { SimulatedDeliveryFailure, wasNotSent } from './delivery-failure.ts';

/** The steps of sending one code or push. */
export interface MessageSteps<Scope extends UserKey, Reservation> {
  readonly scope: Scope;
  /** Checks the limits, counts the message, and stores what it refers to as `sending`: not usable yet. */
  reserve(tx: Transaction, now: number): Promise<Reservation>;
  /** Whether the reservation is an earlier message that still serves: nothing is delivered. */
  isReused?(reservation: Reservation): boolean;
  deliver(reservation: Reservation): Promise<void>;
  /** The message was accepted: makes what it refers to usable. */
  confirm(tx: Transaction, now: number, reservation: Reservation): Promise<void>;
  /**
   * The message was not accepted: removes what was stored.
   * @param notSent whether it is certain that nothing was sent. Otherwise the message still counts
   */
  cancel(tx: Transaction, now: number, reservation: Reservation, notSent: boolean): Promise<void>;
}

/**
 * Sends a code or push. One transaction reserves, the delivery runs with no transaction open, and a second transaction confirms
 * or cancels.
 * @throws ScaError `delivery.unavailable`, and what `reserve` throws
 */
export async function sendMessage<Scope extends UserKey, Reservation>(
  context: Context,
  { scope, reserve, isReused, deliver, confirm, cancel }: MessageSteps<Scope, Reservation>,
): Promise<Reservation> {
  const { store, simulatedResponses } = context;
  const simulated = await simulatedResponses?.next(scope.clientId, scope.userId, 'DELIVERY');
  const reservation = await store.transaction(scope, (tx) => reserve(tx, clientTime(context, tx)));
  if (isReused?.(reservation)) return reservation;
  try {
    if (simulated) throw new SimulatedDeliveryFailure();
    await deliver(reservation);
  } catch (cause) {
    const notSent = wasNotSent(cause);
    await store.transaction(scope, (tx) => cancel(tx, clientTime(context, tx), reservation, notSent));
    throw new ScaError('delivery.unavailable', { cause });
  }
  await store.transaction(scope, (tx) => confirm(tx, clientTime(context, tx), reservation));
  return reservation;
}
