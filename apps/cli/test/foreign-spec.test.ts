import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scaKit, startCommand } from './support/command.ts';

let folder: string;
let spec: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sca-kit-foreign-'));
  spec = join(folder, 'foreign.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes an OpenAPI document with one operation. */
const writeSpec = (operation: object): void =>
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Foreign', version: '1' },
      paths: { '/a': { get: { operationId: 'getA', ...operation } } },
    }),
  );

test.each(['#/components/parameters/No', 'nofile.yaml#/x'])(
  'an unresolved reference exits with 2 and one message with file and reference: %s',
  async ($ref) => {
    writeSpec({ parameters: [{ $ref }], responses: { 204: { description: 'Done' } } });
    const outcome = await scaKit(['contract', 'mock', '--spec', spec, '--port', '0']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^error: .*\n$/);
    expect(outcome.stderr).toContain(spec);
    expect(outcome.stderr).toContain($ref.split('#')[0] || $ref);
  },
);

test('reports a schema that does not compile at the start', async () => {
  const schema = { type: 'string', pattern: '(' };
  const content = { 'application/json': { schema } };
  writeSpec({ responses: { 200: { description: 'Never validated', content } } });
  const mock = await startCommand(['contract', 'mock', '--spec', spec, '--port', '0', '--json', '--allow-empty']);
  const { code, stdout, stderr } = await mock.stop();
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(/^warning {2}The schema of getA 200 application\/json cannot be compiled/m);
});

test('reports an example that does not match its schema, without counting it as a violation of the client', async () => {
  const content = { 'application/json': { schema: { type: 'object' }, example: [] } };
  writeSpec({ responses: { 200: { description: 'A list', content } } });
  const mock = await startCommand(['contract', 'mock', '--spec', spec, '--port', '0']);
  const response = await fetch(`${mock.url}/a`);
  expect([response.status, await response.json()]).toEqual([200, []]);
  const { code, stderr } = await mock.stop();
  expect(code).toBe(0);
  expect(stderr).toContain('violation  ');
  expect(stderr).toContain('1 requests, 0 violations, 1 invalid examples in the OpenAPI document');
});

test('a run without a request ends with 2 unless --allow-empty allows it', async () => {
  writeSpec({ responses: { 204: { description: 'Done' } } });
  const args = ['contract', 'mock', '--spec', spec, '--port', '0'];
  const [strict, lenient] = await Promise.all([startCommand(args), startCommand([...args, '--allow-empty'])]);
  const outcome = await strict.stop();
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('No request was received');
  expect((await lenient.stop()).code).toBe(0);
});
