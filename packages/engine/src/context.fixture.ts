import type { Context } from './context.ts';
import { limitsOf } from './limits/limits.ts';
import { policiesOf } from './policies/policies.ts';
import {
  digestFaceMatcher,
  fakeKeys,
  manualClock,
  memoryStore,
  recordingDelivery,
  seededRandom,
} from './testing/index.ts';

/** A context over the ports for tests. */
export function contextFixture(overrides: Partial<Context> = {}): Context {
  return {
    store: memoryStore(),
    clock: manualClock(),
    timer: { wait: async () => {} },
    random: seededRandom(),
    delivery: recordingDelivery(),
    faceMatcher: digestFaceMatcher(),
    keys: fakeKeys(),
    limits: limitsOf(),
    policies: policiesOf(),
    disclosure: 'standard',
    protectEnrolment: false,
    fixedCodes: undefined,
    unsupportedCountries: [],
    simulatedResponses: undefined,
    ...overrides,
  };
}
