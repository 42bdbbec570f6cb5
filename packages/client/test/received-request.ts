import type { OperationDescriptor } from '@sca-kit/api';
import { validators } from '@sca-kit/api/validators';
import type { ContentKey } from '@sca-kit/jose';

/** A request that the test server received, with its plain body. */
export interface ReceivedRequest {
  readonly operation: OperationDescriptor;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The body as it was sent. */
  readonly text: string;
  readonly encrypted: boolean;
  /** False if the body could not be decrypted. */
  readonly readable: boolean;
  /** The plain body; empty if it could not be decrypted. */
  readonly body: Record<string, unknown>;
  /** Encrypts a direct response. */
  readonly contentKey: ContentKey | undefined;
}

/** Validates a request with the compiled validators of the API and returns the errors. */
export function violations(request: ReceivedRequest): readonly string[] {
  const { operation, headers, text, body } = request;
  const { parameters, bodies } = validators[operation.operationId];
  const errors: string[] = [];
  const values: Record<string, Record<string, unknown>> = { path: {}, query: {}, header: {} };
  for (const { name, in: place, type } of operation.parameters) {
    const raw = place === 'path' ? request.path[name] : place === 'query' ? request.query.get(name) : headers.get(name);
    if (raw !== null && raw !== undefined) {
      (values[place] ?? {})[place === 'header' ? name.toLowerCase() : name] = type === 'integer' ? Number(raw) : raw;
    }
  }
  if (!parameters(values)) errors.push(`parameters: ${JSON.stringify(parameters.errors)}`);
  if (text === '') {
    if (operation.request.required) errors.push('body: missing');
    return errors;
  }
  const mediaType = headers.get('content-type')?.split(';', 1)[0] ?? '';
  // For an encrypted body this validates the plaintext.
  const validator = Object.entries(bodies).find(([name]) => name === mediaType)?.[1];
  if (validator === undefined) errors.push(`content-type: ${mediaType}`);
  else if (!validator(body)) errors.push(`${mediaType}: ${JSON.stringify(validator.errors)}`);
  return errors;
}
