import type { FaceMatcher } from '@sca-kit/engine';
import { digestFaceMatcher as createDigestFaceMatcher } from '@sca-kit/engine/testing';

/** The face matcher of the server: two face maps match when their digests are equal. */
export const digestFaceMatcher: FaceMatcher = createDigestFaceMatcher();
