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
import { lockScope, readClockOffset } from './repositories/scope.ts';

function transactionOn(
  db: Queries,
  { auditKey, userTables }: { readonly auditKey: Uint8Array; readonly userTables: readonly string[] },
  clockOffset: number,
  audit: Transaction['audit'],
): Transaction {
  return {
    clockOffset,
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
export function engineStore(
  database: Database,
  auditKey: Uint8Array,
  userTables: readonly string[],
): Omit<Store, 'requestLimits'> {
  return {
    transaction: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
      database.write(async (db) => {
        const clockOffset = await lockScope(db, database.dialect, scope);
        const audit: BufferedAuditLog = createBufferedAuditLog(db, database.dialect, auditKey);
        const result = await work(transactionOn(db, { auditKey, userTables }, clockOffset, audit));
        await audit.flush();
        return result;
      }),
    read: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
      database.read(async (db) =>
        work(transactionOn(db, { auditKey, userTables }, await readClockOffset(db, scope.clientId), noAudit)),
      ),
  };
}
