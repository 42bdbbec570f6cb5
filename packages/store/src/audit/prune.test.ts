import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countTransactions, countTurns } from '../../test/counted-database.ts';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import type { Database } from '../database/database.ts';
import { openSqlite } from '../database/sqlite.ts';
import { openStore } from '../index.ts';
import { anEvent, DAY, NOW } from '../testing/contract/fixtures.ts';
import { chainHash, chainHeadMac } from './chain.ts';
import { pruneAuditLogs } from './retention.ts';

const CLIENTS = 150;
const auditKey = new Uint8Array(32);
const folder = await temporaryFolder();
removeAfterAll(() => folder);
const location = join(folder, 'many-clients.db');
let database: Database;

beforeAll(async () => {
  await (await openStore(location, { auditKey, durability: 'off' })).close();
  database = await openSqlite(location, 'off');
  const file = new DatabaseSync(location);
  const head = file.prepare(`insert into audit_chain_heads
    (client_id, shard, sequence, hash, mac, oldest_at, checkpoint_sequence, checkpoint_hash, checkpoint_mac)
    values (?, 0, 1, ?, ?, ?, 0, '', '')`);
  const entry = file.prepare(`insert into audit_events
    (client_id, shard, sequence, user_id, profile_id, actor, type, result, at, trace_id, data, hash)
    values (?, 0, 1, ?, ?, ?, ?, ?, ?, ?, '{}', ?)`);
  file.exec('begin');
  for (let number = 1; number <= CLIENTS; number += 1) {
    const event = anEvent(`client-${number}`);
    const { clientId, userId, profileId, actor, type, result, at, traceId } = event;
    const hash = chainHash(auditKey, '', { shard: 0, sequence: 1, event });
    head.run(clientId, hash, chainHeadMac(auditKey, { clientId, shard: 0, sequence: 1, hash }), at);
    entry.run(clientId, userId, profileId, actor, type, result, at, traceId, hash);
  }
  file.exec('commit');
  file.close();
});
afterAll(() => database.close());

it('retention reads no audit log when no client has events to prune', async () => {
  const { counted, counts } = countTransactions(database);
  expect(await pruneAuditLogs(counted, auditKey, NOW)).toEqual({ pruned: 0, broken: [] });
  expect(counts).toEqual({ reads: 1, writes: 0 });
});

it('retention finds the clients to prune by an index', () => {
  const file = new DatabaseSync(location);
  const plan = file
    .prepare(
      'explain query plan select client_id, shard from audit_chain_heads where oldest_at < ? order by oldest_at limit 100',
    )
    .all(NOW);
  file.close();
  expect(JSON.stringify(plan)).toContain('audit_chain_heads_by_oldest_at');
});

it('retention prunes 100 clients per round in one transaction each and yields to the event loop in between', async () => {
  const { counted, counts } = countTransactions(database);
  const { result, turns } = await countTurns(() => pruneAuditLogs(counted, auditKey, NOW + DAY));
  expect(result).toEqual({ pruned: 100, broken: [] });
  expect(counts).toEqual({ reads: 1, writes: 100 });
  expect(turns).toBeGreaterThanOrEqual(100);
});
