import { ApiError } from '@sca-kit/hono';

/** The error codes of the demo resources: HTTP status and message. */
export const DEMO_ERRORS = {
  'transfer.not.found': [404, 'The transfer does not exist.'],
  'transfer.already.funded': [409, 'The transfer has already been funded.'],
  'transfer.amount.mismatch': [422, 'The amount is not the amount of the transfer.'],
  'transfer.payee.mismatch': [422, 'The payee is not the payee of the transfer.'],
  'balance.not.found': [404, 'The profile has no such balance in this currency.'],
} as const;

export function demoError(code: keyof typeof DEMO_ERRORS): ApiError {
  const [status, message] = DEMO_ERRORS[code];
  return new ApiError(code, status, message);
}
