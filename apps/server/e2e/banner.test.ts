import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { banner } from '../src/sandbox/banner.ts';
import { seedDemo } from '../src/sandbox/seed.ts';
import { type InProcessServer, startInProcess } from './support/in-process-server.ts';

let server: InProcessServer;
let text: string;

beforeAll(async () => {
  server = await startInProcess();
  text = banner(server.url, await seedDemo(server.server.services), process.stdout);
});
afterAll(() => server.stop());

it('the commands of the banner receive a challenge, clear it and read the statement', async () => {
  const lines = text.split('\n').filter((line) => line.includes('curl '));
  expect(lines).toHaveLength(3);
  const { stdout } = await promisify(execFile)('sh', ['-c', lines.join('\necho\n')]);
  const [token, , cleared, statement] = stdout.split('\n');
  expect(token).toMatch(/^one-time token: [0-9a-f-]{36}$/);
  const states = (cleared ?? '')
    .replaceAll('}{', '}\n{')
    .split('\n')
    .map((text) => JSON.parse(text) as unknown);
  expect(states.at(-1)).toMatchObject({ challenges: [{ passed: true }, { passed: true }] });
  expect(JSON.parse(statement ?? '')).toMatchObject({ balanceId: 201, endOfStatementBalance: { currency: 'EUR' } });
});

it('the credentials of the banner are valid', async () => {
  const [, id, secret] = /client +(\S+) \/ (\S+)/.exec(text) ?? [];
  const [, apiKey] = /api-key (\S+)/.exec(text) ?? [];
  const [, email, password] = /user +(\S+) \/ (\S+)/.exec(text) ?? [];
  const granted = await fetch(`${server.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const loggedIn = await fetch(`${server.url}/login_with_password`, {
    method: 'POST',
    headers: { 'api-key': apiKey ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: { value: password } }),
  });
  expect([granted.status, loggedIn.status]).toEqual([200, 200]);
});
