import { type Actor, createAuditEvent } from '../actor.ts';
import { type Context, clientTime } from '../context.ts';
import { ScaError } from '../errors.ts';
import type { ProfileRecord, Transaction, UserKey } from '../ports/index.ts';
import { normalizedEmail } from './credentials.ts';

/** The data of a new user. Ids and credentials left out are random. */
export interface NewUser {
  readonly userId?: number;
  readonly email?: string;
  readonly password?: string;
  /** The code that a client exchanges for the user's first tokens. */
  readonly registrationCode?: string;
  /** `false` for a user who can log in, but neither enrol nor step up. `true` unless given. */
  readonly active?: boolean;
  /** The first is the default profile; a single personal one unless given. */
  readonly profiles?: readonly NewProfile[];
}

export interface NewProfile {
  readonly profileId?: number;
  readonly type: ProfileRecord['type'];
  /** How many categories a low-risk action needs at least: 2 unless given. */
  readonly requiredFactors?: 1 | 2;
}

/** The new user, with the plain credentials. Only digests of them are stored. */
export interface CreatedUser extends UserKey {
  readonly email: string;
  readonly password: string;
  readonly registrationCode: string;
  readonly profiles: readonly ProfileRecord[];
}

export interface Users {
  /** @throws ScaError `client.not.found`, `email.already.exists`; TypeError when a given id already exists */
  createUser(actor: Actor, user?: NewUser): Promise<CreatedUser>;
  /**
   * Removes the user and all that belongs to it, tokens included. The audit log stays.
   * @throws ScaError `user.not.found`
   */
  deleteUser(actor: Actor, userId: number): Promise<void>;
}

const MAX_DRAWS = 20;

export function createUsers(context: Context): Users {
  const { store, random, keys } = context;
  const drawId = (): number => random.integer(10_000_000, 999_999_999);

  async function insertUser(tx: Transaction, record: Parameters<Transaction['users']['insert']>[0]): Promise<void> {
    if (await tx.users.insert(record)) return;
    if (await tx.users.findByEmail(record.clientId, record.email)) {
      throw new ScaError('email.already.exists');
    }
    throw new TypeError('A user with this id already exists.');
  }

  async function insertProfile(tx: Transaction, profile: ProfileRecord, fixed: boolean): Promise<ProfileRecord> {
    for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
      const candidate = fixed || draw === 0 ? profile : { ...profile, profileId: drawId() };
      if (await tx.profiles.insert(candidate)) return candidate;
      if (fixed) break;
    }
    throw new TypeError('A profile with this id already exists.');
  }

  return {
    async createUser(actor, user = {}) {
      const { clientId } = actor;
      const userId = user.userId ?? drawId();
      const email = normalizedEmail(user.email ?? `user-${userId}@example.com`);
      const password = user.password ?? random.token(16);
      const registrationCode = user.registrationCode ?? random.token(24);
      const encodedPassword = await keys.hash('password', password);
      const registrationCodeDigest = await keys.digest(registrationCode);
      const profiles = user.profiles ?? [{ type: 'personal' }];

      const created = await store.transaction({ clientId, userId }, async (tx) => {
        if (!(await tx.clients.find(clientId))) throw new ScaError('client.not.found');
        const createdAt = clientTime(context, tx);
        await insertUser(tx, {
          clientId,
          userId,
          email,
          password: encodedPassword,
          registrationCodeDigest,
          active: user.active ?? true,
          createdAt,
        });
        await tx.audit.append(createAuditEvent(actor, createdAt, { type: 'user.created', userId }));
        const records: ProfileRecord[] = [];
        for (const [index, profile] of profiles.entries()) {
          const record = await insertProfile(
            tx,
            {
              clientId,
              userId,
              profileId: profile.profileId ?? drawId(),
              type: profile.type,
              isDefault: index === 0,
              requiredFactors: profile.requiredFactors ?? 2,
              failedAttempts: 0,
              lockedUntil: null,
              recentFailures: [],
              createdAt,
            },
            profile.profileId !== undefined,
          );
          const facts = { type: 'profile.created', userId, profileId: record.profileId };
          await tx.audit.append(createAuditEvent(actor, createdAt, { ...facts, data: { type: record.type } }));
          records.push(record);
        }
        return records;
      });
      return { clientId, userId, email, password, registrationCode, profiles: created };
    },

    async deleteUser(actor, userId) {
      const { clientId } = actor;
      await store.transaction({ clientId, userId }, async (tx) => {
        if (!(await tx.users.delete({ clientId, userId }))) {
          throw new ScaError('user.not.found');
        }
        await tx.audit.append(createAuditEvent(actor, clientTime(context, tx), { type: 'user.deleted', userId }));
      });
    },
  };
}
