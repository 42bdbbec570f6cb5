import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink } from './link.ts';

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
