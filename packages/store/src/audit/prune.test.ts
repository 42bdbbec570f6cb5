import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as breath } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../index.ts';
import { addTenant, anEvent, DAY, NOW, within } from '../testing/contract/fixtures.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);

it('retention looks at no client that has nothing to prune, and lets the event loop turn between two that have', async () => {
  const location = join(folder, 'many-clients.db');
  const stores = await openStore(location, { auditKey: new Uint8Array(32) });
  const tenant = await addTenant(stores);
  await within(stores, tenant, (tx) => tx.audit.append(anEvent(tenant.clientId)));
  const file = new DatabaseSync(location);
  for (const table of ['audit_heads', 'audit_events']) {
    const names = file.prepare(`select name from pragma_table_info('${table}')`).all();
    const columns = names.map((row) => String(row.name)).filter((name) => name !== 'client_id');
    file.exec(`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 20000)
      insert into ${table} (client_id, ${columns.join()})
      select 'client-' || n, ${columns.join()} from ${table} cross join numbers where client_id = '${tenant.clientId}'`);
  }
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
  expect(await stores.auditTrail.prune(NOW)).toBe(0);
  await breath();
  await breath();
  expect(longest).toBeLessThan(250);

  const before = turns;
  expect(await stores.auditTrail.prune(NOW + DAY)).toBe(100);
  await breath();
  expect(turns - before).toBeGreaterThan(99);
  expect(longest).toBeLessThan(250);
  pruning = false;
  await watching;
  await stores.close();
});
