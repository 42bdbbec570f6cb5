import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink, linkText } from './link.ts';

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
  ])('tells %j from %j', (one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
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
  ])('of %j is %j', (link, text) => {
    expect(linkText(link)).toBe(text);
  });
});
