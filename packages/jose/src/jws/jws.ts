import { CompactSign, compactVerify } from 'jose';
import {
  decodeHeader,
  decodeJson,
  decodeSegment,
  encodeJson,
  hasValidKeyId,
  readMaxLength,
  splitCompact,
} from '../compact.ts';
import { JwsError } from '../errors.ts';
import type { DecryptOptions } from '../jwe/jwe.ts';
import { assertStrongKey, detectAlgorithm, SIGNING_ALGORITHMS, type SigningAlgorithm } from '../keys/algorithms.ts';
import type { KeySet } from '../keys/key-set.ts';

/** Signer of a JWS. */
export interface Signer {
  /** Determines the algorithm: P-256 is `ES256`, RSA-PSS with SHA-384 is `PS384`, and so on. */
  readonly privateKey: CryptoKey;
  /** Becomes the `kid`. */
  readonly keyId?: string;
  /** The protected header `url`: binds the signature to one resource (RFC 8555 §6.4.1). */
  readonly url?: string;
}

/** Header of a valid JWS. */
export interface JwsHeader {
  readonly alg: SigningAlgorithm;
  readonly kid?: string;
  readonly [member: string]: unknown;
}

/** Payload and header of a JWS, and the key that signed it. */
export interface VerifiedJws {
  readonly payload: unknown;
  readonly header: JwsHeader;
  /** Id of the key in the set that verified the signature. */
  readonly keyId: string;
}

/**
 * Signs a JSON value as a compact JWS (RFC 7515 §5.1).
 *
 * @throws {TypeError} a value that JSON cannot represent, or a key for none of the API's algorithms
 * @throws {KeyError} an RSA key below 2048 bits
 *
 * @example
 * ```ts
 * const jws = await signJws({ message: 'hello' }, { privateKey, keyId });
 * ```
 */
export async function signJws(value: unknown, signer: Signer): Promise<string> {
  const { privateKey, keyId, url } = signer;
  const alg = detectAlgorithm(privateKey);
  if (privateKey.type !== 'private' || alg === undefined || alg === 'RSA_OAEP_256') {
    throw new TypeError(`privateKey must be a private key for one of ${SIGNING_ALGORITHMS.join(', ')}.`);
  }
  assertStrongKey(privateKey);
  return new CompactSign(encodeJson(value))
    .setProtectedHeader({ alg, ...(keyId !== undefined && { kid: keyId }), ...(url !== undefined && { url }) })
    .sign(privateKey);
}

/**
 * Verifies a compact JWS with the keys of a set. `kid` selects the key; without it every usable key of the algorithm is
 * tried. The algorithm comes from the key: the header cannot select another one (RFC 8725 §3.1).
 *
 * @throws {JwsError} any invalid JWS
 * @throws {TypeError} invalid options
 *
 * @example
 * ```ts
 * const { payload, keyId } = await verifyJws(jws, keys, { now: Date.now() });
 * ```
 */
export async function verifyJws(compact: string, keys: KeySet, options: DecryptOptions): Promise<VerifiedJws> {
  const header = parseHeader(compact, readMaxLength(options.maxLength));
  const candidates = keys.usable('PAYLOAD_SIGNING', options.now);
  if (header === undefined) throw new JwsError();
  for (const { keyId, algorithm, publicKey } of candidates) {
    if (algorithm !== header.alg || (header.kid !== undefined && header.kid !== keyId)) continue;
    const verified = await compactVerify(compact, publicKey, { algorithms: [algorithm] }).catch(() => undefined);
    if (verified === undefined) continue;
    const payload = decodeJson(verified.payload, options.parse);
    if (payload !== undefined) return { payload: payload.value, header, keyId };
  }
  throw new JwsError();
}

function parseHeader(compact: unknown, maxLength: number): JwsHeader | undefined {
  const segments = splitCompact(compact, 3, maxLength);
  if (segments === undefined || segments.some((segment) => decodeSegment(segment) === undefined)) return undefined;
  const header = decodeHeader(segments[0] ?? '');
  if (header === undefined || !hasValidKeyId(header)) return undefined;
  if (!SIGNING_ALGORITHMS.includes(header.alg as SigningAlgorithm)) return undefined;
  // No extension is supported, and b64 would change the signed content (RFC 7797).
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) return undefined;
  return Object.freeze(header) as JwsHeader;
}
