import type { Ports } from '../ports/index.ts';
import { digestFaceMatcher } from './digest-face-matcher.ts';
import { type FakeKeys, fakeKeys } from './fake-keys.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';
import { type RecordingDelivery, recordingDelivery } from './recording-delivery.ts';
import { seededRandom } from './seeded-random.ts';

/** Ports in memory, with what a test needs to control and inspect them. */
export interface TestPorts extends Ports {
  readonly store: MemoryStore;
  readonly clock: ManualClock;
  readonly delivery: RecordingDelivery;
  readonly keys: FakeKeys;
}

/**
 * Creates all ports of an engine in memory. Waits end at once.
 * @example
 * const ports = testPorts();
 * const engine = createEngine(ports);
 * ports.clock.advance(60_000);
 */
export function testPorts(): TestPorts {
  return {
    store: memoryStore(),
    clock: manualClock(),
    timer: { wait: async () => {} },
    random: seededRandom(),
    delivery: recordingDelivery(),
    faceMatcher: digestFaceMatcher(),
    keys: fakeKeys(),
  };
}
