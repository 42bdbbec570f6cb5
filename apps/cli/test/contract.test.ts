import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from '@sca-kit/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exitCodeAtFirstWrite, type RunningCommand, scaKit, startCommand } from './support/command.ts';
import { startScaKit } from './support/process.ts';
import { startSandbox } from './support/sandbox.ts';

const vault = fileURLToPath(new URL('vault.yaml', import.meta.url));
let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** Starts a target on a free port and returns its URL. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

/** The URL of a server that has stopped. */
async function unavailableTarget(): Promise<string> {
  const url = await serve(json(200, {}));
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return url;
}

describe('sca-kit contract mock', () => {
  test('keeps its exit code when the reader closes the pipe', async () => {
    const mock = await startScaKit(['contract', 'mock', '--spec', vault, '--port', '0', '--json']);
    const code = mock.closePipe();
    await fetch(`${mock.url}/items/seven`);
    expect(await code).toBe(1);
  });

  test('stops on SIGINT, with 0 when there was no violation', async () => {
    const mock = await startScaKit(['contract', 'mock', '--spec', vault, '--port', '0']);
    expect((await fetch(`${mock.url}/items/7`)).status).toBe(200);
    expect(await mock.stop('SIGINT')).toMatchObject({ code: 0, stdout: '' });
  });

  test('responds from any OpenAPI document, reports violations, and exits with 1', async () => {
    const mock = await startCommand(['contract', 'mock', '--spec', vault, '--port', '0']);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await (await fetch(`${mock.url}/items/7`)).json()).toEqual({ id: 7, name: 'lamp' });
    const rejected = await fetch(`${mock.url}/items/seven`);
    expect(rejected.status).toBe(400);
    expect(rejected.headers.get('content-type')).toBe('application/problem+json');
    await mock.printed('violation  ');
    const outcome = await mock.stop();
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain('getItem');
    expect(outcome.stderr).toContain('2 requests, 1 violations');
    expect(outcome.stderr).not.toContain('\u001B');
  });

  test('uses the OpenAPI document of sca-kit by default, and exits with 0 without violations', async () => {
    const mock = await startCommand(['contract', 'mock', '--port', '0']);
    const response = await fetch(`${mock.url}/sandbox/users`, { method: 'POST' });
    expect(response.status).toBe(201);
    expect(await mock.stop()).toMatchObject({ code: 0 });
  });

  test('exits with 2 and one message when the port is in use', async () => {
    const { port } = new URL(await serve(json(200, {})));
    const outcome = await scaKit(['contract', 'mock', '--spec', vault, '--port', port]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(new RegExp(`^error: Port ${port} on 127\\.0\\.0\\.1 is in use\\..*\\n$`));
  });
});

describe('sca-kit contract proxy', () => {
  const proxy = (target: string, ...more: readonly string[]): Promise<RunningCommand> =>
    startCommand(['contract', 'proxy', '--spec', vault, '--port', '0', '--target', target, ...more]);

  test('forwards exchanges that conform', async () => {
    const running = await proxy(await serve(json(200, { id: 7, name: 'chair' })));
    expect(await (await fetch(`${running.url}/items/7`)).json()).toEqual({ id: 7, name: 'chair' });
    expect(await running.stop()).toMatchObject({ code: 0, stdout: '' });
  });

  test('replaces a response that violates the contract with a problem document', async () => {
    const running = await proxy(await serve(json(418, { id: 7 })), '--json');
    const response = await fetch(`${running.url}/items/7`);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ type: 'urn:sca-kit:contract:response-violation' });
    const { code, stdout } = await running.stop();
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ operationId: 'getItem', side: 'response', status: 418, code: 'undocumented-status' }),
    );
  });

  test('passes and reports violations with --on-violation pass', async () => {
    const running = await proxy(await serve(json(418, { id: 7 })), '--on-violation', 'pass');
    expect((await fetch(`${running.url}/items/7`)).status).toBe(418);
    expect((await running.stop()).code).toBe(1);
  });

  test('reports an unavailable target', async () => {
    const running = await proxy(await unavailableTarget());
    expect((await fetch(`${running.url}/items/7`)).status).toBe(502);
    await running.printed('violation  ');
    expect((await running.stop()).code).toBe(1);
  });
});

describe('sca-kit contract check', () => {
  let sandbox: RunningServer;
  let report: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
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

  test('exits with 0 when the server conforms, with a table on stdout, progress on stderr and report files', async () => {
    const outcome = await check(sandbox.url, ['--require', '100', '--report', report]);
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    expect(outcome.stdout).toMatch(/^Operations .*100 %$/m);
    expect(outcome.stdout).toContain('Conforms.');
    expect(outcome.stdout + outcome.stderr).not.toContain('\u001B');
    expect(outcome.stderr).toContain('scenarios …');
    for (const name of ['index.html', 'junit.xml', 'report.json']) expect(existsSync(join(report, name))).toBe(true);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({ outcome: 'conforms' });
  });

  test('prints only the report to stdout with --json, and uses the given seed', async () => {
    const outcome = await check(sandbox.url, ['--json', '--seed', '7']);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ outcome: 'conforms', seed: 7, target: sandbox.url });
  });

  test('uses a client of the target, with the secret from CONTRACT_CLIENT_SECRET', async () => {
    const outcome = await check(sandbox.url, ['--client-id', 'demo-client'], { CONTRACT_CLIENT_SECRET: 'demo-secret' });
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  });

  test('checks within one client, and exits with 2 when its api-key is missing', async () => {
    const within = (...args: readonly string[]) =>
      scaKit(['contract', 'check', '--target', sandbox.url, '--client-id', 'demo-client', ...args], {
        CONTRACT_CLIENT_SECRET: 'demo-secret',
      });
    const rejected = await within();
    expect(rejected.code).toBe(2);
    expect(rejected.stderr).toMatch(/^error: .*API key of demo-client.*\n$/);
    const outcome = await within(
      '--api-key',
      'ZGVtby1jbGllbnQ.demo-api-key',
      '--family',
      'additional-factors,authentication',
    );
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  });

  test('exits with 1 and lists the violations, as annotations in GitHub Actions', async () => {
    const broken = await serve(json(200, { status: 'fine, thank you' }));
    const outcome = await check(broken, [], { GITHUB_ACTIONS: 'true' });
    expect(outcome.code, outcome.stderr).toBe(1);
    expect(outcome.stdout).toContain('getHealth');
    expect(outcome.stderr).toMatch(/^::error title=Contract%3A getHealth::/m);
  });

  test('sets the exit code before it writes, because a reader may close the pipe', async () => {
    const broken = await serve(json(200, { status: 'fine, thank you' }));
    expect(await exitCodeAtFirstWrite(['contract', 'check', '--target', broken, '--family', 'operations'])).toBe(1);
  });

  test('exits with 2 and one message when the target is unavailable', async () => {
    const target = await unavailableTarget();
    const outcome = await check(target);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: .*\n$/);
    expect(outcome.stderr).toContain(target);
  });

  test('replaces an earlier report when the target is unavailable', async () => {
    mkdirSync(report);
    for (const name of ['index.html', 'junit.xml', 'report.json']) writeFileSync(join(report, name), 'Conforms');
    expect((await check(await unavailableTarget(), ['--report', report])).code).toBe(2);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({ outcome: 'could-not-run' });
    expect(readFileSync(join(report, 'junit.xml'), 'utf8')).toContain('<error message=');
    expect(readFileSync(join(report, 'index.html'), 'utf8')).toContain('Could not run');
  });

  test('exits with 2 before it sends a request when the report cannot be written', async () => {
    const requests: unknown[] = [];
    const target = await serve((request, response) => {
      requests.push(request.url);
      response.end();
    });
    writeFileSync(join(report, '..', 'file'), '');
    const outcome = await check(target, ['--report', join(report, '..', 'file', 'x')]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: The report cannot be written to .*file\/x \(ENOTDIR\)\.\n$/);
    expect(requests).toEqual([]);
  });

  test('exits with 2 and one message without the secret when the credentials are wrong', async () => {
    const outcome = await check(sandbox.url, ['--client-id', 'demo-client', '--client-secret', 'not-the-secret']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: .*demo-client.*\n$/);
    expect(outcome.stderr).not.toContain('not-the-secret');
  });
});
