import { type Kysely, sql } from 'kysely';
import { headMac } from '../audit/chain.ts';
import type { Dialect } from '../database/database.ts';

interface Head {
  readonly client_id: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The heads of an older database are taken as they are found, this once; one without events is not what any version
 * has written, and stays unsealed.
 */
async function sealHeads(db: Kysely<unknown>, auditKey: Uint8Array): Promise<void> {
  await sql`alter table audit_heads add column head_mac text not null default ''`.execute(db);
  const { rows } = await sql<Head>`select client_id, sequence, hash from audit_heads where sequence > 0`.execute(db);
  for (const { client_id, sequence, hash } of rows) {
    const mac = headMac(auditKey, client_id, sequence, hash);
    await sql`update audit_heads set head_mac = ${mac} where client_id = ${client_id}`.execute(db);
  }
}

export async function up(db: Kysely<unknown>, _dialect: Dialect, auditKey: Uint8Array): Promise<void> {
  await sealHeads(db, auditKey);
}
