import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { createServer, type Server } from '../src/create-server.ts';
import { defaultProfileId, FINGERPRINT, PIN, type SandboxUser } from './support/sandbox-users.ts';
import { cleanUp, temporaryFolder } from './support/server-process.ts';

/** What a difference has to stay below, in milliseconds. The control shows that one millisecond would be seen. */
const UNSEEN = 0.75;
/** Rounds that only compile code. */
const WARM_UP = 8;
/** Of each kind. More than the least are only made while something else on the machine disturbs the figures. */
const ROUNDS = { least: 60, most: 300 } as const;
const FACE_MAP = btoa('a face');
/** As large as one may be: what is enrolled must not show in the time that another takes. */
const LARGE_FACE_MAP = Buffer.alloc(2 ** 20, 7).toString('base64');

let server: Server;

beforeAll(async () => {
  const SCA_DATABASE = join(temporaryFolder(), 'timing.sqlite');
  server = await createServer(readConfig({ SCA_DATA: ':memory:', SCA_DATABASE, SCA_LOG_LEVEL: 'silent' }));
});
afterAll(async () => {
  await server.close();
  await cleanUp();
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly user?: SandboxUser;
  readonly token?: string;
  readonly body?: unknown;
}

async function send({ method = 'POST', path, user, token, body }: Sent): Promise<Response> {
  const headers = {
    ...(user ? { authorization: `Bearer ${user.accessToken}` } : {}),
    ...(token ? { 'one-time-token': token } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return server.app.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** A user with a PIN, a device and a face. */
async function person(faceMap = FACE_MAP): Promise<SandboxUser> {
  const body = { pin: PIN, deviceFingerprint: FINGERPRINT, faceMap };
  return (await (await send({ path: '/sandbox/users', body })).json()) as SandboxUser;
}

async function freshToken(user: SandboxUser): Promise<string> {
  const path = `/v3/profiles/${defaultProfileId(user)}/transfers/${user.transferId}/payments`;
  const { headers } = await send({ path, user, body: { type: 'BALANCE' } });
  return headers.get('x-2fa-approval') ?? '';
}

const pathOf = (user: SandboxUser, rest: string): string => `/v2/profiles/${defaultProfileId(user)}/${rest}`;

/** Passes a challenge, which clears the count of failures. */
async function pass(user: SandboxUser, token: string, verify: string, body: unknown): Promise<void> {
  const { status } = await send({ path: pathOf(user, verify), user, token, body });
  if (status !== 200) throw new Error(`${verify} answered ${status}.`);
}
const showDevice: Factor['forgive'] = (user, token) =>
  pass(user, token, 'device-fingerprints/verify', { deviceFingerprint: FINGERPRINT });
const showFace: Factor['forgive'] = (user, token) => pass(user, token, 'facemaps/verify', { faceMap: FACE_MAP });

/** One kind of refusal: how it is prepared, and what is sent while the clock runs. */
interface Case {
  readonly status: number;
  readonly prepare: () => Promise<{ readonly user: SandboxUser; readonly token: string }>;
  readonly after?: (user: SandboxUser, token: string) => Promise<void>;
  /** Extra time, for the control. */
  readonly spin?: number;
}

interface Factor {
  /** Under the profile. */
  readonly verify: string;
  readonly wrong: unknown;
  readonly remove: (user: SandboxUser) => Promise<void>;
  readonly restore: (user: SandboxUser) => Promise<void>;
  /** What everybody enrols; a small one unless given. */
  readonly faceMap?: string;
  /** Clears the count of failures by another factor. */
  readonly forgive: (user: SandboxUser, token: string) => Promise<void>;
}

/** A profile takes a hundred failures a day; each person gets fewer. */
function people(faceMap?: string): () => Promise<SandboxUser> {
  let uses = 0;
  let current: Promise<SandboxUser> | undefined;
  return async () => {
    if (uses % 80 === 0 || !current) current = person(faceMap);
    uses += 1;
    return current;
  };
}

function casesOf({ verify, wrong, remove, restore, forgive, faceMap }: Factor): Readonly<Record<string, Case>> {
  const next = { wrong: people(faceMap), none: people(faceMap), control: people(faceMap) };
  const withToken = async (user: SandboxUser) => ({ user, token: await freshToken(user) });
  let stranger: Promise<SandboxUser> | undefined;
  let locked: ReturnType<Case['prepare']> | undefined;
  return {
    'wrong secret': { status: 400, prepare: async () => withToken(await next.wrong()), after: forgive },
    'no factor': {
      status: 400,
      async prepare() {
        const ready = await withToken(await next.none());
        await remove(ready.user);
        return ready;
      },
      async after(user, token) {
        await forgive(user, token);
        await restore(user);
      },
    },
    'unknown token': {
      status: 404,
      async prepare() {
        stranger ??= person();
        return { user: await stranger, token: randomUUID() };
      },
    },
    'locked profile': {
      status: 429,
      async prepare() {
        locked ??= (async () => {
          const ready = await withToken(await person());
          for (let guess = 0; guess < 5; guess += 1) {
            await send({ path: pathOf(ready.user, verify), ...ready, body: wrong });
          }
          return ready;
        })();
        return locked;
      },
    },
    'wrong secret and a millisecond': {
      status: 400,
      prepare: async () => withToken(await next.control()),
      after: forgive,
      spin: 1,
    },
  };
}

interface Taken {
  /** Milliseconds until the answer. */
  readonly wall: number;
  /** Milliseconds of processor time, of all threads: other programs do not change it. */
  readonly processor: number;
}

async function measure({ status, prepare, after, spin = 0 }: Case, { verify, wrong }: Factor): Promise<Taken> {
  const { user, token } = await prepare();
  const usage = process.cpuUsage();
  const began = performance.now();
  const response = await send({ path: pathOf(user, verify), user, token, body: wrong });
  const respondedAt = performance.now();
  while (performance.now() - respondedAt < spin);
  const wall = performance.now() - began;
  const { user: own, system } = process.cpuUsage(usage);
  if (response.status !== status) throw new Error(`${status} was expected, ${response.status} came.`);
  await after?.(user, token);
  return { wall, processor: (own + system) / 1000 };
}

/** The value that a tenth of the samples stays below: what it takes when nothing else gets in the way. */
function typical(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 10)] ?? Number.NaN;
}

const DEVICE: Factor = {
  verify: 'device-fingerprints/verify',
  wrong: { deviceFingerprint: 'another-device' },
  async remove(user) {
    const list = { method: 'GET', path: `/v1/users/${user.userId}/partner-device-fingerprints` };
    const asApplication = { ...user, accessToken: user.applicationToken };
    const found = (await (await send({ ...list, user: asApplication })).json()) as { deviceFingerprintId: string }[];
    const id = found[0]?.deviceFingerprintId;
    await send({ method: 'DELETE', path: pathOf(user, `device-fingerprints/${id}`), user });
  },
  async restore(user) {
    await send({ path: pathOf(user, 'device-fingerprints'), user, body: { deviceFingerprint: FINGERPRINT } });
  },
  forgive: showFace,
};

const FACE: Factor = {
  verify: 'facemaps/verify',
  wrong: { faceMap: btoa('another face') },
  async remove(user) {
    await send({ method: 'DELETE', path: pathOf(user, 'facemaps'), user });
  },
  async restore(user) {
    await send({ path: pathOf(user, 'facemaps'), user, body: { faceMap: LARGE_FACE_MAP } });
  },
  faceMap: LARGE_FACE_MAP,
  forgive: showDevice,
};

const KNOWLEDGE: Factor = {
  verify: 'pin/verify',
  wrong: { pin: '0000' },
  async remove(user) {
    await send({ method: 'DELETE', path: pathOf(user, 'pin'), user });
  },
  async restore(user) {
    await send({ path: pathOf(user, 'pin'), user, body: { pin: PIN } });
  },
  forgive: showDevice,
};

/** Takes the kinds in turn, so that whatever disturbs one disturbs all. */
async function sample(factor: Factor, until: (samples: Samples, round: number) => boolean): Promise<Samples> {
  const cases = Object.entries(casesOf(factor));
  const samples: Samples = Object.fromEntries(cases.map(([name]) => [name, []]));
  for (let round = -WARM_UP; round < 0 || !until(samples, round); round += 1) {
    for (const [name, one] of cases) {
      const taken = await measure(one, factor);
      if (round >= 0) samples[name]?.push(taken);
    }
  }
  return samples;
}

type Samples = Record<string, Taken[]>;

/** How much longer than a wrong secret each kind takes. */
function differences(samples: Samples, of: keyof Taken): Readonly<Record<string, number>> {
  const reference = typical((samples['wrong secret'] ?? []).map((taken) => taken[of]));
  return Object.fromEntries(
    Object.entries(samples).map(([name, taken]) => [name, typical(taken.map((one) => one[of])) - reference]),
  );
}

const CONTROL = 'wrong secret and a millisecond';

/** The kinds that can be told from a wrong secret by their time. */
function seen(samples: Samples): readonly string[] {
  const kinds = Object.entries(differences(samples, 'wall'));
  return kinds.filter(([, difference]) => Math.abs(difference) > UNSEEN).map(([name]) => name);
}

describe('wrong secret, missing factor, unknown token and locked profile', () => {
  it.each([
    ['a device', DEVICE],
    ['a face map of the largest size', FACE],
  ])(
    'of %s take the same time, to less than a millisecond',
    async (_name, factor) => {
      const samples = await sample(
        factor,
        (taken, round) =>
          round >= ROUNDS.most || (round >= ROUNDS.least && round % 20 === 0 && seen(taken).length === 1),
      );
      expect(seen(samples)).toEqual([CONTROL]);
    },
    60_000,
  );

  it('of a PIN all cost one evaluation', async () => {
    const samples = await sample(KNOWLEDGE, (_, round) => round >= 12);
    const evaluation = typical((samples['wrong secret'] ?? []).map(({ processor }) => processor));
    expect(evaluation).toBeGreaterThan(0);
    for (const [name, difference] of Object.entries(differences(samples, 'processor'))) {
      expect([name, Math.abs(difference) < evaluation / 4]).toEqual([name, true]);
    }
  }, 120_000);
});
