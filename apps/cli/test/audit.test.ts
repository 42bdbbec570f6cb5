import { hkdfSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@sca-kit/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scaKit } from './support/command.ts';
import { startSandbox } from './support/sandbox.ts';

/** The data folder of a stopped server. Each test gets a copy. */
let template: string;
let data: string;
let clientId: string;
const audit = (...args: readonly string[]) => scaKit(['audit', ...args, '--data', data]);

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'sca-kit-audit-'));
  const running = await startSandbox({ SCA_DATA: template });
  const response = await fetch(`${running.url}/sandbox/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pin: '4711', deviceFingerprint: 'a-device' }),
  });
  ({ clientId } = (await response.json()) as { clientId: string });
  await running.stop();
});
afterAll(() => rmSync(template, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sca-kit-audit-'));
  cpSync(template, data, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function tamper(sql: string, ...values: readonly (string | number)[]): void {
  const database = new DatabaseSync(join(data, 'sca-kit.sqlite'));
  database.prepare(sql).run(...values);
  database.close();
}

describe('sca-kit audit verify', () => {
  test('reports the chains of a server as intact', async () => {
    const text = await audit('verify');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(new RegExp(`^intact {2}${clientId}: \\d+ events$`, 'm'));
    const { code, stdout } = await audit('verify', '--json');
    expect(code).toBe(0);
    const { ok, clients } = JSON.parse(stdout) as { ok: boolean; clients: { clientId: string; ok: boolean }[] };
    expect(ok).toBe(true);
    expect(clients).toContainEqual(expect.objectContaining({ clientId, ok: true }));
  });

  test('reports the first changed event, for all clients or for one', async () => {
    tamper(
      'update audit_events set actor = ? where client_id = ? and shard = 0 and sequence = 1',
      'somebody-else',
      clientId,
    );
    const broken = await audit('verify');
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain(`broken  ${clientId}: event 1 of chain 0: it was changed.`);
    const { code, stdout } = await audit('verify', '--json', '--client', clientId);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      clients: [{ clientId, ok: false, shard: 0, firstBreak: 1, reason: 'changed' }],
    });
    expect((await audit('verify', '--client', 'demo-client')).code).toBe(0);
  });

  test('reports a deleted event', async () => {
    tamper('delete from audit_events where client_id = ? and shard = 0 and sequence = 1', clientId);
    expect((await audit('verify', '--client', clientId)).stdout).toContain('event 1 of chain 0: it was deleted.');
  });

  test('reports a deleted chain head, although no other table lists the client', async () => {
    tamper('delete from audit_chain_heads where client_id = ?', clientId);
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout).toContain(`broken  ${clientId}: event`);
    expect(stdout).toContain('the end of the chain, or the whole chain, was deleted or changed');
  });

  test('reports the events that retention deleted', async () => {
    const { master } = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')) as { master: [{ secret: string }] };
    const secret = Buffer.from(master[0].secret, 'base64');
    const auditKey = new Uint8Array(hkdfSync('sha256', secret, '', 'sca-kit/v1/audit', 32));
    const stores = await openStore(join(data, 'sca-kit.sqlite'), { auditKey });
    const events = (await stores.auditLog.list(clientId, '0', 1000)).length;
    await stores.auditLog.prune(Date.now() + 1000);
    await stores.close();
    const text = await audit('verify', '--client', clientId);
    const message = `intact  ${clientId}: 0 events; retention deleted ${events}\n`;
    expect(text).toEqual({ code: 0, stdout: message, stderr: '' });
    const { stdout } = await audit('verify', '--client', clientId, '--json');
    expect(JSON.parse(stdout)).toEqual({ ok: true, clients: [{ clientId, ok: true, count: 0, pruned: events }] });
  });

  test('exits with 2 without an audit log', async () => {
    const unknown = await audit('verify', '--client', 'nobody');
    const message = 'error: Client nobody has no audit log. Omit --client to select every client.\n';
    expect(unknown).toEqual({ code: 2, stdout: '', stderr: message });
    expect(await audit('verify', '--client', 'nobody', '--json')).toEqual(unknown);
    const empty = await scaKit(['audit', 'verify', '--data', join(data, 'not-there')]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain('There are no keys in');
    const nowhere = await audit('verify', '--database', join(data, 'not-there.sqlite'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('There is no database at');
  });
});

test.each([['verify'], ['export']])('sca-kit audit %s does not migrate an older database', async (command) => {
  tamper("delete from kysely_migration where name > '0003'");
  const { code, stdout, stderr } = await audit(command);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Start the server once');
  const database = new DatabaseSync(join(data, 'sca-kit.sqlite'));
  expect(database.prepare('select count(*) as steps from kysely_migration').get()).toEqual({ steps: 2 });
  database.close();
});

test('sca-kit audit verify exits with 2 when a table is missing', async () => {
  tamper('drop table key_checks');
  const { code, stdout, stderr } = await audit('verify');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^error: The database cannot be used. Its tables match neither this version nor an older one\..*\n$/,
  );
});

interface Exported {
  readonly shard: number;
  readonly sequence: number;
  readonly position: string;
  readonly hash: string;
  readonly event: { readonly clientId: string; readonly type: string };
}

describe('sca-kit audit export', () => {
  test('prints one event per line, oldest first, and continues after a position', async () => {
    const { code, stdout } = await audit('export', '--client', clientId);
    expect(code).toBe(0);
    const entries = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Exported);
    for (const chain of Map.groupBy(entries, ({ shard }) => shard).values()) {
      expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => index + 1));
    }
    expect(new Set(entries.map(({ event }) => event.clientId))).toEqual(new Set([clientId]));
    expect(entries.map(({ event }) => event.type)).toContain('pin.created');
    expect(stdout).not.toContain('4711');
    const rest = await audit('export', '--client', clientId, '--after', entries[0]?.position ?? '');
    expect(rest.stdout).toBe(stdout.slice(stdout.indexOf('\n') + 1));
    const all = await audit('export');
    expect(all.stdout).toContain(stdout);
    expect(all.stdout).toContain('"demo-client"');
  });

  test('rejects a client without an audit log, but not one without events after the position', async () => {
    const unknown = await audit('export', '--client', 'nobody');
    const message = 'error: Client nobody has no audit log. Omit --client to select every client.\n';
    expect(unknown).toEqual({ code: 2, stdout: '', stderr: message });
    expect(await audit('export', '--client', 'nobody', '--after', '0:3')).toEqual(unknown);
    const { stdout } = await audit('export', '--client', clientId);
    const { position } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Exported;
    const nothingNew = await audit('export', '--client', clientId, '--after', position);
    expect(nothingNew).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('prints the events of a client whose chain head and record were deleted', async () => {
    const { stdout } = await audit('export', '--client', clientId);
    tamper('delete from audit_chain_heads where client_id = ?', clientId);
    tamper('delete from clients where client_id = ?', clientId);
    expect(await audit('export', '--client', clientId)).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('exits with 2 without keys or a database, and creates neither', async () => {
    const folder = join(data, 'not-there');
    const empty = await scaKit(['audit', 'export', '--data', folder]);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining(`There are no keys in ${folder}`)]);
    const database = join(data, 'not-there.sqlite');
    const nowhere = await audit('export', '--database', database);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining(`There is no database at ${database}`)]);
    expect([folder, database].filter((path) => existsSync(path))).toEqual([]);
  });
});
