import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scaKit } from './support/command.ts';

const TOKEN = 'token-of-a-user';
const responses = { 200: { description: 'Fine' }, 400: { description: 'Invalid' }, 401: { description: 'No token' } };
const DEPTH = { name: 'depth', in: 'query', schema: { type: 'integer', minimum: 1 } };
const SPEC = {
  openapi: '3.1.0',
  info: { title: 'Boxes', version: '1' },
  components: { securitySchemes: { Token: { type: 'http', scheme: 'bearer' } } },
  security: [{ Token: [] }],
  paths: {
    '/boxes': { get: { operationId: 'listBoxes', tags: ['Boxes'], parameters: [DEPTH], responses } },
    '/lids': { get: { operationId: 'listLids', tags: ['Lids'], responses } },
  },
};

let folder: string;
let server: Server;
let target: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sca-kit-others-'));
  writeFileSync(join(folder, 'boxes.json'), JSON.stringify(SPEC));
  writeFileSync(join(folder, 'users.json'), JSON.stringify([{ accessToken: TOKEN }]));
  // It accepts every depth, and has no lids.
  server = createServer(({ url = '', headers }, response) => {
    const status = url.startsWith('/boxes') ? (headers.authorization === `Bearer ${TOKEN}` ? 200 : 401) : 404;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content?: object): string => {
  if (content) writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

describe('sca-kit contract check of a server that nobody here wrote', () => {
  const source = (): [string, string[]][] => [
    ['users', ['--users', file('users.json')]],
    ['setup', ['--setup', `printf '{"accessToken":"%s"}' ${TOKEN}`]],
    ['config', ['--config', file('config.json', { users: file('users.json'), spec: file('boxes.json'), target })]],
  ];
  test.each([0, 1, 2])('sends the generated cases of its document as a given user (%i)', async (at) => {
    const [, args = []] = source()[at] ?? [];
    const all = ['--spec', file('boxes.json'), '--target', target, ...args];
    const { code, stdout } = await scaKit(['contract', 'check', ...(at === 2 ? args : all)]);
    expect(code).toBe(1);
    expect(stdout).toContain('The target does not have 1 of 2 operations: listLids. They are not checked.');
    expect(stdout).toContain('listBoxes · query parameter depth not a number: Responded 200; expected 400, 401.');
    expect(stdout).not.toContain(TOKEN);
  });

  test.each([
    ['--tag', 'Lids'],
    ['--operation', 'listLids'],
    ['--skip', 'listBoxes'],
  ])('checks the selected operations: %s %s', async (...selection) => {
    const args = ['--spec', file('boxes.json'), '--target', target, '--users', file('users.json'), '--json'];
    const { stdout } = await scaKit(['contract', 'check', ...args, ...selection]);
    const { coverage } = JSON.parse(stdout) as { coverage: { cells: { operationId: string }[] } };
    expect(new Set(coverage.cells.map(({ operationId }) => operationId))).toEqual(new Set(['listLids']));
  });

  test('rejects an unknown name and an invalid value of the configuration file', async () => {
    const rejects = async (config: object): Promise<string> =>
      (await scaKit(['contract', 'check', '--config', file('bad.json', config)])).stderr;
    expect(await rejects({ taget: target })).toContain('bad.json: taget is not an option of check. See --help.');
    expect(await rejects({ timeout: 'soon' })).toContain('bad.json: timeout is invalid. It must be an integer');
  });
});
