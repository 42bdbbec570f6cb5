import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scaKit } from './support/command.ts';
import { startScaKit } from './support/process.ts';

const NUMBER = '+6588888888';
const provider = createServer((request, response) => {
  request.resume();
  response.writeHead(400).end();
});
let data: string;
let clientId: string;
let log: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const { port } = provider.address() as AddressInfo;
  data = mkdtempSync(join(tmpdir(), 'sca-kit-delivery-'));
  const running = await startScaKit(['start', '--port', '0', '--data', data], {
    SCA_LOG_LEVEL: 'error',
    SCA_DELIVERY: 'webhook',
    SCA_WEBHOOK_URL: `http://127.0.0.1:${port}/messages`,
    SCA_WEBHOOK_KEY: 'a-key-for-tests-of-at-least-32-characters',
  });
  const post = async (path: string, headers: Record<string, string> = {}, body?: unknown) =>
    fetch(running.url + path, {
      method: 'POST',
      headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const user = (await (await post('/sandbox/users', {}, { pin: '4711', phoneNumber: NUMBER })).json()) as {
    clientId: string;
    accessToken: string;
    profiles: { id: number }[];
  };
  clientId = user.clientId;
  const bearer = { Authorization: `Bearer ${user.accessToken}` };
  const session = await post(`/v2/profiles/${user.profiles[0]?.id}/sca-sessions/authorise`, bearer);
  const { oneTimeTokenProperties } = (await session.json()) as { oneTimeTokenProperties: { oneTimeToken: string } };
  const token = { 'One-Time-Token': oneTimeTokenProperties.oneTimeToken };
  expect((await post('/v1/one-time-token/sms/trigger', { ...bearer, ...token })).status).toBe(503);
  ({ stderr: log } = await running.stop());
});
afterAll(() => {
  provider.close();
  rmSync(data, { recursive: true, force: true });
});

test('the server logs provider, failure and status of a failed delivery, without code and phone number', () => {
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const cause = { name: 'DeliveryError', provider: 'webhook', failure: 'rejected', status: 400 };
  expect(lines).toMatchObject([{ clientId, code: 'delivery.unavailable', status: 503, error: { cause } }]);
  expect(log).not.toContain(NUMBER.slice(1));
});

describe('sca-kit delivery failures', () => {
  test('lists undelivered messages without code and phone number', async () => {
    const { code, stdout } = await scaKit(['delivery', 'failures', '--data', data]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${clientId}  user `)]);
    expect(stdout).toContain('SMS for one-time-token: webhook, rejected (400), 1 attempt');
    expect(stdout).not.toContain(NUMBER);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('prints JSON, and lists one client with --client', async () => {
    const list = async (client: string): Promise<unknown> =>
      JSON.parse((await scaKit(['delivery', 'failures', '--data', data, '--json', '--client', client])).stdout);
    expect(await list(clientId)).toMatchObject({ failures: [{ clientId, channel: 'SMS', failure: 'rejected' }] });
    expect(await list('demo-client')).toEqual({ failures: [] });
  });

  test('reports that there are no failures', async () => {
    const outcome = await scaKit(['delivery', 'failures', '--data', data, '--client', 'demo-client']);
    expect(outcome).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('No delivery failures.') });
  });

  test.each([[[]], [['--json']]])('exits with 2 when the folder has no server data %j', async (form) => {
    const elsewhere = join(data, 'elsewhere');
    const missing = await scaKit(['delivery', 'failures', '--data', elsewhere, ...form]);
    const message = `error: ${elsewhere} has no server data (keys.json is missing). Check --data and SCA_DATA.\n`;
    expect(missing).toEqual({ code: 2, stdout: '', stderr: message });
    expect(existsSync(elsewhere)).toBe(false);
    const file = await scaKit(['delivery', 'failures', '--data', join(data, 'keys.json'), ...form]);
    expect(file).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: .* has no server data .*\n$/),
    });
    const memory = await scaKit(['delivery', 'failures', '--data', ':memory:', ...form]);
    expect(memory).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('stores no list of failures'),
    });
  });

  test.each([[[]], [['--json']]])('exits with 2 for an unknown client %j', async (form) => {
    const list = (...args: readonly string[]) => scaKit(['delivery', 'failures', '--data', data, ...args, ...form]);
    const message = 'error: Client nobody does not exist. Omit --client to list the messages of every client.\n';
    expect(await list('--client', 'nobody')).toEqual({ code: 2, stdout: '', stderr: message });
    const database = join(data, 'not-there.sqlite');
    const nowhere = await list('--client', 'nobody', '--database', database);
    expect(nowhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('There is no database at') });
    expect(existsSync(database)).toBe(false);
  });
});
