import type { Scope, Store, Transaction } from '@sca-kit/engine';
import { createBufferedAuditLog } from './audit/append-events.ts';
import type { Database, Queries } from './database/database.ts';
import { WriteBuffer } from './database/write-buffer.ts';
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

/** Methods that defer a write. All others see what was deferred before. */
const DEFERRED: Readonly<Partial<Record<keyof Transaction, readonly string[]>>> = {
  profiles: ['setAttempts'],
  oneTimeTokens: ['insert', 'save'],
  scaSessions: ['put'],
};

/** The transaction of the engine. Makes a repository when it is used. */
class StoreTransaction implements Transaction {
  readonly clockOffset: number;
  readonly profile: Transaction['profile'];
  readonly audit: Transaction['audit'];
  readonly #db: Queries;
  readonly #settings: EngineStoreSettings;
  readonly #writes: WriteBuffer;

  constructor(
    db: Queries,
    settings: EngineStoreSettings,
    { clockOffset, profile, audit }: Pick<Transaction, 'clockOffset' | 'profile' | 'audit'>,
    writes: WriteBuffer,
  ) {
    this.#db = db;
    this.#settings = settings;
    this.#writes = writes;
    this.clockOffset = clockOffset;
    this.profile = profile;
    this.audit = audit;
  }

  get clients(): Transaction['clients'] {
    return this.#after('clients', clientRepository(this.#db, this.#settings.auditKey));
  }
  get users(): Transaction['users'] {
    return this.#after('users', userRepository(this.#db, this.#settings.userTables));
  }
  get profiles(): Transaction['profiles'] {
    return this.#after('profiles', profileRepository(this.#db, this.#writes));
  }
  get accessTokens(): Transaction['accessTokens'] {
    return this.#after('accessTokens', accessTokenRepository(this.#db));
  }
  get storedSecrets(): Transaction['storedSecrets'] {
    return this.#after('storedSecrets', storedSecretRepository(this.#db));
  }
  get deviceFingerprints(): Transaction['deviceFingerprints'] {
    return this.#after('deviceFingerprints', deviceFingerprintRepository(this.#db));
  }
  get phoneNumbers(): Transaction['phoneNumbers'] {
    return this.#after('phoneNumbers', phoneNumberRepository(this.#db));
  }
  get oneTimeTokens(): Transaction['oneTimeTokens'] {
    return this.#after('oneTimeTokens', oneTimeTokenRepository(this.#db, this.#writes));
  }
  get otpCodes(): Transaction['otpCodes'] {
    return this.#after('otpCodes', otpCodeRepository(this.#db));
  }
  get scaSessions(): Transaction['scaSessions'] {
    return this.#after('scaSessions', scaSessionRepository(this.#db, this.#writes));
  }
  get authenticationFactors(): Transaction['authenticationFactors'] {
    return this.#after('authenticationFactors', authenticationFactorRepository(this.#db));
  }
  get factorChallenges(): Transaction['factorChallenges'] {
    return this.#after('factorChallenges', factorChallengeRepository(this.#db));
  }
  get idempotency(): Transaction['idempotency'] {
    return this.#after('idempotency', idempotencyRepository(this.#db));
  }
  get rateLimits(): Transaction['rateLimits'] {
    return this.#after('rateLimits', rateLimitRepository(this.#db));
  }

  /** Sends what was deferred before a method runs that may read it. */
  #after<Repository extends object>(name: keyof Transaction, repository: Repository): Repository {
    const writes = this.#writes;
    return new Proxy(repository, {
      get(target, method) {
        const run = Reflect.get(target, method) as (...parameters: unknown[]) => Promise<unknown>;
        if (DEFERRED[name]?.includes(String(method))) return run;
        return async (...parameters: unknown[]) => {
          if (!writes.isEmpty) await writes.flush();
          return run(...parameters);
        };
      },
    });
  }
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
        const writes = new WriteBuffer(db);
        const audit = createBufferedAuditLog({ db, writes, auditKey, head: chainHead });
        const result = await work(new StoreTransaction(db, settings, { clockOffset, profile, audit }, writes));
        await audit.flush();
        return result;
      }),
    read: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) =>
      database.read(async (db) => {
        const clockOffset = await readClockOffset(db, scope.clientId);
        const writes = new WriteBuffer(db);
        const tx = new StoreTransaction(db, settings, { clockOffset, profile: undefined, audit: noAudit }, writes);
        const result = await work(tx);
        // The database rejects what a read has written.
        await writes.flush();
        return result;
      }),
    load: (presented) => database.select((db) => load(db, presented)),
  };
}
