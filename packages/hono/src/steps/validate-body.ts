import type { Validate } from '@sca-kit/api';
import { validators } from '@sca-kit/api/validators';
import type { ExchangeWith } from '../router/exchange.ts';
import { validate } from '../validation/validate.ts';

/** Validates the plain or decrypted body: 400 with one issue for each error. */
export function validateBody({ operation, body }: ExchangeWith<'body'>): void {
  if (body.mediaType === null) {
    if (operation.request.required) validate(rejectMissingBody, undefined, '/body');
    return;
  }
  const bodies: Readonly<Record<string, Validate>> = validators[operation.operationId].bodies;
  const validator = bodies[body.mediaType];
  if (validator) validate(validator, body.value, '/body');
}

const rejectMissingBody: Validate = Object.assign(() => false, {
  errors: [{ instancePath: '', keyword: 'required', params: {}, message: 'is missing' }],
});
