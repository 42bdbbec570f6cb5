export type { AuditEntry } from './audit/chain.ts';
export type { AuditTrail, AuditVerdict, BreakReason } from './audit/trail.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { type OpenTrail, openTrail } from './open-trail.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { JOSE_PUBLIC_KEY_LIMIT } from './stores/jose-public-keys.ts';
export type * from './stores/records.ts';
export type * from './stores/stores.ts';
