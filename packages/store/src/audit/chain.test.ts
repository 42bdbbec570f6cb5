import type { AuditEvent } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { chainHash, chainHeadMac, checkpointMac, SHARDS, shardOf } from './chain.ts';

const auditKey = new Uint8Array(32).fill(7);

const EVENT: AuditEvent = {
  clientId: 'demo-client',
  userId: 7301842,
  profileId: 101,
  actor: 'user:7301842',
  type: 'transfer.funded',
  result: 'success',
  at: Date.UTC(2026, 0, 1),
  traceId: null,
  data: { payee: 'Zoë "Ann" \u2028', amount: '100.00', attempts: 2, linked: true, reason: null },
};

// Stored audit logs contain these values: a change would make all of them invalid.
test('the hash of an event stays the same across versions', () => {
  expect(chainHash(auditKey, '', { shard: 0, sequence: 1, event: EVENT })).toBe(
    'ME6DaHJ6sbqSuXQMit8nN56jnqW1yuMa1QHSRVtvGjo',
  );
});

test('the HMACs of a chain head and a checkpoint stay the same across versions', () => {
  const chain = { clientId: 'demo-client', shard: 0 };
  expect(chainHeadMac(auditKey, { ...chain, sequence: 1, hash: 'abc' }, 1)).toBe(
    '4aCQ1BH9kduPdjMvlR-f5j_lWdHtw-5HIeJN2kOofR0',
  );
  expect(checkpointMac(auditKey, chain, 1, 'abc')).toBe('QEMbcMf03fLxXCARgdEPPsRgNehOI0kMN-sLHvyQ2Wc');
});

test('the HMACs of two chains of a client differ, and say how many chains it has', () => {
  const clientId = 'demo-client';
  const end = { clientId, sequence: 1, hash: 'abc' };
  const entry = { sequence: 1, event: EVENT };
  for (const macs of [
    [0, 1, 2].map((shard) => chainHash(auditKey, '', { ...entry, shard })),
    [0, 1, 2].map((shard) => checkpointMac(auditKey, { clientId, shard }, 1, 'abc')),
    [
      ...[0, 1, 2].map((shard) => chainHeadMac(auditKey, { ...end, shard })),
      chainHeadMac(auditKey, { ...end, shard: 0 }, 1),
    ],
  ]) {
    expect(new Set(macs).size).toBe(macs.length);
  }
});

test('spreads users over all chains, and puts events without a user into the first', () => {
  expect(new Set(Array.from({ length: 100 }, (_, user) => shardOf(7_301_842 + user))).size).toBe(SHARDS);
  expect(shardOf(null)).toBe(0);
});
