import type { OperationDescriptor } from '@sca-kit/api';
import { type Body, JOSE_TYPE } from '../body/body.ts';
import { decodeJose } from '../body/decode-jose.ts';
import { parseForm, parseJson } from '../body/parse-body.ts';
import { readText } from '../body/read-text.ts';
import { RequestError } from '../errors/request-error.ts';
import type { ExchangeWith } from '../router/exchange.ts';

const NO_BODY: Body = { mediaType: null, value: undefined, contentKey: null };

/** Adds the body: reads it (413), decrypts a JWE or verifies a JWS (400), and parses JSON and forms (400). */
export async function readBody({
  operation,
  request,
  options,
  mediaTypes,
  caller,
}: ExchangeWith<'mediaTypes' | 'caller'>): Promise<{ readonly body: Body }> {
  if (mediaTypes.request === JOSE_TYPE || mediaTypes.response === JOSE_TYPE)
    checkJoseMethod(operation, request.headers);
  const mediaType = mediaTypes.request;
  if (mediaType === null) return { body: NO_BODY };
  const text = await readText(request, operation.request.limit);
  // Many clients send a Content-Type on requests without a body.
  if (text === '') return { body: NO_BODY };
  const { jose } = operation.request;
  if (mediaType === JOSE_TYPE && jose) {
    const { payload, contentKey } = await decodeJose(text.trim(), jose, {
      keys: options.jose.keys,
      caller,
      now: options.now(),
    });
    return { body: { mediaType, value: payload, contentKey } };
  }
  const value = mediaType === 'application/x-www-form-urlencoded' ? parseForm(text) : parseJson(text);
  return { body: { mediaType, value, contentKey: null } };
}

/** @throws RequestError `request.invalid` when `X-TW-JOSE-Method` is not the method of the operation */
function checkJoseMethod(operation: OperationDescriptor, headers: Headers): void {
  const method = operation.request.jose?.method ?? operation.responseJose?.method;
  if (headers.get('x-tw-jose-method')?.trim().toLowerCase() === method) return;
  const message = `must be ${method}, the method of this operation.`;
  throw new RequestError('request.invalid', message, {
    issues: [{ path: '/header/x-tw-jose-method', message, params: [String(method)] }],
  });
}
