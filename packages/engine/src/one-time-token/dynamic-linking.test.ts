import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink, linkText } from './dynamic-linking.ts';

describe('canonicalLink', () => {
  it.each([[undefined], [{}]])('is null when nothing is bound: %j', (link) => {
    expect(canonicalLink(link)).toBeNull();
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (link) => {
        const reversed = Object.fromEntries(Object.entries(link).reverse());
        expect(canonicalLink(reversed)).toBe(canonicalLink(link));
        expect(JSON.parse(canonicalLink(link) ?? '')).toEqual(JSON.parse(JSON.stringify(link)));
      }),
    );
  });

  it.each([
    [{ amount: 1 }, { amount: '1' }],
    [{ a: 'x', b: 'y' }, { a: 'x","b":"y' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, { a: 'null' }],
  ])('gives %j and %j different texts', (one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
  });
});

describe('Values that JSON cannot represent', () => {
  const form = new FormData();
  form.set('amount', '1');
  it.each([
    ['a number that is none', { amount: Number.NaN }],
    ['an infinite number', { amount: Number.POSITIVE_INFINITY }],
    ['a big integer', { amount: 1n }],
    ['a function', { amount: () => 1 }],
    ['a symbol', { amount: Symbol('1') }],
    ['a map', { payment: new Map([['amount', 1]]) }],
    ['a form', form as unknown as Record<string, unknown>],
    ['query parameters that say nothing of themselves', { query: new URLSearchParams('amount=1') }],
    [
      'an object that hides its value',
      {
        amount: new (class {
          readonly #cents = 1;
          cents = () => this.#cents;
        })(),
      },
    ],
  ])('are rejected: %s', (_, link) => {
    expect(() => canonicalLink(link)).toThrow(TypeError);
  });

  it('an object with toJSON is bound and described by its result', () => {
    const at = (day: number) => ({ amount: 1, due: new Date(Date.UTC(2026, 0, day)) });
    expect(canonicalLink(at(1))).toBe('{"amount":1,"due":"2026-01-01T00:00:00.000Z"}');
    expect(canonicalLink(at(2))).not.toBe(canonicalLink(at(1)));
    expect(linkText(at(1))).toBe('1, due 2026-01-01T00:00:00.000Z');
  });

  it('undefined members and objects without a prototype are accepted', () => {
    expect(canonicalLink({ a: undefined })).toBeNull();
    expect(canonicalLink({ a: Object.assign(Object.create(null), { b: [1, null] }) })).toBe('{"a":{"b":[1,null]}}');
  });
});

describe('linkText', () => {
  it.each([
    [undefined, null],
    [{}, null],
    [{ amount: null }, null],
    [{ transferId: 7, payee: 14550101, currency: 'EUR', amount: 120.5 }, '120.5 EUR to 14550101, transferId 7'],
    [
      { '/path/transferId': 7, '/body/amount': { value: 1, currency: 'EUR' }, '/body/payee': null },
      '1 EUR, transferId 7',
    ],
    [{ payee: 'Ann Lee', amount: 0 }, '0 to Ann Lee'],
    [{ device: 'phone' }, 'device phone'],
  ])('describes %j as %j', (link, text) => {
    expect(linkText(link)).toBe(text);
  });
});
