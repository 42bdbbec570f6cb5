import type { AuditEvent } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { chainHash, chainHeadMac, checkpointMac } from './chain.ts';

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
  expect(chainHash(auditKey, '', 1, EVENT)).toBe('ME6DaHJ6sbqSuXQMit8nN56jnqW1yuMa1QHSRVtvGjo');
});

test('the HMACs of a chain head and a checkpoint stay the same across versions', () => {
  expect(chainHeadMac(auditKey, 'demo-client', 1, 'abc')).toBe('4aCQ1BH9kduPdjMvlR-f5j_lWdHtw-5HIeJN2kOofR0');
  expect(checkpointMac(auditKey, 'demo-client', 1, 'abc')).toBe('QEMbcMf03fLxXCARgdEPPsRgNehOI0kMN-sLHvyQ2Wc');
});
