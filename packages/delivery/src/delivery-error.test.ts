import { expect, test } from 'vitest';
import { DeliveryError, type DeliveryFailureDetails } from './delivery-error.ts';

test.each<[Omit<DeliveryFailureDetails, 'provider'>, 'no' | 'unknown']>([
  [{ failure: 'rejected' }, 'no'],
  [{ failure: 'rejected', status: 400 }, 'no'],
  [{ failure: 'rejected', status: 429 }, 'no'],
  // From a proxy, or from a provider that failed after it had sent the message.
  [{ failure: 'rejected', status: 408 }, 'unknown'],
  [{ failure: 'rejected', status: 500 }, 'unknown'],
  [{ failure: 'rejected', status: 504 }, 'unknown'],
  [{ failure: 'unreachable' }, 'unknown'],
  [{ failure: 'unreachable', sent: 'no' }, 'no'],
  [{ failure: 'timeout' }, 'unknown'],
  [{ failure: 'aborted' }, 'unknown'],
  [{ failure: 'expired' }, 'no'],
  [{ failure: 'unsupported' }, 'no'],
  [{ failure: 'rejected', status: 400, sent: 'unknown' }, 'unknown'],
])('a DeliveryError with %o has sent %j', (facts, sent) => {
  expect(new DeliveryError({ provider: 'twilio', ...facts })).toMatchObject({ sent });
});
