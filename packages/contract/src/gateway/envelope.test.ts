import { describe, expect, it } from 'vitest';
import { envelope } from '../../test/support/requests.ts';
import { createIvLedger } from './envelope.ts';

const encrypted = (iv: string): string => envelope({ alg: 'dir', enc: 'A256GCM' }, iv);

describe('the initialization vector ledger', () => {
  it('reports a vector that was used before', () => {
    const ledger = createIvLedger();
    expect(ledger.note(encrypted('one'), 'response')).toEqual([]);
    expect(ledger.note(encrypted('one'), 'response')).toMatchObject([{ code: 'envelope-iv-reuse' }]);
  });

  it('drops the oldest vectors when it is full', () => {
    const ledger = createIvLedger(2);
    for (const iv of ['one', 'two', 'three']) ledger.note(encrypted(iv), 'response');
    expect(ledger.note(encrypted('three'), 'response')).toHaveLength(1);
    expect(ledger.note(encrypted('one'), 'response')).toEqual([]);
  });
});
