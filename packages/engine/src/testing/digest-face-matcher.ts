import { createHash, timingSafeEqual } from 'node:crypto';
import type { FaceMatcher } from '../ports/index.ts';

const DUMMY_TEMPLATE = new Uint8Array(32);

/**
 * Creates a face matcher for sandboxes and tests: two face maps match when their digests are equal.
 * @example
 * const engine = createEngine({ ...ports, faceMatcher: digestFaceMatcher() });
 */
export function digestFaceMatcher(): FaceMatcher {
  const digest = (value: Uint8Array): Buffer => createHash('sha256').update(value).digest();
  return {
    template: async (faceMap) => digest(faceMap),
    matches: async (template = DUMMY_TEMPLATE, presented) => timingSafeEqual(template, digest(presented)),
  };
}
