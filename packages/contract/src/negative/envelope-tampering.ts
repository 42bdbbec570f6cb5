import type { JoseExtension } from '@sca-kit/openapi';
import type { Random } from './random.ts';

/** One way to tamper with a compact envelope. */
export type EnvelopeTampering =
  | 'empty'
  | 'too few segments'
  | 'too many segments'
  | 'header not base64url'
  | 'header not JSON'
  | 'foreign alg'
  | 'foreign enc'
  | 'zip'
  | 'crit'
  | 'p2c'
  | 'key changed'
  | 'vector changed'
  | 'vector too short'
  | 'ciphertext changed'
  | 'tag changed'
  | 'tag too short'
  | 'alg none'
  | 'payload changed'
  | 'signature changed';

const ENCRYPTED: readonly EnvelopeTampering[] = [
  'empty',
  'too few segments',
  'too many segments',
  'header not base64url',
  'header not JSON',
  'foreign alg',
  'foreign enc',
  'zip',
  'crit',
  'p2c',
  'key changed',
  'vector changed',
  'vector too short',
  'ciphertext changed',
  'tag changed',
  'tag too short',
];
const SIGNED: readonly EnvelopeTampering[] = [
  'empty',
  'too few segments',
  'too many segments',
  'header not base64url',
  'header not JSON',
  'alg none',
  'payload changed',
  'signature changed',
];

/**
 * Lists the ways to tamper with an envelope of a method.
 *
 * @example
 * tamperingsOf({ method: 'jws', payload: true }).includes('alg none'); // true
 */
export const tamperingsOf = (jose: JoseExtension): readonly EnvelopeTampering[] =>
  jose.method === 'jws' ? SIGNED : ENCRYPTED;

/**
 * Tampers with a valid compact envelope in one way.
 *
 * @example
 * tamperWithEnvelope(jwe, 'tag changed', createRandom(7, 'getBox'));
 */
export function tamperWithEnvelope(compact: string, tampering: EnvelopeTampering, random: Random): string {
  const parts = compact.split('.');
  const at = (index: number, text: string): string =>
    parts.map((part, each) => (each === index ? text : part)).join('.');
  const flipped = (index: number): string => at(index, flip(parts[index] ?? '', random));
  switch (tampering) {
    case 'empty':
      return parts.map(() => '').join('.');
    case 'too few segments':
      return parts.slice(0, -1).join('.');
    case 'too many segments':
      return `${compact}.${random.letters(8)}`;
    case 'header not base64url':
      return at(0, `${random.letters(4)}!`);
    case 'header not JSON':
      return at(0, encode(random.letters(12)));
    case 'foreign alg':
      return at(0, withHeader(parts[0], { alg: random.pick(['RSA1_5', 'RSA-OAEP', 'A256KW', 'dir']) }));
    case 'foreign enc':
      return at(0, withHeader(parts[0], { enc: random.pick(['A128CBC-HS256', 'A128GCM', 'A256CBC-HS512']) }));
    case 'zip':
      return at(0, withHeader(parts[0], { zip: 'DEF' }));
    case 'crit':
      return at(0, withHeader(parts[0], { crit: ['exp'], exp: 1 }));
    case 'p2c':
      return at(0, withHeader(parts[0], { alg: 'PBES2-HS256+A128KW', p2c: 100_000_000, p2s: random.letters(22) }));
    case 'alg none':
      return at(0, withHeader(parts[0], { alg: 'none' }));
    case 'key changed':
    case 'payload changed':
      return flipped(1);
    case 'vector changed':
    case 'signature changed':
      return flipped(2);
    case 'vector too short':
      return at(2, (parts[2] ?? '').slice(0, 8));
    case 'ciphertext changed':
      return flipped(3);
    case 'tag changed':
      return flipped(4);
    case 'tag too short':
      return at(4, (parts[4] ?? '').slice(0, 16));
  }
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');

function withHeader(segment: string | undefined, members: object): string {
  const header: unknown = JSON.parse(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
  return encode(JSON.stringify({ ...(header as object), ...members }));
}

/** Changes one character for another of the alphabet, never at the end, where it might only hold unused bits. */
function flip(segment: string, random: Random): string {
  const at = random.int(Math.max(segment.length - 1, 1));
  const other = segment[at] === 'A' ? 'B' : 'A';
  return segment.slice(0, at) + other + segment.slice(at + 1);
}
