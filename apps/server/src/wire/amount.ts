import { RequestError } from '@sca-kit/hono';

/**
 * An amount of money has at most two decimals: what a person approves is what they read (RTS 5(1)(a)), and none reads
 * `1e-7` or `0.30000000000000004`. The text decides, since `multipleOf: 0.01` rejects 0.07 in binary.
 * @param path where the amount is in the request
 * @throws RequestError `request.invalid`
 */
export function assertAmount(path: string, amount: number): void {
  if (/^\d+(\.\d{1,2})?$/.test(String(amount))) return;
  const message = 'has more than two decimals.';
  throw new RequestError('request.invalid', message, { issues: [{ path, message }] });
}
