import { ScaError } from '@sca-kit/engine';
import { type OpenAuditLog, openAuditLog, openStore, StoreError, type StoreOptions, type Stores } from '@sca-kit/store';
import { type BalanceStore, createBalanceStore } from './demo-resources/balance-store.ts';
import { DEMO_TABLES, type DemoTables } from './demo-resources/demo-tables.ts';
import { createTransferStore, type TransferStore } from './demo-resources/transfer-store.ts';
import { createInboxStore, type InboxStore } from './sandbox/inbox-store.ts';
import { SANDBOX_TABLES, type SandboxTables } from './sandbox/sandbox-tables.ts';
import { createSimulatedResponseStore, type SimulatedResponseStore } from './sandbox/simulated-response-store.ts';
import { DamagedDataError, StartError } from './start-error.ts';

/** The store, with what the sandbox and the demo resources keep in the same database. */
export interface ServerStores extends Stores {
  readonly transfers: TransferStore;
  readonly balances: BalanceStore;
  readonly inbox: InboxStore;
  readonly simulatedResponses: SimulatedResponseStore;
}

/**
 * Opens the database.
 * @throws StartError when it cannot be used. Never with its location: that may hold a password
 */
export async function openStores(location: string, options: StoreOptions): Promise<ServerStores> {
  const stores = await reach(() => openStore(location, { ...options, extensions: [SANDBOX_TABLES, DEMO_TABLES] }));
  const sandbox = stores.database<SandboxTables>();
  const demo = stores.database<DemoTables>();
  return Object.freeze({
    ...stores,
    transfers: createTransferStore(demo),
    balances: createBalanceStore(demo),
    inbox: createInboxStore(sandbox),
    simulatedResponses: createSimulatedResponseStore(sandbox),
  });
}

/**
 * Opens the audit log in the database, to be read.
 * @throws StartError when it cannot be used, or a server has to bring it to this version first
 */
export function connectAuditLog(location: string, options: StoreOptions): Promise<OpenAuditLog> {
  return reach(() => openAuditLog(location, options));
}

async function reach<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open();
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === undefined) throw cause;
    const ErrorClass = isDamaged(cause) ? DamagedDataError : StartError;
    throw new ErrorClass(`The database cannot be used. ${reason} Check SCA_DATABASE and SCA_DATA.`, { cause });
  }
}

/** A table or a column is missing: of PostgreSQL, and of SQLite. */
const NO_SUCH_TABLE: ReadonlySet<string> = new Set(['42P01', '42703', 'SQLITE_ERROR']);

/** Names of the primary result codes of SQLite. */
const SQLITE_CODES: Readonly<Record<number, string>> = { 1: 'SQLITE_ERROR', 11: 'SQLITE_CORRUPT', 26: 'SQLITE_NOTADB' };

const DAMAGED: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** Whether neither another setting nor a later start can help. */
function isDamaged(error: unknown): boolean {
  const isForeign = error instanceof StoreError && error.code === 'database.foreign';
  return isForeign || codesOf(error).some((code) => DAMAGED.has(code));
}

/** What the operator can fix, as a sentence; undefined for a bug. */
function reasonOf(error: unknown): string | undefined {
  const codes = codesOf(error);
  if (codes.includes('SQLITE_CORRUPT')) return 'The SQLite file is damaged or truncated. Restore it from a backup.';
  if (error instanceof StoreError) return error.message;
  if (codes.some((code) => code.startsWith('28'))) return 'PostgreSQL rejects the login.';
  if (codes.includes('3D000')) return 'PostgreSQL has no database of this name.';
  if (codes.some((code) => NO_SUCH_TABLE.has(code))) return 'Its tables match neither this version nor an older one.';
  return error instanceof ScaError && error.code === 'service.unavailable' ? 'It cannot be reached.' : undefined;
}

/** Of the error and of what caused it, to the root. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  const own = typeof errcode === 'number' ? (SQLITE_CODES[errcode & 0xff] ?? code) : code;
  return [...(typeof own === 'string' ? [own] : []), ...codesOf(error.cause)];
}
