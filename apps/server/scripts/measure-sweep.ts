/**
 * Measures what requests feel of the background sweep: the latency of `GET /v1/me` on an SQLite file with nothing to
 * sweep, and on one with a million expired rows, both while the sweep runs.
 * `pnpm --filter @sca-kit/server measure:sweep [--rows 1000000] [--requests 6000] [--json]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config/config.ts';
import { createServer } from '../src/create-server.ts';

interface Measurement {
  readonly rows: number;
  /** Rows that the sweep took while requests were measured. */
  readonly swept: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '6000' },
    json: { type: 'boolean', default: false },
  },
});
const requests = Number(values.requests);
const results: readonly Measurement[] = [await measure(0), await measure(Number(values.rows))];
process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : `${results.map(line).join('\n')}\n`);

async function measure(rows: number): Promise<Measurement> {
  const data = mkdtempSync(join(tmpdir(), 'sca-kit-sweep-'));
  const config = readConfig({ SCA_DATA: data, SCA_LOG_LEVEL: 'silent', SCA_REQUESTS_PER_MINUTE: '1000000' });
  // The first start makes the schema; the rows go in while no server runs.
  await (await createServer(config)).close();
  fill(config.database, rows);
  const server = await createServer(config);
  try {
    const user = (await (await server.app.request('/sandbox/users', { method: 'POST' })).json()) as {
      accessToken: string;
    };
    const headers = { Authorization: `Bearer ${user.accessToken}` };
    const times: number[] = [];
    for (let count = 0; count < requests; count += 1) {
      const started = performance.now();
      const { status } = await server.app.request('/v1/me', { headers });
      if (status !== 200) throw new Error(`GET /v1/me returned ${status}`);
      times.push(performance.now() - started);
      // Timers get their turn, as between requests of a network.
      if (count % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { rows, swept: rows - left(config.database), p50: at(0.5), p99: at(0.99), max: at(1) };
  } finally {
    await server.close();
    rmSync(data, { recursive: true });
  }
}

function fill(path: string, rows: number): void {
  const database = new DatabaseSync(path);
  database.exec('begin');
  const insert = database.prepare(
    'insert into idempotency_records (client_id, key, created_at, expires_at) values (?, ?, 0, ?)',
  );
  for (let row = 0; row < rows; row += 1) insert.run(`client-${row % 1000}`, `key-${row}`, row);
  database.exec('commit');
  database.close();
}

function left(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const row = database.prepare('select count(*) as rows from idempotency_records').get();
  database.close();
  return Number(row?.rows ?? 0);
}

function line({ rows, swept, p50, p99, max }: Measurement): string {
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  return `${rows} expired rows (${swept} swept meanwhile): p50 ${ms(p50)}, p99 ${ms(p99)}, slowest ${ms(max)}`;
}
