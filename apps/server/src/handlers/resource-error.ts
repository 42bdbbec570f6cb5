import { ApiError } from '@sca-kit/hono';

/** The error codes of the demo resources and of uploaded keys: HTTP status and default message. */
export const RESOURCE_ERRORS = {
  'transfer.not.found': [404, 'The transfer does not exist.'],
  'transfer.already.funded': [409, 'The transfer has already been funded.'],
  'transfer.amount.mismatch': [422, 'The amount is not the amount of the transfer.'],
  'transfer.payee.mismatch': [422, 'The payee is not the payee of the transfer.'],
  'balance.not.found': [404, 'The profile has no such balance in this currency.'],
  'public.key.not.found': [404, 'There is no key with this algorithm, scope and version.'],
  'public.key.invalid': [400, 'The key is not valid.'],
  'public.key.already.exists': [409, 'A key with this id has already been uploaded.'],
} as const;

export type ResourceErrorCode = keyof typeof RESOURCE_ERRORS;

/** @param message replaces the default message */
export function resourceError(code: ResourceErrorCode, message?: string, options?: ErrorOptions): ApiError {
  const [status, defaultMessage] = RESOURCE_ERRORS[code];
  return new ApiError(code, status, message ?? defaultMessage, options);
}
