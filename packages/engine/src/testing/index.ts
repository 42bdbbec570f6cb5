export { digestFaceMatcher } from './digest-face-matcher.ts';
export { type FakeKeys, fakeKeys } from './fake-keys.ts';
export { type ManualClock, manualClock } from './manual-clock.ts';
export { type MemoryStore, memoryStore } from './memory-store.ts';
export { type RecordingDelivery, recordingDelivery } from './recording-delivery.ts';
export { seededRandom } from './seeded-random.ts';
export { type TestPorts, testPorts } from './test-ports.ts';
