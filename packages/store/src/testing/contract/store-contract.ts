import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreOptions } from '../../open-store.ts';
import type { Stores } from '../../stores.ts';
import { auditContract } from './audit.ts';
import { extensionContract } from './extension.ts';
import { factorContract } from './factors.ts';
import { flowContract } from './flows.ts';
import { identityContract } from './identity.ts';
import { josePublicKeyContract } from './jose-public-keys.ts';
import { NOTES } from './notes.ts';
import { recordContract } from './records.ts';
import { requestLimitContract } from './request-limits.ts';
import { sweepContract } from './sweep.ts';
import { transactionContract } from './transactions.ts';

/**
 * Declares the tests that every adapter of the store passes. Call it in a test file.
 * @param name of the adapter
 * @param open opens an empty store with the options; called once
 */
export function describeStoreContract(name: string, open: (options: StoreOptions) => Promise<Stores>): void {
  describe(`the store on ${name}`, () => {
    let opened: Stores;
    const stores = (): Stores => opened;
    beforeAll(async () => {
      opened = await open({ auditKey: new Uint8Array(32).fill(7), extensions: [NOTES], durability: 'off' });
    });
    afterAll(() => opened.close());

    it('is healthy after opening: reachable and migrated', async () => {
      expect(await stores().health()).toEqual({ reachable: true, migrated: true });
    });
    transactionContract(stores);
    identityContract(stores);
    factorContract(stores);
    flowContract(stores);
    recordContract(stores);
    requestLimitContract(stores);
    auditContract(stores);
    josePublicKeyContract(stores);
    extensionContract(stores);
    sweepContract(stores);
  });
}
