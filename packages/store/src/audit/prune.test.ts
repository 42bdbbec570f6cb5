import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as breath } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../index.ts';
import { anEvent, DAY, NOW } from '../testing/contract/fixtures.ts';
import { chainHash, chainHeadMac } from './chain.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

it('retention looks at no client that has nothing to prune, and lets the event loop turn between two that have', async () => {
  const location = join(folder, 'many-clients.db');
  const auditKey = new Uint8Array(32);
  const stores = await openStore(location, { auditKey });
  const file = new DatabaseSync(location);
  const head = file.prepare(`insert into audit_chain_heads
    (client_id, sequence, hash, mac, oldest_at, checkpoint_sequence, checkpoint_hash, checkpoint_mac) values (?, 1, ?, ?, ?, 0, '', '')`);
  const entry = file.prepare(`insert into audit_events
    (client_id, sequence, user_id, profile_id, actor, type, result, at, trace_id, data, hash)
    values (?, 1, ?, ?, ?, ?, ?, ?, ?, '{}', ?)`);
  file.exec('begin');
  for (let number = 1; number <= 20_000; number += 1) {
    const event = anEvent(`client-${number}`);
    const { clientId, userId, profileId, actor, type, result, at, traceId } = event;
    const hash = chainHash(auditKey, '', 1, event);
    head.run(clientId, hash, chainHeadMac(auditKey, clientId, 1, hash), at);
    entry.run(clientId, userId, profileId, actor, type, result, at, traceId, hash);
  }
  file.exec('commit');
  file.close();

  let [turns, longest, pruning] = [0, 0, true];
  const watch = async (): Promise<void> => {
    while (pruning) {
      const start = performance.now();
      await breath();
      longest = Math.max(longest, performance.now() - start);
      turns += 1;
    }
  };
  const watching = watch();
  expect(await stores.auditLog.prune(NOW)).toEqual({ pruned: 0, broken: [] });
  await breath();
  await breath();
  expect(longest).toBeLessThan(250);

  const before = turns;
  expect(await stores.auditLog.prune(NOW + DAY)).toEqual({ pruned: 100, broken: [] });
  await breath();
  expect(turns - before).toBeGreaterThan(99);
  expect(longest).toBeLessThan(250);
  pruning = false;
  await watching;
  await stores.close();
});
