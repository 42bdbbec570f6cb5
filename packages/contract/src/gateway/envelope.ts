import type { JoseExtension } from '@sca-kit/openapi';
import type { ValidationError } from './violation.ts';

/** Which way an encrypted body goes. */
export type Direction = 'request' | 'response';

const SIGNATURES = new Set(['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512']);
const BASE64URL = /^[A-Za-z0-9_-]*$/;

const error = (code: string, message: string): ValidationError => ({ location: 'body', code, message });

/** The initialization vector of a compact JWE, or undefined when the text is not one. */
const ivOf = (compact: string): string | undefined => {
  const segments = compact.split('.');
  return segments.length === 5 ? segments[2] : undefined;
};

/**
 * Validates what is visible of an envelope without a key: segments, header and lengths
 * (RFC 7515 section 7.1, RFC 7516 section 7.1, RFC 7518 section 5.3).
 */
export function validateEnvelope(compact: string, jose: JoseExtension, direction: Direction): ValidationError[] {
  const segments = compact.split('.');
  if (segments.some((segment) => !BASE64URL.test(segment))) {
    return [error('envelope', 'A segment of the envelope is not base64url.')];
  }
  const wanted = jose.method === 'jws' ? 3 : 5;
  if (segments.length !== wanted) {
    return [error('envelope', `The envelope has ${segments.length} segments; ${jose.method} has ${wanted}.`)];
  }
  const header = readHeader(segments[0] ?? '');
  if (!header) return [error('envelope', 'The protected header of the envelope is not a JSON object.')];
  return jose.method === 'jws' ? validateJws(header, segments) : validateJwe(header, segments, jose, direction);
}

function readHeader(segment: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function validateJws(header: Record<string, unknown>, segments: readonly string[]): ValidationError[] {
  const errors: ValidationError[] = [];
  if (!SIGNATURES.has(String(header.alg)))
    errors.push(
      error('envelope-alg', 'The signature algorithm must be one of ES256, ES384, ES512, PS256, PS384 and PS512.'),
    );
  if (segments[2] === '') errors.push(error('envelope', 'The signature is empty.'));
  return errors;
}

function validateJwe(
  header: Record<string, unknown>,
  [, key = '', iv = '', text = '', tag = '']: readonly string[],
  jose: JoseExtension,
  direction: Direction,
): ValidationError[] {
  const direct = direction === 'response' && jose.response === 'direct';
  const errors: ValidationError[] = [];
  const alg = direct ? 'dir' : 'RSA-OAEP-256';
  if (header.alg !== alg) errors.push(error('envelope-alg', `The alg of the envelope must be ${alg}.`));
  if (header.enc !== 'A256GCM') errors.push(error('envelope-enc', 'The enc of the envelope must be A256GCM.'));
  if (direct && key !== '') errors.push(error('envelope', 'A directly encrypted response must have no encrypted key.'));
  if (!direct && key === '') errors.push(error('envelope', 'The envelope has no encrypted key.'));
  if (octets(iv) !== 12) errors.push(error('envelope-iv', 'The initialization vector must be 96 bits long.'));
  if (octets(tag) !== 16) errors.push(error('envelope-tag', 'The authentication tag must be 128 bits long.'));
  if (text === '') errors.push(error('envelope', 'The ciphertext is empty.'));
  for (const name of ['zip', 'crit', 'p2c']) {
    if (name in header) errors.push(error('envelope', `The envelope must not have the header ${name}.`));
  }
  return errors;
}

const octets = (segment: string): number => Buffer.from(segment, 'base64url').byteLength;

/** Records initialization vectors. With AES-GCM, reusing a vector with one key reveals both plaintexts. */
export interface IvLedger {
  /** Records the vector of an envelope; returns an error when it was used before. */
  note(compact: string, direction: Direction): ValidationError[];
}

/**
 * Creates an empty ledger. Vectors are random 96-bit values, so a repeated one is a bug. A request may be sent again
 * unchanged (a retry); each response needs a new vector.
 *
 * @param most the number of vectors to keep, about 160 bytes each; the oldest are dropped
 */
export function createIvLedger(most: number = 100_000): IvLedger {
  const seen = new Map<string, string>();
  return {
    note(compact, direction) {
      const iv = ivOf(compact);
      if (iv === undefined || iv === '') return [];
      const tag = compact.slice(compact.lastIndexOf('.') + 1);
      const before = seen.get(iv);
      if (before === undefined) {
        seen.set(iv, tag);
        for (const oldest of seen.keys()) {
          if (seen.size <= most) break;
          seen.delete(oldest);
        }
        return [];
      }
      if (direction === 'request' && before === tag) return [];
      return [error('envelope-iv-reuse', 'The initialization vector was used before with this gateway.')];
    },
  };
}
