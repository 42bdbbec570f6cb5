import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';
import { addTenant, anEvent, DAY, NOW, type Tenant, within } from './fixtures.ts';

async function appendEvents(stores: Stores, tenant: Tenant, count: number, at = NOW): Promise<void> {
  await within(stores, tenant, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await tx.audit.append({ ...anEvent(tenant.clientId, { index }), at: at + index });
    }
  });
}

export function auditContract(stores: () => Stores): void {
  describe('the audit log', () => {
    it('numbers the events of a client without gaps in the order of their appends', async () => {
      const tenant = await addTenant(stores());
      await appendEvents(stores(), tenant, 2);
      await within(stores(), tenant, (tx) =>
        tx.audit.append({ ...anEvent(tenant.clientId), data: { z: null, a: 'ü"\\', b: true }, traceId: 'trace' }),
      );
      const entries = await stores().auditLog.list(tenant.clientId, '0', 10);
      expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(entries[0]?.event).toEqual(anEvent(tenant.clientId, { index: 0 }));
      expect(entries[2]?.event.data).toEqual({ z: null, a: 'ü"\\', b: true });
      expect(new Set(entries.map(({ hash }) => hash)).size).toBe(3);
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 3, pruned: 0 });
    });

    it('lists events after a sequence up to a limit', async () => {
      const tenant = await addTenant(stores());
      await appendEvents(stores(), tenant, 5);
      const entries = await stores().auditLog.list(tenant.clientId, '0:2', 2);
      expect(entries.map(({ sequence }) => sequence)).toEqual([3, 4]);
      expect(await stores().auditLog.list(tenant.clientId, '0:5', 2)).toEqual([]);
    });

    it('lists all clients, also those without events', async () => {
      const [tenant, idle] = [await addTenant(stores()), await addTenant(stores())];
      await appendEvents(stores(), tenant, 1);
      const clients = await stores().auditLog.clients();
      expect(clients).toContain(tenant.clientId);
      expect(clients).toContain(idle.clientId);
      expect(await stores().auditLog.verify(idle.clientId)).toEqual({ ok: true, count: 0, pruned: 0 });
    });

    it('stays valid after 100 concurrent appends of two profiles', async () => {
      const tenant = await addTenant(stores());
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          stores().engine.transaction({ ...tenant.profile, profileId: 101 + (index % 2) }, (tx) =>
            tx.audit.append(anEvent(tenant.clientId, { index })),
          ),
        ),
      );
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 100, pruned: 0 });
      const entries = await stores().auditLog.list(tenant.clientId, '0', 1000);
      expect(new Set(entries.map(({ event }) => event.data.index)).size).toBe(100);
    });

    it('stays valid after retention has deleted its oldest events, and accepts more', async () => {
      const tenant = await addTenant(stores());
      await appendEvents(stores(), tenant, 700, NOW - 10 * DAY);
      await appendEvents(stores(), tenant, 3, NOW - 1);
      expect(await stores().auditLog.prune(NOW - DAY)).toEqual({ pruned: 700, broken: [] });
      expect(await stores().auditLog.prune(NOW - DAY)).toEqual({ pruned: 0, broken: [] });
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 3, pruned: 700 });
      await appendEvents(stores(), tenant, 1, NOW - 1);
      const entries = await stores().auditLog.list(tenant.clientId, '0', 10);
      expect(entries.map(({ sequence }) => sequence)).toEqual([701, 702, 703, 704]);
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 4, pruned: 700 });
    });

    it('stays valid after retention has deleted all its events, and accepts more', async () => {
      const tenant = await addTenant(stores());
      await appendEvents(stores(), tenant, 2, NOW - 10 * DAY);
      expect(await stores().auditLog.prune(NOW - 5 * DAY)).toEqual({ pruned: 2, broken: [] });
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 0, pruned: 2 });
      await appendEvents(stores(), tenant, 1, NOW);
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 1, pruned: 2 });
    });

    it('keeps events from a clock that was ahead until the system clock reaches their time', async () => {
      const tenant = await addTenant(stores(), 30 * DAY);
      await appendEvents(stores(), tenant, 2, NOW + 30 * DAY);
      await stores().auditLog.prune(NOW + 29 * DAY);
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 2, pruned: 0 });
      expect(await stores().auditLog.prune(NOW + 31 * DAY)).toMatchObject({ broken: [] });
      expect(await stores().auditLog.verify(tenant.clientId)).toEqual({ ok: true, count: 0, pruned: 2 });
    });
  });
}
