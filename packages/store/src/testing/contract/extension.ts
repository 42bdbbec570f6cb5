import { describe, expect, it } from 'vitest';
import { insertNew } from '../../repositories/statements.ts';
import type { Stores } from '../../stores.ts';
import { addTenant, anEvent, DAY, NOW } from './fixtures.ts';
import { addNote, noteIds, notesDatabase } from './notes.ts';

export function extensionContract(stores: () => Stores): void {
  describe('an extension', () => {
    it('stores rows in its own tables', async () => {
      const { clientId, user } = await addTenant(stores());
      const note = { ...user, noteId: 1, expiresAt: NOW + DAY };
      expect(await addNote(stores(), note)).toBe(true);
      expect(await addNote(stores(), note)).toBe(false);
      expect(await noteIds(stores(), clientId)).toEqual([1]);
    });

    it('appends an event to the audit log only if the write changed a row', async () => {
      const { clientId, user } = await addTenant(stores());
      const note = { ...user, noteId: 1, expiresAt: NOW + DAY };
      for (const _ of [1, 2]) {
        await notesDatabase(stores()).auditedWrite(anEvent(clientId), (db) =>
          insertNew(db.insertInto('notes').values(note)),
        );
      }
      expect(await stores().auditLog.verify(clientId)).toEqual({ ok: true, count: 1, pruned: 0 });
    });

    it('reverts a write and its event when the write fails', async () => {
      const { clientId, user } = await addTenant(stores());
      const note = { ...user, noteId: 1, expiresAt: NOW + DAY };
      const failure = new Error('no');
      const write = notesDatabase(stores()).auditedWrite(anEvent(clientId), async (db) => {
        await insertNew(db.insertInto('notes').values(note));
        throw failure;
      });
      await expect(write).rejects.toBe(failure);
      expect(await noteIds(stores(), clientId)).toEqual([]);
      expect(await stores().auditLog.list(clientId, '0', 10)).toEqual([]);
    });

    it('runs concurrent writes one after another when they lock the same client', async () => {
      const { clientId, user } = await addTenant(stores());
      const database = notesDatabase(stores());
      const addNext = () =>
        database.write(async (db) => {
          await database.lockClient(db, clientId);
          const { count } = await db
            .selectFrom('notes')
            .where('clientId', '=', clientId)
            .select((eb) => eb.fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow();
          return await insertNew(db.insertInto('notes').values({ ...user, noteId: count, expiresAt: NOW + DAY }));
        });
      const inserted = await Promise.all(Array.from({ length: 20 }, addNext));
      expect(inserted).toEqual(Array.from({ length: 20 }, () => true));
    });
  });
}
