import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../stores/stores.ts';
import { auditContract } from './audit.ts';
import { factorContract } from './factors.ts';
import { flowContract } from './flows.ts';
import { identityContract } from './identity.ts';
import { serverStoreContract } from './server-stores.ts';
import { sweepContract } from './sweep.ts';
import { transactionContract } from './transactions.ts';

/**
 * The behaviour that every adapter of the store has. Declares vitest suites; call it in a test file.
 * @param name of the adapter
 * @param open makes an empty store; called once
 */
export function describeStoreContract(name: string, open: () => Promise<Stores>): void {
  describe(`the store on ${name}`, () => {
    let opened: Stores;
    const stores = (): Stores => opened;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('is reachable and migrated', async () => {
      expect(await stores().health()).toEqual({ reachable: true, migrated: true });
    });
    transactionContract(stores);
    identityContract(stores);
    factorContract(stores);
    flowContract(stores);
    auditContract(stores);
    serverStoreContract(stores);
    sweepContract(stores);
  });
}
