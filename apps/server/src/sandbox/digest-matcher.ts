import { createHash, timingSafeEqual } from 'node:crypto';
import type { FaceMatcher } from '@sca-kit/engine';

/** The sandbox's idea of a face: two maps match when they are the same bytes. */
export const digestMatcher: FaceMatcher = {
  async matches(enrolled, presented) {
    return timingSafeEqual(digest(enrolled), digest(presented));
  },
};

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
