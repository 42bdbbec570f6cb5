import { createTable, type Dialect, type StoreExtension } from '@sca-kit/store';
import { type Kysely, sql } from 'kysely';

/** A message that the sandbox stores instead of sending it. */
export interface InboxMessage {
  readonly clientId: string;
  readonly userId: number;
  /** Counts up within the client; the store assigns it. */
  readonly messageId: number;
  /** `SMS`, `WHATSAPP`, `VOICE`, `AUTHY`, `BIOMETRIC`. */
  readonly channel: string;
  /** Recipient, code and reference as JSON, encrypted by the caller. */
  readonly encryptedContent: string;
  readonly sentAt: number;
  /** When the sweep may delete the message. */
  readonly expiresAt: number;
}

/** The tables of the sandbox, as Kysely sees them. */
export interface SandboxTables {
  inboxMessages: InboxMessage;
  simulatedResponses: {
    readonly clientId: string;
    /** The request it is meant for: see `SimulatedResponseTarget`. */
    readonly target: string;
    readonly userId: number | null;
    readonly response: string;
    readonly expiresAt: number;
  };
}

const EXPIRY_INDEXES = [['expires_at'], ['client_id', 'expires_at']] as const;

async function createSandboxTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  // Databases of older versions have these tables from the store. What they hold lasts a day at most.
  for (const table of ['inbox_messages', 'outcomes']) await sql`drop table if exists ${sql.table(table)}`.execute(db);
  await createTable(db, dialect, {
    name: 'inbox_messages',
    columns: {
      client_id: 'text',
      user_id: 'integer',
      message_id: 'integer',
      channel: 'text',
      sealed: 'text',
      sent_at: 'integer',
      expires_at: 'integer',
    },
    key: ['client_id', 'message_id'],
    indexes: [['client_id', 'user_id', 'message_id'], ...EXPIRY_INDEXES],
  });
  await createTable(db, dialect, {
    name: 'simulated_responses',
    columns: { client_id: 'text', target: 'text', user_id: 'integer?', response: 'text', expires_at: 'integer' },
    key: ['client_id', 'target'],
    // A request without credentials is found by its target alone.
    indexes: [['target'], ...EXPIRY_INDEXES],
  });
}

/** Names the encrypted column for what it contains. */
async function renameEncryptedContent(db: Kysely<unknown>): Promise<void> {
  await sql`alter table inbox_messages rename column sealed to encrypted_content`.execute(db);
}

/** The tables of the sandbox as an extension of the store. */
export const SANDBOX_TABLES: StoreExtension = {
  name: 'sandbox',
  migrations: { '0001-initial': createSandboxTables, '0002-encrypted-content': renameEncryptedContent },
  userTables: ['inbox_messages', 'simulated_responses'],
  simulatedResponses: 'simulated_responses',
  expiringTables: [
    { table: 'inbox_messages', key: ['client_id', 'message_id'], expiresAt: 'expires_at' },
    { table: 'simulated_responses', key: ['client_id', 'target'], expiresAt: 'expires_at' },
  ],
};
