import { CompactSign, compactVerify } from 'jose';
import {
  decodeHeader,
  decodeJson,
  decodeSegment,
  encodeJson,
  hasSoundKeyId,
  readMaxLength,
  splitCompact,
} from '../compact.ts';
import { JwsError } from '../errors.ts';
import type { DecryptOptions } from '../jwe/jwe.ts';
import { algorithmOf, assertSoundKey, SIGNING_ALGORITHMS, type SigningAlgorithm } from '../keys/algorithms.ts';
import type { KeySet } from '../keys/key-set.ts';

/** Who signs. */
export interface Signer {
  /** Its type decides the algorithm: P-256 is `ES256`, RSA-PSS with SHA-384 is `PS384`, and so on. */
  readonly privateKey: CryptoKey;
  /** Becomes the `kid`. */
  readonly keyId?: string;
}

/** The header of an accepted JWS. */
export interface JwsHeader {
  readonly alg: SigningAlgorithm;
  readonly kid?: string;
  readonly [member: string]: unknown;
}

/** What was signed, and by which key. */
export interface VerifiedJws {
  readonly payload: unknown;
  readonly header: JwsHeader;
  /** The key of the set whose signature it is. */
  readonly keyId: string;
}

/**
 * Signs a JSON value: compact JWS (RFC 7515 §5.1).
 *
 * @throws {TypeError} a value JSON cannot carry, or a key that signs with none of the API's algorithms
 * @throws {KeyError} an RSA key below 2048 bits
 * @example
 * const jws = await signJws({ amount: '12.50' }, { privateKey, keyId });
 */
export async function signJws(value: unknown, signer: Signer): Promise<string> {
  const { privateKey, keyId } = signer;
  const alg = algorithmOf(privateKey);
  if (privateKey.type !== 'private' || alg === undefined || alg === 'RSA_OAEP_256') {
    throw new TypeError(`privateKey must be a private key for one of ${SIGNING_ALGORITHMS.join(', ')}`);
  }
  assertSoundKey(privateKey);
  return new CompactSign(encodeJson(value))
    .setProtectedHeader({ alg, ...(keyId !== undefined && { kid: keyId }) })
    .sign(privateKey);
}

/**
 * Verifies a compact JWS with the keys of a set. `kid` picks the key; without it every usable key of the algorithm is
 * tried. The algorithm of the key decides; a header cannot talk the verifier into another one (RFC 8725 §3.1).
 *
 * @throws {JwsError} whatever is wrong with the JWS
 * @throws {TypeError} bad options
 * @example
 * const { payload } = await verifyJws(jws, keys, { now: Date.now() });
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
  if (header === undefined || !hasSoundKeyId(header)) return undefined;
  if (!SIGNING_ALGORITHMS.includes(header.alg as SigningAlgorithm)) return undefined;
  // No extension is understood, and b64 would change what is signed (RFC 7797).
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) return undefined;
  return Object.freeze(header) as JwsHeader;
}
