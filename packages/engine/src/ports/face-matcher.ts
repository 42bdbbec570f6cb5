/** Compares two face maps. */
export interface FaceMatcher {
  /** Whether both are of the same living person. Time must not depend on where they differ. */
  matches(enrolled: Uint8Array, presented: Uint8Array): Promise<boolean>;
}
