import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Running, scaKit, scaKitUnread, startScaKit } from './support/command.ts';

const vault = fileURLToPath(new URL('vault.yaml', import.meta.url));
let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A target on a free port; the answer's URL. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_, answer) =>
    answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

async function deadTarget(): Promise<string> {
  const url = await serve(json(200, {}));
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return url;
}

describe('sca-kit contract mock', () => {
  test('a reader that went away does not make good what was found', async () => {
    const mock = await startScaKit(['contract', 'mock', '--spec', vault, '--port', '0', '--json']);
    const left = mock.leave();
    await fetch(`${mock.url}/items/seven`);
    expect(await left).toBe(1);
  });

  test('answers from any description, tells of violations, and ends with what it saw', async () => {
    const mock = await startScaKit(['contract', 'mock', '--spec', vault, '--port', '0']);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await (await fetch(`${mock.url}/items/7`)).json()).toEqual({ id: 7, name: 'lamp' });
    const refused = await fetch(`${mock.url}/items/seven`);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    await mock.said('violation  ');
    const outcome = await mock.stop();
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('getItem');
    expect(outcome.stderr).toContain('2 requests, 1 violations');
    expect(outcome.stderr).not.toContain('\u001B');
  });

  test('takes the description of sca-kit by default, and ends with 0 when all was well', async () => {
    const mock = await startScaKit(['contract', 'mock', '--port', '0']);
    const answer = await fetch(`${mock.url}/sandbox/users`, { method: 'POST' });
    expect(answer.status).toBe(201);
    expect(await mock.stop('SIGINT')).toMatchObject({ code: 0 });
  });

  test('says plainly that a port is taken', async () => {
    const { port } = new URL(await serve(json(200, {})));
    const outcome = await scaKit(['contract', 'mock', '--spec', vault, '--port', port]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(new RegExp(`^error: Port ${port} on 127\\.0\\.0\\.1 is taken\\..*\\n$`));
  });
});

describe('sca-kit contract proxy', () => {
  const proxy = (target: string, ...more: readonly string[]): Promise<Running> =>
    startScaKit(['contract', 'proxy', '--spec', vault, '--port', '0', '--target', target, ...more]);

  test('lets through what keeps the contract', async () => {
    const running = await proxy(await serve(json(200, { id: 7, name: 'chair' })));
    expect(await (await fetch(`${running.url}/items/7`)).json()).toEqual({ id: 7, name: 'chair' });
    expect(await running.stop()).toMatchObject({ code: 0, stdout: '' });
  });

  test('puts a problem in place of an answer that does not', async () => {
    const running = await proxy(await serve(json(418, { id: 7 })), '--json');
    const answer = await fetch(`${running.url}/items/7`);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ type: 'urn:sca-kit:contract:response-violation' });
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ operationId: 'getItem', side: 'response', status: 418, code: 'undocumented-status' }),
    );
  });

  test('lets a violation pass when told, and still tells', async () => {
    const running = await proxy(await serve(json(418, { id: 7 })), '--on-violation', 'pass');
    expect((await fetch(`${running.url}/items/7`)).status).toBe(418);
    expect((await running.stop()).code).toBe(1);
  });

  test('says when the target cannot be reached', async () => {
    const running = await proxy(await deadTarget());
    expect((await fetch(`${running.url}/items/7`)).status).toBe(502);
    await running.said('cannot be reached');
    expect((await running.stop()).code).toBe(1);
  });
});

describe('sca-kit contract check', () => {
  let sandbox: Running;
  let report: string;
  beforeAll(async () => {
    sandbox = await startScaKit(['start', '--port', '0', '--data', ':memory:'], { SCA_LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await sandbox.stop();
  });
  beforeEach(() => {
    report = join(mkdtempSync(join(tmpdir(), 'sca-kit-check-')), 'report');
  });
  afterEach(() => rmSync(join(report, '..'), { recursive: true, force: true }));

  const check = (target: string, args: readonly string[] = [], extra: Readonly<Record<string, string>> = {}) =>
    scaKit(['contract', 'check', '--target', target, '--family', 'operations', ...args], extra);

  test('conforms: 0, a table on stdout, progress on stderr, the report in its folder', async () => {
    const outcome = await check(sandbox.url, ['--require', '100', '--report', report]);
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    expect(outcome.stdout).toMatch(/^Operations .*100 %$/m);
    expect(outcome.stdout).toContain('Conforms.');
    expect(outcome.stdout + outcome.stderr).not.toContain('\u001B');
    expect(outcome.stderr).toContain('scenarios …');
    for (const name of ['index.html', 'junit.xml', 'report.json']) expect(existsSync(join(report, name))).toBe(true);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({ outcome: 'conforms' });
  });

  test('--json gives the report alone on stdout, and the same seed again', async () => {
    const outcome = await check(sandbox.url, ['--json', '--seed', '7']);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ outcome: 'conforms', seed: 7, target: sandbox.url });
  });

  test('takes a client of the target, with its secret from the environment', async () => {
    const outcome = await check(sandbox.url, ['--client-id', 'demo-client'], { CONTRACT_CLIENT_SECRET: 'demo-secret' });
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  });

  test('the whole check works within one client, and says so when its api-key is missing', async () => {
    const within = (...args: readonly string[]) =>
      scaKit(['contract', 'check', '--target', sandbox.url, '--client-id', 'demo-client', ...args], {
        CONTRACT_CLIENT_SECRET: 'demo-secret',
      });
    const refused = await within();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/want the api-key of demo-client/);
    const outcome = await within(
      '--api-key',
      'ZGVtby1jbGllbnQ.demo-api-key',
      '--family',
      'additional-factors,authentication',
    );
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  });

  test('violations: 1, each named, and as annotations where GitHub runs it', async () => {
    const broken = await serve(json(200, { status: 'fine, thank you' }));
    const outcome = await check(broken, [], { GITHUB_ACTIONS: 'true' });
    expect(outcome.code, outcome.stderr).toBe(1);
    expect(outcome.stdout).toContain('getHealth');
    expect(outcome.stderr).toMatch(/^::error title=Contract%3A getHealth::/m);
  });

  test('violations: 1, also when nobody reads to the end', async () => {
    const broken = await serve(json(200, { status: 'fine, thank you' }));
    expect(await scaKitUnread(['contract', 'check', '--target', broken, '--family', 'operations'])).toBe(1);
  });

  test('a target that is down: 2 and one clear line', async () => {
    const target = await deadTarget();
    const outcome = await check(target);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toBe(`error: ${target} cannot be checked: The target cannot be reached.\n`);
  });

  test('a target that is down: the report says so, in place of an earlier one', async () => {
    mkdirSync(report);
    for (const name of ['index.html', 'junit.xml', 'report.json']) writeFileSync(join(report, name), 'Conforms');
    expect((await check(await deadTarget(), ['--report', report])).code).toBe(2);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({ outcome: 'could-not-run' });
    expect(readFileSync(join(report, 'junit.xml'), 'utf8')).toContain('<error message=');
    expect(readFileSync(join(report, 'index.html'), 'utf8')).toContain('Could not run');
  });

  test('a folder that cannot be written: 2 and one clear line, before anything is sent', async () => {
    const asked: unknown[] = [];
    const target = await serve((request, answer) => {
      asked.push(request.url);
      answer.end();
    });
    writeFileSync(join(report, '..', 'file'), '');
    const outcome = await check(target, ['--report', join(report, '..', 'file', 'x')]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: The report cannot be written to .*file\/x \(ENOTDIR\)\.\n$/);
    expect(asked).toEqual([]);
  });

  test('wrong credentials: 2 and one clear line, without the secret', async () => {
    const outcome = await check(sandbox.url, ['--client-id', 'demo-client', '--client-secret', 'not-the-secret']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: .*demo-client.*\n$/);
    expect(outcome.stderr).not.toContain('not-the-secret');
  });
});
