import type { JoseExtension } from '@sca-kit/openapi';
import type { ValidationError } from './violation.ts';

/** Which way an encrypted body goes. */
export type Direction = 'request' | 'response';

const SIGNATURES = new Set(['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512']);
const BASE64URL = /^[A-Za-z0-9_-]*$/;

const fault = (code: string, message: string): ValidationError => ({ location: 'body', code, message });

/** The initialization vector of a compact JWE, or undefined when the text is not one. */
const ivOf = (compact: string): string | undefined => {
  const segments = compact.split('.');
  return segments.length === 5 ? segments[2] : undefined;
};

/**
 * Validates the outside of an encrypted body: segments, header and lengths, all that can be seen without a key
 * (RFC 7515 section 7.1, RFC 7516 section 7.1, RFC 7518 section 5.3).
 */
export function validateEnvelope(compact: string, mark: JoseExtension, direction: Direction): ValidationError[] {
  const segments = compact.split('.');
  if (segments.some((segment) => !BASE64URL.test(segment))) {
    return [fault('envelope', 'A segment of the envelope is not base64url.')];
  }
  const wanted = mark.method === 'jws' ? 3 : 5;
  if (segments.length !== wanted) {
    return [fault('envelope', `The envelope has ${segments.length} segments where ${mark.method} has ${wanted}.`)];
  }
  const header = readHeader(segments[0] ?? '');
  if (!header) return [fault('envelope', 'The protected header of the envelope is not a JSON object.')];
  return mark.method === 'jws' ? validateJws(header, segments) : validateJwe(header, segments, mark, direction);
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
  const faults: ValidationError[] = [];
  if (!SIGNATURES.has(String(header.alg)))
    faults.push(fault('envelope-alg', 'The signature algorithm is not allowed.'));
  if (segments[2] === '') faults.push(fault('envelope', 'The signature is empty.'));
  return faults;
}

function validateJwe(
  header: Record<string, unknown>,
  [, key = '', iv = '', text = '', tag = '']: readonly string[],
  mark: JoseExtension,
  direction: Direction,
): ValidationError[] {
  const direct = direction === 'response' && mark.response === 'direct';
  const faults: ValidationError[] = [];
  const alg = direct ? 'dir' : 'RSA-OAEP-256';
  if (header.alg !== alg) faults.push(fault('envelope-alg', `The envelope's alg is not ${alg}.`));
  if (header.enc !== 'A256GCM') faults.push(fault('envelope-enc', "The envelope's enc is not A256GCM."));
  if (direct && key !== '') faults.push(fault('envelope', 'A directly encrypted response carries an encrypted key.'));
  if (!direct && key === '') faults.push(fault('envelope', 'The envelope carries no encrypted key.'));
  if (octets(iv) !== 12) faults.push(fault('envelope-iv', 'The initialization vector is not 96 bits long.'));
  if (octets(tag) !== 16) faults.push(fault('envelope-tag', 'The authentication tag is not 128 bits long.'));
  if (text === '') faults.push(fault('envelope', 'The ciphertext is empty.'));
  for (const name of ['zip', 'crit', 'p2c']) {
    if (name in header) faults.push(fault('envelope', `The envelope's header has ${name}.`));
  }
  return faults;
}

const octets = (segment: string): number => Buffer.from(segment, 'base64url').byteLength;

/** Remembers initialization vectors. With AES-GCM a vector used twice under one key gives both plaintexts away. */
export interface IvLedger {
  /** Notes the vector of an encrypted body and tells whether it was seen before. */
  note(compact: string, direction: Direction): ValidationError[];
}

/**
 * Makes an empty ledger. Vectors are random 96-bit values, so that one that comes twice is no accident. A request may
 * be sent again as it is (a retry); a response has to be encrypted afresh every time.
 *
 * @param most vectors kept, about 160 bytes each; the oldest are forgotten, since a gateway may run for days
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
      return [fault('envelope-iv-reuse', 'The initialization vector was used before.')];
    },
  };
}
