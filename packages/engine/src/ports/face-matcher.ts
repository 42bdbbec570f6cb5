/** Compares face maps. Only templates of enrolled faces are stored, never the face maps. */
export interface FaceMatcher {
  /**
   * Returns the template of a face map that is enrolled, for example the reference of a provider.
   * @returns at most 4096 bytes, so that all comparisons take about the same time
   */
  template(faceMap: Uint8Array): Promise<Uint8Array>;
  /**
   * Whether both are of the same living person. The time must not depend on where they differ.
   * @param template undefined when no face is enrolled: returns false after the same work
   */
  matches(template: Uint8Array | undefined, presented: Uint8Array): Promise<boolean>;
}
