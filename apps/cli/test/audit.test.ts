import { hkdfSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@sca-kit/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scaKit, startScaKit } from './support/command.ts';

/** What a server left behind; every test works on a copy. */
let template: string;
let data: string;
let clientId: string;
const audit = (...args: readonly string[]) => scaKit(['audit', ...args, '--data', data]);

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'sca-kit-audit-'));
  const running = await startScaKit(['start', '--port', '0', '--data', template], { SCA_LOG_LEVEL: 'silent' });
  const answer = await fetch(`${running.url}/sandbox/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pin: '4711', deviceFingerprint: 'a-device' }),
  });
  ({ clientId } = (await answer.json()) as { clientId: string });
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
  test('finds the chains of a server unbroken', async () => {
    const text = await audit('verify');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(new RegExp(`^unbroken {2}${clientId}: \\d+ events$`, 'm'));
    const { code, stdout } = await audit('verify', '--json');
    expect(code).toBe(0);
    const { ok, clients } = JSON.parse(stdout) as { ok: boolean; clients: { clientId: string; ok: boolean }[] };
    expect(ok).toBe(true);
    expect(clients).toContainEqual(expect.objectContaining({ clientId, ok: true }));
  });

  test('names the event that was changed, and looks at one client when told', async () => {
    tamper('update audit_events set actor = ? where client_id = ? and sequence = 2', 'somebody-else', clientId);
    const broken = await audit('verify');
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain(`broken    ${clientId}: at event 2, which was changed after it was written.`);
    const { code, stdout } = await audit('verify', '--json', '--client', clientId);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      clients: [{ clientId, ok: false, firstBreak: 2, reason: 'changed' }],
    });
    expect((await audit('verify', '--client', 'demo-client')).code).toBe(0);
  });

  test('names the event that was deleted', async () => {
    tamper('delete from audit_events where client_id = ? and sequence = 1', clientId);
    expect((await audit('verify', '--client', clientId)).stdout).toContain('at event 1, which was written and is not');
  });

  test('sees that the end of a chain was deleted, though nothing lists the client any more', async () => {
    tamper('delete from audit_heads where client_id = ?', clientId);
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout).toContain(`broken    ${clientId}: at event`);
    expect(stdout).toContain('the end of the chain is gone');
  });

  test('says which events retention took', async () => {
    const { master } = JSON.parse(readFileSync(join(data, 'keys.json'), 'utf8')) as { master: [{ secret: string }] };
    const secret = Buffer.from(master[0].secret, 'base64');
    const auditKey = new Uint8Array(hkdfSync('sha256', secret, '', 'sca-kit/v1/audit', 32));
    const stores = await openStore(join(data, 'sca-kit.sqlite'), { auditKey });
    const events = await stores.auditLog.lastSequence(clientId);
    await stores.auditLog.prune(Date.now() + 1000);
    await stores.close();
    const text = await audit('verify', '--client', clientId);
    const says = `unbroken  ${clientId}: 0 events, and events 1-${events} were deleted by retention\n`;
    expect(text).toEqual({ code: 0, stdout: says, stderr: '' });
    const { stdout } = await audit('verify', '--client', clientId, '--json');
    expect(JSON.parse(stdout)).toEqual({ ok: true, clients: [{ clientId, ok: true, count: 0, pruned: events }] });
  });

  test('could not run without a trail to look at', async () => {
    const stranger = await audit('verify', '--client', 'nobody');
    const says = 'error: There is no audit log of a client nobody: leave --client out to look at every client.\n';
    expect(stranger).toEqual({ code: 2, stdout: '', stderr: says });
    expect(await audit('verify', '--client', 'nobody', '--json')).toEqual(stranger);
    const empty = await scaKit(['audit', 'verify', '--data', join(data, 'not-there')]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain('There are no keys in');
    const nowhere = await audit('verify', '--database', join(data, 'not-there.sqlite'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('There is no database at');
  });
});

test.each([['verify'], ['export']])('sca-kit audit %s leaves an older database as it is', async (command) => {
  tamper("delete from kysely_migration where name > '0003'");
  const { code, stdout, stderr } = await audit(command);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('start the server once');
  const database = new DatabaseSync(join(data, 'sca-kit.sqlite'));
  expect(database.prepare('select count(*) as steps from kysely_migration').get()).toEqual({ steps: 2 });
  database.close();
});

test('sca-kit audit verify says so when a table is gone', async () => {
  tamper('drop table key_checks');
  const { code, stdout, stderr } = await audit('verify');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: The database cannot be used: its tables are not those of this version.*\n$/);
});

describe('sca-kit audit export', () => {
  test('writes one event a line, oldest first, and carries on where told', async () => {
    const { code, stdout } = await audit('export', '--client', clientId);
    expect(code).toBe(0);
    const entries = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { sequence: number; hash: string; event: { clientId: string; type: string } });
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    expect(new Set(entries.map(({ event }) => event.clientId))).toEqual(new Set([clientId]));
    expect(entries.map(({ event }) => event.type)).toContain('pin.created');
    expect(stdout).not.toContain('4711');
    const rest = await audit('export', '--client', clientId, '--after', '1');
    expect(rest.stdout).toBe(stdout.slice(stdout.indexOf('\n') + 1));
    const all = await audit('export');
    expect(all.stdout).toContain(stdout);
    expect(all.stdout).toContain('"demo-client"');
  });

  test('refuses a client without a trail, but not one without events after the place named', async () => {
    const stranger = await audit('export', '--client', 'nobody');
    const says = 'error: There is no audit log of a client nobody: leave --client out to look at every client.\n';
    expect(stranger).toEqual({ code: 2, stdout: '', stderr: says });
    expect(await audit('export', '--client', 'nobody', '--after', '3')).toEqual(stranger);
    const nothingNew = await audit('export', '--client', clientId, '--after', '1000000');
    expect(nothingNew).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('writes events of a client whose head was deleted, which nothing lists any more', async () => {
    const { stdout } = await audit('export', '--client', clientId);
    tamper('delete from audit_heads where client_id = ?', clientId);
    tamper('delete from clients where client_id = ?', clientId);
    expect(await audit('export', '--client', clientId)).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('could not run without keys or a database, and makes neither', async () => {
    const folder = join(data, 'not-there');
    const empty = await scaKit(['audit', 'export', '--data', folder]);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining(`There are no keys in ${folder}`)]);
    const database = join(data, 'not-there.sqlite');
    const nowhere = await audit('export', '--database', database);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining(`There is no database at ${database}`)]);
    expect([folder, database].filter((path) => existsSync(path))).toEqual([]);
  });
});
