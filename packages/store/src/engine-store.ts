import type { Scope, Store, Transaction } from '@sca-kit/engine';
import { type BufferedAuditLog, createBufferedAuditLog } from './audit/append-events.ts';
import type { Database, Queries } from './database/database.ts';
import {
  authenticationFactorRepository,
  deviceFingerprintRepository,
  phoneNumberRepository,
  scaSessionRepository,
  storedSecretRepository,
} from './repositories/factors.ts';
import {
  factorChallengeRepository,
  idempotencyRepository,
  oneTimeTokenRepository,
  otpCodeRepository,
} from './repositories/flows.ts';
import { accessTokenRepository, clientRepository, profileRepository, userRepository } from './repositories/identity.ts';
import { rateLimitRepository } from './repositories/rate-limits.ts';
import { requestLoader } from './repositories/records.ts';
import { lockScope, readClockOffset } from './repositories/scope.ts';

export interface EngineStoreSettings {
  readonly auditKey: Uint8Array;
  /** Tables of extensions whose rows are deleted with their user. */
  readonly userTables: readonly string[];
  /** The table of simulated responses. */
  readonly simulatedResponses: string | undefined;
}

function transactionOn(
  db: Queries,
  { auditKey, userTables }: EngineStoreSettings,
  { clockOffset, profile, audit }: Pick<Transaction, 'clockOffset' | 'profile' | 'audit'>,
): Transaction {
  return {
    clockOffset,
    profile,
    clients: clientRepository(db, auditKey),
    users: userRepository(db, userTables),
    profiles: profileRepository(db),
    accessTokens: accessTokenRepository(db),
    storedSecrets: storedSecretRepository(db),
    deviceFingerprints: deviceFingerprintRepository(db),
    phoneNumbers: phoneNumberRepository(db),
    oneTimeTokens: oneTimeTokenRepository(db),
    otpCodes: otpCodeRepository(db),
    scaSessions: scaSessionRepository(db),
    authenticationFactors: authenticationFactorRepository(db),
    factorChallenges: factorChallengeRepository(db),
    idempotency: idempotencyRepository(db),
    rateLimits: rateLimitRepository(db),
    audit,
  };
}

const noAudit: Transaction['audit'] = {
  async append() {
    throw new Error('A read cannot append to the audit log.');
  },
};

/** The engine's storage port on a database. */
export function engineStore(database: Database, settings: EngineStoreSettings): Omit<Store, 'requestLimits'> {
  const { auditKey, simulatedResponses } = settings;
  const load = requestLoader(simulatedResponses);
  return {
    transaction: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
      database.write(async (db) => {
        const { clockOffset, profile, chainHead } = await lockScope(db, database.dialect, scope);
        const audit: BufferedAuditLog = createBufferedAuditLog(db, database.dialect, auditKey, chainHead);
        const result = await work(transactionOn(db, settings, { clockOffset, profile, audit }));
        await audit.flush();
        return result;
      }),
    read: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
      database.read(async (db) => {
        const clockOffset = await readClockOffset(db, scope.clientId);
        return work(transactionOn(db, settings, { clockOffset, profile: undefined, audit: noAudit }));
      }),
    load: (presented) => database.select((db) => load(db, presented)),
  };
}
