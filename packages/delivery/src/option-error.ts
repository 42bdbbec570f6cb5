/** An option that cannot be used. It never holds the value, which may be a secret. */
export interface OptionError {
  /** Where it stands: `senders.SMS.from`, `keys[1]`. */
  readonly option: string;
  /** What it must be, to be read after its name: `must be a number such as +14155550100`. */
  readonly rule: string;
}

/** One fault unless the condition holds, else none. */
export function errorUnless(holds: boolean, option: string, rule: string): readonly OptionError[] {
  return holds ? [] : [{ option, rule }];
}

/** @throws TypeError naming every option at fault, and never a value */
export function assertNoErrors(faults: readonly OptionError[]): void {
  if (faults.length > 0) throw new TypeError(faults.map(({ option, rule }) => `${option} ${rule}`).join('; '));
}
