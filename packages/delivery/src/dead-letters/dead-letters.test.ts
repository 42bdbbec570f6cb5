import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeTime } from '../../test/fake-time.ts';
import { CODE, failureOf, NUMBER, otp, push } from '../../test/messages.ts';
import { createDelivery } from '../create-delivery.ts';
import type { DeadLetter, DeadLetters } from './dead-letters.ts';
import { createFileDeadLetters } from './file-dead-letters.ts';
import { createMemoryDeadLetters } from './memory-dead-letters.ts';
import { withDeadLetters } from './with-dead-letters.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dead-letters-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
const newPath = (): string => join(folder, 'made', String(++files), 'dead-letters.jsonl');

function letter(id: string, clientId = 'demo-client'): DeadLetter {
  return {
    id,
    clientId,
    userId: 1,
    kind: 'otp',
    channel: 'SMS',
    purpose: 'enrolment',
    provider: 'webhook',
    failure: 'timeout',
    status: null,
    attempts: 4,
    failedAt: Date.UTC(2026, 10, 1),
  };
}

const idsOf = (letters: readonly DeadLetter[]): string[] => letters.map(({ id }) => id);

describe.each<[string, () => DeadLetters]>([
  ['in memory', () => createMemoryDeadLetters()],
  ['in a file', () => createFileDeadLetters({ path: newPath() })],
])('dead letters %s', (_name, open) => {
  test('are listed newest first, filtered by client and limit', async () => {
    const letters = open();
    expect(await letters.list()).toEqual([]);
    for (const id of ['a', 'b', 'c']) await letters.add(letter(id));
    await letters.add(letter('d', 'other-client'));
    expect(idsOf(await letters.list())).toEqual(['d', 'c', 'b', 'a']);
    expect(idsOf(await letters.list({ clientId: 'demo-client', limit: 2 }))).toEqual(['c', 'b']);
    expect((await letters.list({ limit: 1 }))[0]).toEqual(letter('d', 'other-client'));
  });

  test('are all stored when 50 are added concurrently', async () => {
    const letters = open();
    await Promise.all(Array.from({ length: 50 }, (_, index) => letters.add(letter(String(index)))));
    expect(new Set(idsOf(await letters.list())).size).toBe(50);
  });
});

test('dead letters in memory drop the oldest above the limit', async () => {
  const letters = createMemoryDeadLetters({ limit: 2 });
  for (const id of ['a', 'b', 'c']) await letters.add(letter(id));
  expect(idsOf(await letters.list())).toEqual(['c', 'b']);
  expect(() => createMemoryDeadLetters({ limit: 0 })).toThrow(TypeError);
});

describe('dead letters in a file', () => {
  test('are readable after a restart, by the owner of the file only', async () => {
    const path = newPath();
    await createFileDeadLetters({ path }).add(letter('a'));
    expect(idsOf(await createFileDeadLetters({ path }).list())).toEqual(['a']);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('are readable after a crash has truncated a line', async () => {
    const path = newPath();
    const letters = createFileDeadLetters({ path });
    await letters.add(letter('a'));
    await appendFile(path, '\n{"id":"cut');
    await letters.add(letter('b'));
    expect(idsOf(await letters.list())).toEqual(['b', 'a']);
  });

  test('drop old ones when the file exceeds its maximum size', async () => {
    const path = newPath();
    const letters = createFileDeadLetters({ path, maximumBytes: 600 });
    for (let index = 0; index < 30; index += 1) await letters.add(letter(String(index)));
    const ids = idsOf(await letters.list());
    expect(ids.length).toBeLessThan(10);
    expect(ids[0]).toBe('29');
    expect((await readFile(path, 'utf8')).length).toBeLessThan(1000);
  });

  test('reject when the file cannot be written, and recover', async () => {
    const blocker = join(folder, 'blocker');
    const letters = createFileDeadLetters({ path: join(blocker, 'dead-letters.jsonl') });
    await appendFile(blocker, '');
    await expect(letters.add(letter('a'))).rejects.toThrow();
    await rm(blocker);
    await letters.add(letter('b'));
    expect(idsOf(await letters.list())).toEqual(['b']);
  });
});

test('withDeadLetters stores the failed messages of any delivery', async () => {
  const deadLetters = createMemoryDeadLetters();
  const clock = fakeTime();
  const broken = {
    sendOtp: () => Promise.reject(new Error(`${NUMBER} ${CODE}`)),
    sendPush: async () => {},
  };
  const inner = createDelivery({ channels: { SMS: broken, BIOMETRIC: broken } });
  const delivery = withDeadLetters(inner, { deadLetters, clock, random: { uuid: () => 'an-id' } });
  await expect(delivery.sendOtp(otp())).rejects.toThrow(CODE);
  await delivery.sendPush(push({ channel: 'BIOMETRIC' }));
  await failureOf(delivery.sendPush(push({ channel: 'AUTHY' })));
  const letters = await deadLetters.list();
  expect(letters).toMatchObject([
    { kind: 'push', channel: 'AUTHY', provider: 'routes', failure: 'unsupported', attempts: 0 },
    { id: 'an-id', kind: 'otp', provider: 'unknown', failure: 'unreachable', failedAt: clock.now() },
  ]);
  expect(JSON.stringify(letters)).not.toContain(CODE);
});
