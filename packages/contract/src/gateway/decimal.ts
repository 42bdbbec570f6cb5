/** A number as an integer and a power of ten: 19.99 is 1999 and -2. */
function toDecimal(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [, sign = '', whole = '0', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

/** Whether a number is a multiple of another, as the decimal numbers that they are written as. */
export function isMultiple(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(divisor) || divisor === 0) return false;
  const [a, b] = [toDecimal(value), toDecimal(divisor)];
  const lowest = Math.min(a.exponent, b.exponent);
  return (a.digits * 10n ** BigInt(a.exponent - lowest)) % (b.digits * 10n ** BigInt(b.exponent - lowest)) === 0n;
}
