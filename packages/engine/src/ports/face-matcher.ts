/** Knows faces. Enrolled ones are kept as templates: a face map itself is never stored. */
export interface FaceMatcher {
  /**
   * What is kept of a face map that is enrolled, for example a provider's reference to it.
   * @returns at most 4096 bytes, so that a comparison does not take longer for one person than for another
   */
  template(faceMap: Uint8Array): Promise<Uint8Array>;
  /**
   * Whether both are of the same living person. Time must not depend on where they differ.
   * @param template undefined: nobody is enrolled. The answer is false, after the same work
   */
  matches(template: Uint8Array | undefined, presented: Uint8Array): Promise<boolean>;
}
