import { JOSE_TYPE } from '../body/body.ts';
import { encodeJose } from '../body/encode-jose.ts';
import { APPROVAL_RESULT_HEADER } from '../require-sca/approval.ts';
import type { ExchangeWith } from '../router/exchange.ts';
import { responseHeaders } from '../router/response-headers.ts';

type Needs = ExchangeWith<
  'trace' | 'mediaTypes' | 'caller' | 'parameters' | 'profile' | 'body' | 'approved' | 'result'
>;

/** Adds the response. Encrypts or signs its body when the request was encrypted or the operation always does so. */
export async function createResponse(exchange: Needs): Promise<{ readonly response: Response }> {
  const { operation, options, mediaTypes, caller, parameters, profile, body, approved, result, path } = exchange;
  const headers: Record<string, string> = {
    // The v1 operations act on the default profile without naming it; their successors have it in the path.
    ...responseHeaders({ ...exchange, path: profile ? { profileId: String(profile.profileId), ...path } : path }),
    ...(approved ? { [APPROVAL_RESULT_HEADER]: 'APPROVED' } : {}),
    ...result.headers,
  };
  const { status } = result;
  if (result.body === undefined) return { response: new Response(null, { status, headers }) };
  const type = status >= 400 ? 'application/json' : (mediaTypes.response ?? 'application/json');
  headers['Content-Type'] = type;
  if (type === JOSE_TYPE && operation.responseJose) {
    headers['X-TW-JOSE-Method'] = String(parameters.header['x-tw-jose-method']);
    const encrypted = await encodeJose(result.body, operation.responseJose, {
      keys: options.jose.keys,
      caller,
      body,
      now: options.now(),
    });
    return { response: new Response(encrypted, { status, headers }) };
  }
  const isText = result.body instanceof ReadableStream || typeof result.body === 'string';
  const text = isText ? (result.body as ReadableStream | string) : JSON.stringify(result.body);
  return { response: new Response(text, { status, headers }) };
}
