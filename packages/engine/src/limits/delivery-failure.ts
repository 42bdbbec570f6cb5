import type { DeliveryRejection } from '../ports/index.ts';

/** Whether it is certain that a message whose sending was rejected did not go out. */
export function wasNotSent(rejection: unknown): boolean {
  if (typeof rejection !== 'object' || rejection === null) return false;
  const { sent }: DeliveryRejection = rejection;
  return sent === 'no';
}

/** In place of a message that the sandbox was told not to send. */
export class SimulatedDeliveryFailure extends Error implements DeliveryRejection {
  readonly sent = 'no';

  constructor() {
    super('The sandbox was told to refuse this message');
  }
}
