import type { AuditEvent, ProfileKey, Store } from '@sca-kit/engine';
import type { AuditLogReader } from '../audit/audit-log-reader.ts';
import type { BalanceRecord, InboxMessage, JosePublicKeyRecord, TransferRecord } from './records.ts';

/** Transfers of the demo resources. An `event` is written with the change, when there was one. */
export interface TransferStore {
  /** `false` when the client has a transfer of this id. */
  insert(transfer: TransferRecord, event?: AuditEvent): Promise<boolean>;
  /** A transfer of the client by its id alone; the caller must compare the owner. */
  find(clientId: string, transferId: number): Promise<TransferRecord | undefined>;
  /** Marks the transfer as paid, once: `false` when it is paid already or not there. */
  fund(clientId: string, transferId: number, fundedAt: number, event?: AuditEvent): Promise<boolean>;
}

/** Balances of the demo resources. */
export interface BalanceStore {
  /** `false` when the client has a balance of this id. */
  insert(balance: BalanceRecord): Promise<boolean>;
  /** A balance of the client by its id alone; the caller must compare the owner. */
  find(clientId: string, balanceId: number): Promise<BalanceRecord | undefined>;
  /** By id. */
  list(profile: ProfileKey): Promise<readonly BalanceRecord[]>;
}

/** Public keys that clients uploaded; the sweep takes them when they are past their validity. */
export interface JosePublicKeyStore {
  /** `id-taken` when the client has a key of this id, `full` when it has `JOSE_PUBLIC_KEY_LIMIT` of the same use. */
  insert(key: JosePublicKeyRecord, event?: AuditEvent): Promise<'added' | 'id-taken' | 'full'>;
  find(clientId: string, keyId: string): Promise<JosePublicKeyRecord | undefined>;
  /** The last one uploaded of a scope (and algorithm, when given) that is valid at `at`. */
  findNewest(
    clientId: string,
    scope: JosePublicKeyRecord['scope'],
    at: number,
    algorithm?: string,
  ): Promise<JosePublicKeyRecord | undefined>;
}

/** What the sandbox "sent". */
export interface InboxStore {
  /** Adds a message; answers its number. */
  add(message: Omit<InboxMessage, 'messageId'>): Promise<number>;
  /** Newest first, at most `limit` (100 unless told). */
  list(
    clientId: string,
    filter?: { readonly userId?: number; readonly limit?: number },
  ): Promise<readonly InboxMessage[]>;
}

/** Which request an outcome is meant for: the first that fits takes it. */
export type SimulatedResponseTarget =
  | { readonly clientId: string; readonly userId: number; readonly kind: string }
  | { readonly clientId: string; readonly operationId: string }
  | { readonly clientId: string; readonly correlationId: string };

/** A request by its correlation id. Of a caller that nobody knows yet, `null`, it takes what any client has set. */
export interface CorrelatedRequest {
  readonly clientId: string | null;
  readonly correlationId: string;
}

/** One-shot outcomes, by which a sandbox makes a request fail. */
export interface SimulatedResponseStore {
  /** Sets what the next fitting request meets, replacing one set before; forgotten at `expiresAt`. */
  put(target: SimulatedResponseTarget, outcome: string, expiresAt: number, event?: AuditEvent): Promise<void>;
  /** Takes the outcome away and answers it; of requests that ask at once, one gets it. */
  take(target: SimulatedResponseTarget | CorrelatedRequest): Promise<string | undefined>;
}

/** Whether the database answers, and has exactly the schema of this version. */
export interface Health {
  readonly reachable: boolean;
  readonly migrated: boolean;
}

/** Everything that is kept. */
export interface Stores {
  readonly engine: Store;
  readonly transfers: TransferStore;
  readonly balances: BalanceStore;
  readonly josePublicKeys: JosePublicKeyStore;
  readonly inbox: InboxStore;
  readonly simulatedResponses: SimulatedResponseStore;
  readonly auditLog: AuditLogReader;
  /**
   * Deletes rows that are past their time on their client's clock, at most `batchSize` of each kind, each kind in a
   * transaction of its own. Answers how many rows went; call again, after a breath, while that is more than 0.
   * @param now milliseconds since the Unix epoch, system clock
   */
  sweep(now: number, batchSize?: number): Promise<number>;
  /** Never rejects. */
  health(): Promise<Health>;
  close(): Promise<void>;
}
