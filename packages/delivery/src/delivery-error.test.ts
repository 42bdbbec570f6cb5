import { expect, test } from 'vitest';
import { DeliveryError, type DeliveryFailureFacts } from './delivery-error.ts';

test.each<[Omit<DeliveryFailureFacts, 'provider'>, 'no' | 'unknown']>([
  [{ failure: 'refused' }, 'no'],
  [{ failure: 'refused', status: 400 }, 'no'],
  [{ failure: 'refused', status: 429 }, 'no'],
  // A proxy that waited in vain, or a provider that broke after it had passed the message on.
  [{ failure: 'refused', status: 408 }, 'unknown'],
  [{ failure: 'refused', status: 500 }, 'unknown'],
  [{ failure: 'refused', status: 504 }, 'unknown'],
  [{ failure: 'unreachable' }, 'unknown'],
  [{ failure: 'unreachable', sent: 'no' }, 'no'],
  [{ failure: 'timeout' }, 'unknown'],
  [{ failure: 'aborted' }, 'unknown'],
  [{ failure: 'expired' }, 'no'],
  [{ failure: 'unsupported' }, 'no'],
  [{ failure: 'refused', status: 400, sent: 'unknown' }, 'unknown'],
])('of %o it says whether the message was sent: %s', (facts, sent) => {
  expect(new DeliveryError({ provider: 'twilio', ...facts })).toMatchObject({ sent });
});
