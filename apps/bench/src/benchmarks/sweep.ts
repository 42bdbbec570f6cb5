import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type RunningServer, readConfig } from '@sca-kit/server';
import type { Benchmark } from '../benchmark.ts';
import { request, startSandbox } from '../sandbox.ts';

const REQUESTS = 200;

/** What requests feel of the sweep that deletes expired rows in the background. */
export const sweep: Benchmark = {
  name: 'sweep',
  subject: `${REQUESTS} requests while the server sweeps expired rows from SQLite`,
  yardstick: `${REQUESTS} requests with nothing to sweep`,
  async open({ quick }) {
    const busy = await startWithExpiredRows(quick ? 100_000 : 1_000_000);
    const idle = await startWithExpiredRows(0);
    return {
      subject: busy.send,
      yardstick: idle.send,
      async close() {
        await busy.close();
        await idle.close();
      },
    };
  },
};

async function startWithExpiredRows(
  rows: number,
): Promise<{ readonly send: () => Promise<void>; readonly close: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'sca-kit-sweep-'));
  // The first start creates the tables, and the rows are written while no server runs.
  await (await startSandbox({ SCA_DATA: data })).stop();
  writeExpiredRows(readConfig({ SCA_DATA: data }).database, rows);
  const server = await startSandbox({ SCA_DATA: data });
  const headers = { Authorization: `Bearer ${await accessToken(server)}` };
  return {
    async send() {
      for (let count = 0; count < REQUESTS; count += 1) await request(`${server.url}/v1/me`, { headers });
    },
    async close() {
      await server.stop();
      rmSync(data, { recursive: true });
    },
  };
}

async function accessToken({ url }: RunningServer): Promise<string> {
  const response = await fetch(`${url}/sandbox/users`, { method: 'POST' });
  return ((await response.json()) as { readonly accessToken: string }).accessToken;
}

function writeExpiredRows(path: string, rows: number): void {
  const database = new DatabaseSync(path);
  database.exec('begin');
  const insert = database.prepare(
    'insert into idempotency_records (client_id, key, created_at, expires_at) values (?, ?, 0, ?)',
  );
  for (let row = 0; row < rows; row += 1) insert.run(`client-${row % 1000}`, `key-${row}`, row);
  database.exec('commit');
  database.close();
}
