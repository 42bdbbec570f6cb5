import type { AuditEvent } from '@sca-kit/engine';
import type { Database, Queries } from '../database/database.ts';
import { WriteBuffer } from '../database/write-buffer.ts';
import { createBufferedAuditLog } from './append-events.ts';

/** Runs `work` in a write transaction and appends the event to the audit log if `work` returns true. */
export type AuditedWrite = (event: AuditEvent | undefined, work: (db: Queries) => Promise<boolean>) => Promise<boolean>;

export function auditedWrite(database: Database, auditKey: Uint8Array): AuditedWrite {
  return (event, work) =>
    database.write(async (db) => {
      const changed = await work(db);
      if (changed && event) {
        const audit = createBufferedAuditLog({ db, writes: new WriteBuffer(db), auditKey });
        await audit.append(event);
        await audit.flush();
      }
      return changed;
    });
}
