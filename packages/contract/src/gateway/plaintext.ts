import { JwsError } from '@sca-kit/jose';
import type { JoseExtension } from '@sca-kit/openapi';
import { header } from './message.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import type { PendingExchange } from './pending-exchange.ts';
import { type ValidationContext, validateRequestPlaintext, validateResponsePlaintext } from './validate.ts';
import type { ValidationError } from './violation.ts';

/** The errors in the encrypted bodies of an exchange, and the response's plaintext. */
export interface PlaintextFindings {
  readonly requestErrors: readonly ValidationError[];
  readonly responseErrors: readonly ValidationError[];
  /** Parsed. */
  readonly plaintext?: unknown;
}

/** Validates the plaintexts that the caller has access to, and that the response is encrypted when it must be. */
export async function validatePlaintexts(
  scope: ValidationContext,
  pending: PendingExchange,
): Promise<PlaintextFindings> {
  const { operation, raw, context } = pending;
  if (!operation) return { requestErrors: [], responseErrors: [] };
  const { plaintextAccess = {}, offContract } = context;
  const sent = header(raw.headers, 'content-type') ?? '';
  const isEncrypted = narrowRequest(operation, sent).content?.jose !== undefined;
  const requestErrors =
    !offContract && isEncrypted && 'requestPlaintext' in plaintextAccess
      ? validateRequestPlaintext(scope, operation, sent, plaintextAccess.requestPlaintext)
      : [];
  return { requestErrors, ...(await validateEncryptedResponse(scope, pending, isEncrypted)) };
}

async function validateEncryptedResponse(
  scope: ValidationContext,
  { operation, response, responseBody, raw, context }: PendingExchange,
  isRequestEncrypted: boolean,
): Promise<Omit<PlaintextFindings, 'requestErrors'>> {
  if (!operation || !response || response.body.byteLength === 0) return { responseErrors: [] };
  const { plaintextAccess } = context;
  const received = header(response.headers, 'content-type') ?? '';
  const { content, response: documented } = narrowResponse(operation, response.status, received);
  const jose = content?.jose;
  if (!jose) {
    const accepts = header(raw.headers, 'accept') ?? '*/*';
    const expected = isRequestEncrypted && documented?.contents.some((each) => each.jose !== undefined);
    return { responseErrors: expected && /jose|\*\/\*/.test(accepts) ? [UNENCRYPTED_RESPONSE] : [] };
  }
  if (!plaintextAccess?.decryptResponse || typeof responseBody !== 'string') return { responseErrors: [] };
  let plaintext: unknown;
  try {
    plaintext = await plaintextAccess.decryptResponse(responseBody);
  } catch (error) {
    return { responseErrors: [error instanceof JwsError ? UNVERIFIABLE : undecryptable(jose)] };
  }
  const responseErrors = validateResponsePlaintext(scope, operation, response.status, received, plaintext);
  return { responseErrors, plaintext };
}

const UNENCRYPTED_RESPONSE: ValidationError = {
  location: 'body',
  code: 'unencrypted-response',
  message: 'The request was encrypted, but its response is not.',
};
const UNVERIFIABLE: ValidationError = {
  location: 'body',
  code: 'envelope-unverifiable',
  message: 'No published key verifies the signature of the response.',
};
const undecryptable = ({ response }: JoseExtension): ValidationError => ({
  location: 'body',
  code: 'envelope-undecryptable',
  message: `The response cannot be decrypted with ${response === 'key' ? 'the uploaded key' : 'the content encryption key of its request'}.`,
});
