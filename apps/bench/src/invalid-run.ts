/** A measurement that does not count, because a response was not the expected one. */
export class InvalidRun extends Error {
  override readonly name = 'InvalidRun';
}
