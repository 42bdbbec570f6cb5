import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countTransactions, countTurns } from '../test/counted-database.ts';
import { removeAfterAll, temporaryFolder } from '../test/temporary-folder.ts';
import { openSqlite } from './database/sqlite.ts';
import { openStore } from './index.ts';
import { sweep } from './sweep.ts';
import { addTenant, anAccessToken, aToken, HOUR, NOW, within } from './testing/contract/fixtures.ts';

/** Rows that one transaction of the sweep deletes at most. */
const SLICE = 25;

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const location = join(folder, 'many-rows.db');
const stores = await openStore(location, { auditKey: new Uint8Array(32), durability: 'off' });
const database = await openSqlite(location, 'off');
afterAll(async () => {
  await database.close();
  await stores.close();
});

it('the sweep deletes at most 25 rows per transaction and yields to the event loop after each', async () => {
  const tenant = await addTenant(stores);
  await within(stores, tenant, async (tx) => {
    for (let index = 0; index < 500; index += 1) {
      await tx.accessTokens.insert(anAccessToken(tenant, `${index}-token`));
      await tx.oneTimeTokens.insert(aToken(tenant, `${index}-ott`));
    }
  });
  const { counted, counts } = countTransactions(database);
  const { result, turns } = await countTurns(async () => {
    const rounds: number[] = [];
    do rounds.push(await sweep(counted, [], NOW + HOUR, 200));
    while (rounds.at(-1) !== 0);
    return rounds;
  });
  expect(result).toEqual([400, 400, 200, 0]);
  expect(counts.writes).toBeGreaterThanOrEqual(1000 / SLICE);
  expect(turns).toBeGreaterThanOrEqual(counts.writes);
});
