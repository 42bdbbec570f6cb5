import type { DeliveryRejection } from '../ports/index.ts';

/** Whether it is certain that the message of a rejected delivery was not sent. */
export function wasNotSent(rejection: unknown): boolean {
  if (typeof rejection !== 'object' || rejection === null) return false;
  const { sent }: DeliveryRejection = rejection;
  return sent === 'no';
}

/** Thrown in place of a delivery that a simulated response lets fail. */
export class SimulatedDeliveryFailure extends Error implements DeliveryRejection {
  readonly sent = 'no';

  constructor() {
    super('The delivery failed as a simulated response.');
  }
}
