import { JwsError } from '@sca-kit/jose';
import { findJose, findResponse, type JoseExtension, type Operation } from '@sca-kit/openapi';
import type { PlaintextAccess } from './exchange.ts';
import { header } from './message.ts';
import { narrowRequest, narrowResponse } from './narrow-operation.ts';
import type { PendingExchange } from './pending-exchange.ts';
import { contentsOf, type ValidationContext, validateRequestPlaintext, validateResponsePlaintext } from './validate.ts';
import type { ValidationError } from './violation.ts';

/** What the encrypted bodies of an exchange turned out to hold. */
export interface PlaintextFindings {
  readonly requestErrors: readonly ValidationError[];
  readonly responseErrors: readonly ValidationError[];
  /** The response's plaintext, parsed. */
  readonly plaintext?: unknown;
}

/** Validates the plaintexts that the caller has access to, and that the response is encrypted when it must be. */
export async function validatePlaintexts(
  scope: ValidationContext,
  pending: PendingExchange,
): Promise<PlaintextFindings> {
  const { resource, raw, response, context } = pending;
  if (!resource) return { requestErrors: [], responseErrors: [] };
  const operationId = scope.contract.idOf(resource);
  const operation = scope.contract.byId.get(operationId);
  const plaintextAccess = context.plaintextAccess ?? {};
  const sent = header(raw.headers, 'content-type') ?? '';
  const requestJose = findJose(operation?.body?.contents ?? [], narrowRequest(resource, sent).mediaType);
  const validated = !context.offContract && requestJose !== undefined && 'requestPlaintext' in plaintextAccess;
  const requestErrors = validated
    ? validateRequestPlaintext(scope, operationId, sent, plaintextAccess.requestPlaintext)
    : [];
  if (!response || !operation) return { requestErrors, responseErrors: [] };
  const responseFindings = await validateEncryptedResponse(
    scope,
    pending,
    operation,
    plaintextAccess,
    requestJose !== undefined,
  );
  return { requestErrors, ...responseFindings };
}

async function validateEncryptedResponse(
  scope: ValidationContext,
  { resource, response, responseBody, raw }: PendingExchange,
  operation: Operation,
  plaintextAccess: PlaintextAccess,
  requestEncrypted: boolean,
): Promise<Omit<PlaintextFindings, 'requestErrors'>> {
  if (!resource || !response || response.body.byteLength === 0) return { responseErrors: [] };
  const received = header(response.headers, 'content-type') ?? '';
  const documented = findResponse(resource.responses, response.status, ({ code }) => code)?.code ?? '';
  const contents = contentsOf(operation, documented);
  const jose = findJose(contents, narrowResponse(resource, response.status, received).mediaType);
  if (!jose) {
    const accepts = header(raw.headers, 'accept') ?? '*/*';
    const expected = requestEncrypted && contents.some(({ jose }) => jose !== undefined);
    return { responseErrors: expected && /jose|\*\/\*/.test(accepts) ? [UNENCRYPTED] : [] };
  }
  if (!plaintextAccess.decryptResponse || typeof responseBody !== 'string') return { responseErrors: [] };
  let plaintext: unknown;
  try {
    plaintext = await plaintextAccess.decryptResponse(responseBody);
  } catch (error) {
    return { responseErrors: [error instanceof JwsError ? UNVERIFIABLE : unopenable(jose)] };
  }
  const responseErrors = validateResponsePlaintext(scope, operation.id, response.status, received, plaintext);
  return { responseErrors, plaintext };
}

const UNENCRYPTED: ValidationError = {
  location: 'body',
  code: 'unsealed-answer',
  message: 'The request was encrypted, but its response is not.',
};
const UNVERIFIABLE: ValidationError = {
  location: 'body',
  code: 'envelope-unverifiable',
  message: 'No published key verifies the signature of the response.',
};
const unopenable = ({ response }: JoseExtension): ValidationError => ({
  location: 'body',
  code: 'envelope-unopenable',
  message: `The response cannot be decrypted with ${response === 'key' ? 'the uploaded key' : 'the content encryption key of its request'}.`,
});
