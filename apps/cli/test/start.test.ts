import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scaKit } from './support/command.ts';
import { startScaKit } from './support/process.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sca-kit-start-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

describe('sca-kit start', () => {
  test('serves the sandbox on loopback and exits with 0 on SIGTERM', async () => {
    const running = await startScaKit(['start', '--port', '0', '--data', data], { SCA_LOG_LEVEL: 'silent' });
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${running.url}/ready`)).status).toBe(200);
    expect(running.stdout()).toContain('/sandbox/users');
    expect(await running.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  test('stores keys and database where the options say, overriding the variables', async () => {
    const database = join(data, 'elsewhere', 'db.sqlite');
    const running = await startScaKit(['start', '--port', '0', '--data', data, '--database', database], {
      SCA_DATA: ':memory:',
      SCA_DATABASE: ':memory:',
      SCA_PORT: '1',
    });
    await running.stop();
    expect(existsSync(database)).toBe(true);
    expect(existsSync(join(data, 'keys.json'))).toBe(true);
  });

  test('names --reset when the data is damaged, and starts anew with it', async () => {
    const start = ['start', '--port', '0', '--data', data];
    const first = await startScaKit(start, { SCA_LOG_LEVEL: 'silent' });
    expect(await scaKit([...start, '--reset'], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a server uses it'),
    });
    await first.stop();
    truncateSync(join(data, 'sca-kit.sqlite'), 10_000);
    expect(await scaKit(start, {})).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/damaged.* sca-kit start --reset\n$/),
    });
    const second = await startScaKit([...start, '--reset'], { SCA_LOG_LEVEL: 'silent' });
    expect(await second.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  test('exits with 2 and one message when the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const outcome = await scaKit(['start', '--port', String(port), '--data', ':memory:'], { SCA_LOG_LEVEL: 'silent' });
    other.close();
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(new RegExp(`^error: Port ${port} .*\\n$`));
    expect(outcome.stdout).toBe('');
  });

  test('reports every invalid variable', async () => {
    const outcome = await scaKit(['start', '--data', ':memory:'], { SCA_JOSE: 'maybe', SCA_DISCLOSURE: 'full' });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('SCA_JOSE');
    expect(outcome.stderr).toContain('SCA_DISCLOSURE');
  });

  test('reports invalid provider variables with the others, before it creates any file', async () => {
    const outcome = await scaKit(['start', '--data', join(data, 'new')], {
      SCA_JOSE: 'maybe',
      SCA_DELIVERY: 'webhook',
      SCA_WEBHOOK_URL: 'nowhere',
      SCA_WEBHOOK_KEY: 'short-key',
      SCA_TWILIO_AUTH_TOKEN: 'a-token',
    });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    for (const name of ['SCA_JOSE', 'SCA_WEBHOOK_URL', 'SCA_WEBHOOK_KEY', 'SCA_TWILIO_AUTH_TOKEN']) {
      expect(outcome.stderr).toMatch(new RegExp(`^ {2}- ${name} `, 'm'));
    }
    expect(outcome.stderr).not.toMatch(/short-key|a-token/);
    expect(existsSync(join(data, 'new'))).toBe(false);
  });
});
