import { type ExtensionDatabase, insertNew, type StoreExtension, type Stores } from '../../index.ts';
import { createTable } from '../../migrations/table-shape.ts';

interface NoteRecord {
  readonly clientId: string;
  readonly userId: number;
  readonly noteId: number;
  readonly expiresAt: number;
}

interface NoteTables {
  notes: NoteRecord;
}

/** An extension with one table, as an application would write it. */
export const NOTES: StoreExtension = {
  name: 'notes',
  migrations: {
    '0001-initial': (db, dialect) =>
      createTable(db, dialect, {
        name: 'notes',
        columns: { client_id: 'text', user_id: 'integer', note_id: 'integer', expires_at: 'integer' },
        key: ['client_id', 'note_id'],
        indexes: [['client_id', 'user_id'], ['expires_at']],
      }),
  },
  userTables: ['notes'],
  expiringTables: [{ table: 'notes', key: ['client_id', 'note_id'], expiresAt: 'expires_at' }],
};

/** The database as the repositories of `NOTES` use it. */
export const notesDatabase = (stores: Stores): ExtensionDatabase<NoteTables> => stores.database<NoteTables>();

/** Inserts a note. Returns `false` if the client has a note of this number. */
export const addNote = (stores: Stores, note: NoteRecord): Promise<boolean> =>
  notesDatabase(stores).write((db) => insertNew(db.insertInto('notes').values(note)));

/** Lists the notes of a client by their numbers. */
export async function noteIds(stores: Stores, clientId: string): Promise<readonly number[]> {
  const rows = await notesDatabase(stores).read((db) =>
    db.selectFrom('notes').select('noteId').where('clientId', '=', clientId).orderBy('noteId').execute(),
  );
  return rows.map((row) => row.noteId);
}
