import type { OperationDescriptor } from '@sca-kit/api';
import { type Body, JOSE_TYPE } from '../body/body.ts';
import { decodeJose } from '../body/decode-jose.ts';
import { parseForm, parseJson } from '../body/parse-body.ts';
import { readText } from '../body/read-text.ts';
import { RequestError } from '../errors/request-error.ts';
import type { ExchangeWith } from '../router/exchange.ts';
import { pathOf } from '../router/path-of.ts';
import type { Parameters } from '../validation/parameters.ts';

const NO_BODY: Body = { mediaType: null, value: undefined, contentKey: null, signatureAlgorithm: null };

/** Adds the body: reads it (413), decrypts a JWE or verifies a JWS (400), and parses JSON and forms (400). */
export async function readBody({
  operation,
  request,
  options,
  mediaTypes,
  caller,
  parameters,
}: ExchangeWith<'mediaTypes' | 'caller' | 'parameters'>): Promise<{ readonly body: Body }> {
  if (mediaTypes.request === JOSE_TYPE || mediaTypes.response === JOSE_TYPE) requireJoseMethod(operation, parameters);
  const mediaType = mediaTypes.request;
  if (mediaType === null) return { body: NO_BODY };
  const read = (): Promise<string> => readText(request, operation.request.limit);
  const text = await (options.scheduler?.suspend(read) ?? read());
  // Many clients send a Content-Type on requests without a body.
  if (text === '') return { body: NO_BODY };
  const { jose } = operation.request;
  if (mediaType === JOSE_TYPE && jose) {
    const envelope = await decodeJose(text.trim(), jose, {
      keys: options.jose.keys,
      caller,
      path: pathOf(request),
      now: options.now(),
    });
    return { body: { mediaType, ...envelope } };
  }
  const value = mediaType === 'application/x-www-form-urlencoded' ? parseForm(text) : parseJson(text);
  return { body: { ...NO_BODY, mediaType, value } };
}

/** @throws RequestError `request.invalid` without `X-TW-JOSE-Method`, whose value is validated already */
function requireJoseMethod(operation: OperationDescriptor, { header }: Parameters): void {
  if (header['x-tw-jose-method'] !== undefined) return;
  const message = `must be ${operation.request.jose?.method ?? operation.responseJose?.method}, the method of this operation.`;
  throw new RequestError('request.invalid', message, {
    issues: [{ path: '/header/x-tw-jose-method', message }],
  });
}
