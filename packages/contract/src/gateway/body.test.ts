import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadBody, readBody } from './body.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const codeOf = (body: ReadBody): string | undefined => ('error' in body ? body.error.code : undefined);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0x00]);

describe('a JSON body', () => {
  it.each<[string, string, string | undefined]>([
    ['is not valid with a byte order mark', '\uFEFF{"a":1}', 'json'],
    ['names each member once', '{"a":1,"a":2}', 'duplicate-name'],
    ['names each member once, whatever its spelling', '{"a":1,"\\u0061":2}', 'duplicate-name'],
    ['names each member once, further in', '[{"b":{"a":[1],"c":"}","a":2}}]', 'duplicate-name'],
    ['may use a name again elsewhere', '{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"\\",\\"a\\":"}', undefined],
  ])('%s', (_, text, code) => {
    expect(codeOf(readBody(utf8(text), 'application/json', undefined))).toBe(code);
  });

  it('is parsed whatever value it has', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readBody(utf8(text), 'application/json', undefined)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it('can contain a very long string', () => {
    const long = JSON.stringify({ a: '\\"x'.repeat(2_000_000) });
    expect(codeOf(readBody(utf8(long), 'application/json', undefined))).toBeUndefined();
  });

  it('is UTF-8', () => {
    expect(codeOf(readBody(PNG, 'application/json', undefined))).toBe('encoding');
    expect(codeOf(readBody(utf8('{}'), 'application/json; charset=utf-16', undefined))).toBe('charset');
  });
});

describe('a text body', () => {
  it.each<[string, string, Uint8Array, ReadBody | string]>([
    ['in its charset', 'text/csv; charset=iso-8859-1', latin1('é'), { value: 'é' }],
    ['in UTF-8 where none is named', 'text/csv', utf8('é'), { value: 'é' }],
    ['not as UTF-8 where it is none', 'text/csv', latin1('é'), 'encoding'],
    ['not in a charset that it does not keep', 'text/plain; charset=utf-16', utf8('odd'), 'encoding'],
    ['not in an unknown charset', 'text/plain; charset=klingon', utf8('x'), 'charset'],
    ['of XML alike', 'application/xml; charset=iso-8859-1', latin1('<a>é</a>'), { value: '<a>é</a>' }],
  ])('is read %s', (_, type, bytes, expected) => {
    const body = readBody(bytes, type, undefined);
    expect(typeof expected === 'string' ? codeOf(body) : body).toEqual(expected);
  });
});

describe('a binary body', () => {
  it.each(['image/png', 'application/octet-stream', undefined])('does not have to be text: %s', (type) => {
    expect(readBody(PNG, type, undefined)).toEqual({ value: Buffer.from(PNG).toString('latin1') });
  });

  it('can be a file in a form', () => {
    const type = 'multipart/form-data; boundary=b';
    const body = readBody(Buffer.concat([utf8('né '), PNG]), type, undefined);
    expect(body).toEqual({ value: expect.stringMatching(/^né /) });
  });

  it('is a violation when it cannot be decoded', () => {
    expect(codeOf(readBody(PNG, 'image/png', 'gzip'))).toBe('encoding');
  });
});

describe('a coded body', () => {
  const plain = utf8('{"a":1}');
  it.each<[string, Uint8Array]>([
    ['gzip', gzipSync(plain)],
    ['X-GZIP', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
    ['identity', plain],
  ])('is decoded: %s', (coding, bytes) => {
    expect(readBody(bytes, 'application/json', coding)).toEqual({ value: { a: 1 } });
  });

  it('is a violation in an unknown coding', () => {
    expect(codeOf(readBody(plain, 'application/json', 'rot13'))).toBe('encoding');
  });
});
