/**
 * Compares how long a verification takes for a wrong secret, a missing factor, an unknown token and a locked profile.
 * Prints, for each factor, the ratio of each case to a wrong secret: 1.00 means that the times cannot be told apart.
 * The control is a wrong secret and one millisecond more. `behaviour/locks.test.ts` counts the work of the same cases.
 * `pnpm --filter @sca-kit/server measure:verification [--rounds 60] [--json]`
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { components } from '@sca-kit/api';
import { readConfig } from '../src/config/config.ts';
import { createServer } from '../src/create-server.ts';

type SandboxUser = components['schemas']['SandboxUser'];

const PIN = '4821';
const FINGERPRINT = '5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03';
/** Rounds that only warm up the code. */
const WARM_UP = 8;
const FACE_MAP = btoa('a face');
/** The largest face map allowed: the size of the enrolled template must not show. */
const LARGE_FACE_MAP = Buffer.alloc(2 ** 20, 7).toString('base64');

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
});
const folder = mkdtempSync(join(tmpdir(), 'sca-kit-verification-'));
const server = await createServer(
  readConfig({ SCA_DATA: ':memory:', SCA_DATABASE: join(folder, 'server.sqlite'), SCA_LOG_LEVEL: 'silent' }),
);

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

/** Creates a user with a PIN, a device and a face map. */
async function createUser(faceMap = FACE_MAP): Promise<SandboxUser> {
  const body = { pin: PIN, deviceFingerprint: FINGERPRINT, faceMap };
  return (await (await send({ path: '/sandbox/users', body })).json()) as SandboxUser;
}

async function freshToken(user: SandboxUser): Promise<string> {
  const path = `/v3/profiles/${user.profiles[0]?.id}/transfers/${user.transferId}/payments`;
  const { headers } = await send({ path, user, body: { type: 'BALANCE' } });
  return headers.get('x-2fa-approval') ?? '';
}

const pathOf = (user: SandboxUser, rest: string): string => `/v2/profiles/${user.profiles[0]?.id}/${rest}`;

/** Passes a challenge, which resets the count of failures. */
async function pass(user: SandboxUser, token: string, verify: string, body: unknown): Promise<void> {
  const { status } = await send({ path: pathOf(user, verify), user, token, body });
  if (status !== 200) throw new Error(`${verify} returned ${status}.`);
}
const verifyDevice: Factor['resetFailures'] = (user, token) =>
  pass(user, token, 'device-fingerprints/verify', { deviceFingerprint: FINGERPRINT });
const verifyFace: Factor['resetFailures'] = (user, token) =>
  pass(user, token, 'facemaps/verify', { faceMap: FACE_MAP });

/** A case: how it is prepared, and which status its request returns. */
interface Case {
  readonly status: number;
  readonly prepare: () => Promise<{ readonly user: SandboxUser; readonly token: string }>;
  readonly after?: (user: SandboxUser, token: string) => Promise<void>;
  /** Milliseconds added to the request, for the control. */
  readonly spin?: number;
}

interface Factor {
  /** The path below the profile. */
  readonly verify: string;
  readonly wrong: unknown;
  readonly remove: (user: SandboxUser) => Promise<void>;
  readonly restore: (user: SandboxUser) => Promise<void>;
  /** The face map of every user. Default: a small one. */
  readonly faceMap?: string;
  /** Resets the count of failures by another factor. */
  readonly resetFailures: (user: SandboxUser, token: string) => Promise<void>;
}

/** Returns a user with failures to spare: a profile takes a hundred a day. */
function userPool(faceMap?: string): () => Promise<SandboxUser> {
  let uses = 0;
  let current: Promise<SandboxUser> | undefined;
  return async () => {
    if (uses % 80 === 0 || !current) current = createUser(faceMap);
    uses += 1;
    return current;
  };
}

function casesOf({ verify, wrong, remove, restore, resetFailures, faceMap }: Factor): Readonly<Record<string, Case>> {
  const next = { wrong: userPool(faceMap), none: userPool(faceMap), control: userPool(faceMap) };
  const withToken = async (user: SandboxUser) => ({ user, token: await freshToken(user) });
  let stranger: Promise<SandboxUser> | undefined;
  let locked: ReturnType<Case['prepare']> | undefined;
  return {
    'wrong secret': { status: 400, prepare: async () => withToken(await next.wrong()), after: resetFailures },
    'no factor': {
      status: 400,
      async prepare() {
        const ready = await withToken(await next.none());
        await remove(ready.user);
        return ready;
      },
      async after(user, token) {
        await resetFailures(user, token);
        await restore(user);
      },
    },
    'unknown token': {
      status: 404,
      async prepare() {
        stranger ??= createUser();
        return { user: await stranger, token: randomUUID() };
      },
    },
    'locked profile': {
      status: 429,
      async prepare() {
        locked ??= (async () => {
          const ready = await withToken(await createUser());
          for (let guess = 0; guess < 5; guess += 1) {
            await send({ path: pathOf(ready.user, verify), ...ready, body: wrong });
          }
          return ready;
        })();
        return locked;
      },
    },
    control: {
      status: 400,
      prepare: async () => withToken(await next.control()),
      after: resetFailures,
      spin: 1,
    },
  };
}

async function measure({ status, prepare, after, spin = 0 }: Case, { verify, wrong }: Factor): Promise<number> {
  const { user, token } = await prepare();
  const began = performance.now();
  const response = await send({ path: pathOf(user, verify), user, token, body: wrong });
  const ended = performance.now() + spin;
  while (performance.now() < ended);
  const milliseconds = performance.now() - began;
  if (response.status !== status) throw new Error(`Expected ${status}, got ${response.status}.`);
  await after?.(user, token);
  return milliseconds;
}

/** The 10th percentile: the time without disturbance by other programs. */
function tenthPercentile(samples: readonly number[]): number {
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
  resetFailures: verifyFace,
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
  resetFailures: verifyDevice,
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
  resetFailures: verifyDevice,
};

/** Returns the milliseconds of each case. The cases take turns, so that a disturbance affects all of them. */
async function measureCases(factor: Factor, rounds: number): Promise<Readonly<Record<string, number>>> {
  const cases = Object.entries(casesOf(factor));
  const samples: Record<string, number[]> = Object.fromEntries(cases.map(([name]) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [name, one] of cases) {
      const taken = await measure(one, factor);
      if (round >= 0) samples[name]?.push(taken);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, tenthPercentile(taken)]));
}

const rounds = Number(values.rounds);
const results: Record<string, Readonly<Record<string, number>>> = {};
for (const [name, factor] of Object.entries({ device: DEVICE, 'face map of 1 MiB': FACE, PIN: KNOWLEDGE })) {
  const { 'wrong secret': reference = Number.NaN, ...others } = await measureCases(factor, rounds);
  results[name] = Object.fromEntries(Object.entries(others).map(([kind, taken]) => [kind, taken / reference]));
}
await server.close();
rmSync(folder, { recursive: true });
const lines = Object.entries(results).map(
  ([name, ratios]) =>
    `${name}: ${Object.entries(ratios)
      .map(([kind, ratio]) => `${kind} ${ratio.toFixed(2)}`)
      .join(', ')}`,
);
process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : `${lines.join('\n')}\n`);
