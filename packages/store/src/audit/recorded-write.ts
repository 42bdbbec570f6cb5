import type { AuditEvent } from '@sca-kit/engine';
import type { Database, Queries } from '../database/database.ts';
import { pendingAudit } from './log.ts';

/** Writes in one transaction, with the event of what happened, unless nothing did. */
export type RecordedWrite = (
  event: AuditEvent | undefined,
  work: (db: Queries) => Promise<boolean>,
) => Promise<boolean>;

export function recordedWrite(database: Database, auditKey: Uint8Array): RecordedWrite {
  return (event, work) =>
    database.write(async (db) => {
      const happened = await work(db);
      if (happened && event) {
        const audit = pendingAudit(db, database.dialect, auditKey);
        await audit.append(event);
        await audit.flush();
      }
      return happened;
    });
}
