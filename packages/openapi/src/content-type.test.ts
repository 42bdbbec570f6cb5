import { describe, expect, it } from 'vitest';
import { matchMediaType, parseContentType } from './content-type.ts';

describe('parseContentType', () => {
  it.each([
    ['application/json', 'application/json', {}],
    ['  Text/CSV ; Charset=utf-8', 'text/csv', { charset: 'utf-8' }],
    ['text/plain; a="b;\\"c"', 'text/plain', { a: 'b;"c' }],
    ['text/plain;', 'text/plain', {}],
  ])('parses %j', (text, essence, parameters) => {
    const parsed = parseContentType(text);
    expect(parsed?.essence).toBe(essence);
    expect(Object.fromEntries(parsed?.parameters ?? [])).toEqual(parameters);
  });

  it.each([undefined, '', 'json', 'text/', '/plain', 'text/plain; =a', 'text/plain charset=x'])(
    'rejects %j',
    (text) => {
      expect(parseContentType(text)).toBeUndefined();
    },
  );
});

describe('matchMediaType', () => {
  it.each([
    ['application/json', ['*/*', 'application/*', 'application/json'], 'application/json'],
    ['application/jose+json', ['application/json', 'application/*'], 'application/*'],
    ['text/csv', ['application/json', '*/*'], '*/*'],
    ['text/csv; v=2', ['text/csv', 'text/csv; v=2', 'text/csv; v=3'], 'text/csv; v=2'],
    ['text/csv', ['text/csv; v=2'], undefined],
    ['application/json', ['application/json; charset=utf-8'], 'application/json; charset=utf-8'],
    ['application/json; charset=UTF-8', ['application/json'], 'application/json'],
    ['image/png', ['text/*'], undefined],
  ])('finds for %s among %j: %s', (sent, documented, expected) => {
    const type = parseContentType(sent);
    expect(type && matchMediaType(type, documented, (name) => name)).toBe(expected);
  });
});
