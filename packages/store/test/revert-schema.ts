/** Statements for both dialects that revert the schema to step 0002. */
export const REVERT_TO_STEP_2: readonly string[] = [
  'drop table if exists request_limits',
  'create table rate_paces (client_id text, bucket text, due bigint, keep_until bigint)',
  'alter table profiles drop column recent_failures',
  'drop table key_checks',
  'drop table stored_secrets',
  'alter table audit_chain_heads rename to audit_heads',
  'alter table audit_heads rename column mac to head_mac',
  ...['sequence', 'hash', 'mac'].map(
    (column) => `alter table audit_heads rename column checkpoint_${column} to anchor_${column}`,
  ),
  'alter table one_time_tokens rename column revoked_at to dead_at',
  'alter table factor_challenges rename column attempts to tries',
  'alter table idempotency_records rename column response to answer',
  'create table pins (client_id text, user_id bigint, profile_id bigint, secret text, created_at bigint)',
  'create table face_maps (client_id text, user_id bigint, profile_id bigint, secret text, created_at bigint)',
  'drop index audit_heads_by_oldest_at',
  'alter table audit_heads drop column head_mac',
  'alter table audit_heads drop column oldest_at',
  'drop index jose_public_keys_by_client_id_scope_algorithm_ordinal',
  'drop index jose_public_keys_by_valid_till',
  "delete from kysely_migration where name > '0003'",
];
