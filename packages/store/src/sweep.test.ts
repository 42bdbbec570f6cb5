import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { removeAfterAll, temporaryFolder } from '../test/temporary-folder.ts';
import { openStore } from './index.ts';
import { addTenant, anAccessToken, aToken, HOUR, NOW, within } from './testing/contract/fixtures.ts';

const folder = await temporaryFolder();
removeAfterAll(() => folder);
const stores = await openStore(join(folder, 'many.db'), { auditKey: new Uint8Array(32) });
afterAll(() => stores.close());

describe('sweeping many rows', () => {
  it('lets the event loop turn every few milliseconds', async () => {
    const tenant = await addTenant(stores);
    await within(stores, tenant, async (tx) => {
      for (let index = 0; index < 5000; index += 1) {
        await tx.accessTokens.insert(anAccessToken(tenant, `${(index * 7919) % 5003}-token`));
        await tx.oneTimeTokens.insert(aToken(tenant, `${(index * 7919) % 5003}-ott`));
      }
    });
    const gaps: number[] = [];
    let sweeping = true;
    const watch = async (): Promise<void> => {
      while (sweeping) {
        const start = performance.now();
        await breath();
        gaps.push(performance.now() - start);
      }
    };
    const watching = watch();
    let swept = 0;
    let round = 0;
    do {
      round = await stores.sweep(NOW + HOUR);
      expect(round).toBeLessThanOrEqual(2 * 200);
      swept += round;
    } while (round > 0);
    sweeping = false;
    await watching;
    gaps.sort((a, b) => a - b);
    expect(swept).toBe(10_000);
    expect(gaps.length).toBeGreaterThan(400);
    // The 95th percentile, so that a neighbour on the machine does not decide.
    expect(gaps[Math.floor(gaps.length * 0.95)]).toBeLessThan(20);
  });
});
