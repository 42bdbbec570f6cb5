import { ApiError } from '@sca-kit/hono';

/** The error codes of uploaded and published keys: HTTP status and default message. */
export const PUBLIC_KEY_ERRORS = {
  'public.key.not.found': [404, 'There is no key with this algorithm, scope and version.'],
  'public.key.invalid': [400, 'The key is not valid.'],
  'public.key.already.exists': [409, 'A key with this id has already been uploaded.'],
} as const;

/** @param message replaces the default message */
export function publicKeyError(
  code: keyof typeof PUBLIC_KEY_ERRORS,
  message?: string,
  options?: ErrorOptions,
): ApiError {
  const [status, defaultMessage] = PUBLIC_KEY_ERRORS[code];
  return new ApiError(code, status, message ?? defaultMessage, options);
}
