export type { AuditLogReader, AuditVerification, BreakReason } from './audit/audit-log-reader.ts';
export type { AuditEntry } from './audit/chain.ts';
export { type OpenAuditLog, openAuditLog } from './open-audit-log.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { JOSE_PUBLIC_KEY_LIMIT } from './stores/jose-public-keys.ts';
export type * from './stores/records.ts';
export type * from './stores/stores.ts';
