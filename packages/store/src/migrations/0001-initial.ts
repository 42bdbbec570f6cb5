import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { createTable, type TableShape } from './table-shape.ts';

const ofProfile = { client_id: 'text', user_id: 'integer', profile_id: 'integer' } as const;
const ofUser = { client_id: 'text', user_id: 'integer' } as const;
const byUser = ['client_id', 'user_id'] as const;

/** For the sweep: of all clients, and of one whose clock is ahead. */
const expiring = (column: string) => [[column], ['client_id', column]] as const;

const TABLES: readonly TableShape[] = [
  {
    name: 'clients',
    columns: {
      client_id: 'text',
      secret: 'text',
      api_key_digest: 'text?',
      clock_offset: 'integer',
      created_at: 'integer',
    },
    key: ['client_id'],
  },
  {
    name: 'users',
    columns: {
      ...ofUser,
      email: 'text',
      password: 'text',
      registration_code_digest: 'text?',
      active: 'integer',
      created_at: 'integer',
    },
    key: byUser,
    unique: [['client_id', 'email']],
  },
  {
    name: 'profiles',
    columns: {
      ...ofProfile,
      type: 'text',
      is_default: 'integer',
      required_factors: 'integer',
      failed_attempts: 'integer',
      locked_until: 'integer?',
      created_at: 'integer',
    },
    key: ['client_id', 'profile_id'],
    indexes: [byUser],
  },
  {
    name: 'access_tokens',
    columns: {
      client_id: 'text',
      user_id: 'integer?',
      digest: 'text',
      kind: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      last_used_at: 'integer',
      stepped_up_at: 'integer?',
    },
    key: ['client_id', 'digest'],
    indexes: [byUser, ...expiring('expires_at')],
  },
  {
    name: 'pins',
    columns: { ...ofProfile, secret: 'text', created_at: 'integer' },
    key: ['client_id', 'user_id', 'profile_id'],
  },
  {
    name: 'face_maps',
    columns: { ...ofProfile, secret: 'text', created_at: 'integer' },
    key: ['client_id', 'user_id', 'profile_id'],
    wide: true,
  },
  {
    name: 'device_fingerprints',
    columns: { ...ofProfile, device_fingerprint_id: 'text', mac: 'text', ordinal: 'integer', created_at: 'integer' },
    key: ['client_id', 'user_id', 'profile_id', 'device_fingerprint_id'],
    unique: [['client_id', 'user_id', 'profile_id', 'mac']],
  },
  {
    name: 'phone_numbers',
    columns: { ...ofUser, phone_number_id: 'integer', number: 'text', mac: 'text', created_at: 'integer' },
    // One number a user, one user a number.
    key: byUser,
    unique: [
      ['client_id', 'phone_number_id'],
      ['client_id', 'mac'],
    ],
  },
  {
    name: 'one_time_tokens',
    columns: {
      ...ofProfile,
      digest: 'text',
      action_type: 'text',
      risk: 'text',
      link_digest: 'text?',
      link_text: 'text?',
      slots: 'text',
      required_factors: 'integer',
      created_at: 'integer',
      expires_at: 'integer',
      cleared_at: 'integer?',
      approved_until: 'integer?',
      consumed_at: 'integer?',
      dead_at: 'integer?',
      version: 'integer',
      keep_until: 'integer',
    },
    key: ['client_id', 'digest'],
    indexes: [byUser, ...expiring('keep_until')],
  },
  {
    name: 'otp_codes',
    columns: {
      ...ofProfile,
      token_digest: 'text',
      channel: 'text',
      mac: 'text',
      state: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      keep_until: 'integer',
    },
    key: ['client_id', 'token_digest', 'channel'],
    indexes: [byUser, ...expiring('keep_until')],
  },
  {
    name: 'sca_sessions',
    columns: { ...ofProfile, opened_at: 'integer', expires_at: 'integer' },
    key: ['client_id', 'user_id', 'profile_id'],
    indexes: expiring('expires_at'),
  },
  {
    name: 'authentication_factors',
    columns: { ...ofUser, type: 'text', channel: 'text', status: 'text', created_at: 'integer' },
    key: ['client_id', 'user_id', 'type', 'channel'],
  },
  {
    name: 'factor_challenges',
    columns: {
      ...ofUser,
      challenge_id: 'text',
      purpose: 'text',
      channel: 'text',
      mac: 'text?',
      token_digest: 'text?',
      tries: 'integer',
      state: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      version: 'integer',
      ordinal: 'integer',
      keep_until: 'integer',
    },
    key: ['client_id', 'challenge_id'],
    indexes: [['client_id', 'user_id', 'ordinal'], ...expiring('keep_until')],
  },
  {
    name: 'idempotency_records',
    columns: { client_id: 'text', key: 'text', answer: 'text?', created_at: 'integer', expires_at: 'integer' },
    key: ['client_id', 'key'],
    indexes: expiring('expires_at'),
    wide: true,
  },
  {
    name: 'rate_limit_buckets',
    columns: { client_id: 'text', bucket: 'text', hits: 'integer', span: 'integer', keep_until: 'integer' },
    key: ['client_id', 'bucket'],
    indexes: expiring('keep_until'),
  },
  {
    name: 'rate_limit_hits',
    columns: { client_id: 'text', bucket: 'text', at: 'integer', number: 'integer' },
    key: ['client_id', 'bucket', 'at', 'number'],
  },
  {
    name: 'rate_paces',
    columns: { client_id: 'text', bucket: 'text', due: 'integer', keep_until: 'integer' },
    key: ['client_id', 'bucket'],
    indexes: expiring('keep_until'),
  },
  {
    name: 'audit_heads',
    columns: {
      client_id: 'text',
      sequence: 'integer',
      hash: 'text',
      anchor_sequence: 'integer',
      anchor_hash: 'text',
      anchor_mac: 'text',
    },
    key: ['client_id'],
  },
  {
    name: 'audit_events',
    columns: {
      client_id: 'text',
      sequence: 'integer',
      user_id: 'integer?',
      profile_id: 'integer?',
      actor: 'text',
      type: 'text',
      result: 'text',
      at: 'integer',
      trace_id: 'text?',
      data: 'text',
      hash: 'text',
    },
    key: ['client_id', 'sequence'],
  },
  {
    name: 'jose_public_keys',
    columns: {
      client_id: 'text',
      key_id: 'text',
      scope: 'text',
      algorithm: 'text',
      key_material: 'text',
      valid_from: 'integer',
      valid_till: 'integer',
      created_at: 'integer',
      ordinal: 'integer',
    },
    key: ['client_id', 'key_id'],
    indexes: [['client_id', 'ordinal']],
  },
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const shape of TABLES) await createTable(db, dialect, shape);
  // Clients whose clock is ahead are few, and none in production: the sweep finds them here.
  await sql`create index clients_ahead on clients (client_id) where clock_offset > 0`.execute(db);
}
