/** An invalid option. It never contains the value, which may be a secret. */
export interface OptionError {
  /** Path of the option: `senders.SMS.from`, `keys[1]`. */
  readonly option: string;
  /** The rule it violates, to be read after its path: `must be a number such as +14155550100`. */
  readonly rule: string;
}

/** One error unless the condition holds, else none. */
export function errorUnless(holds: boolean, option: string, rule: string): readonly OptionError[] {
  return holds ? [] : [{ option, rule }];
}

/** @throws TypeError that names every invalid option, without values */
export function assertNoErrors(errors: readonly OptionError[]): void {
  if (errors.length > 0) throw new TypeError(errors.map(({ option, rule }) => `${option} ${rule}`).join('; '));
}
