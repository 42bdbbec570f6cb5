import { createHash, timingSafeEqual } from 'node:crypto';
import type { FaceMatcher } from '../ports/index.ts';

/** Two face maps match when their digests are equal. */
export function digestFaceMatcher(): FaceMatcher {
  const digest = (value: Uint8Array): Buffer => createHash('sha256').update(value).digest();
  return { matches: async (enrolled, presented) => timingSafeEqual(digest(enrolled), digest(presented)) };
}
