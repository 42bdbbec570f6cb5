import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../src/sandbox/seed.ts';
import { exerciseSecrets, type SecretsRun } from './support/exercise-secrets.ts';
import { cleanUp, type ServerProcess, startServer, temporaryFolder } from './support/server-process.ts';

/** Secrets with few possible values: their unkeyed digest reveals them. */
const GUESSABLE = /pin|phone|fingerprint|code$/;

let folder: string;
let server: ServerProcess;
let run: SecretsRun;
let demoToken: string;
/** Everything written, by place. One character per byte. */
let written: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = temporaryFolder();
  server = await startServer({ SCA_DATA: folder, SCA_LOG_LEVEL: 'debug' });
  run = await exerciseSecrets(server.url);
  const reads = {
    '/metrics': await (await fetch(`${server.url}/metrics`)).text(),
    '/sandbox/events': await eventsSoFar(),
  };
  // SIGKILL keeps the write-ahead log on disk.
  await server.stop('SIGKILL');
  demoToken = /Bearer ([\w.-]+)/.exec(server.output.stdout)?.[1] ?? '';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  written = new Map([
    ...files.map((file) => [file, readFileSync(join(folder, file), 'latin1')] as const),
    ...Object.entries({ stdout: server.output.stdout, stderr: server.output.stderr, ...reads }),
    ['error responses', run.errorBodies.join('\n')] as const,
  ]);
});
afterAll(cleanUp);

async function eventsSoFar(): Promise<string> {
  const aborted = new AbortController();
  const headers = { authorization: `Bearer ${run.user.applicationToken}`, 'last-event-id': '0' };
  const { body } = await fetch(`${server.url}/sandbox/events`, { headers, signal: aborted.signal });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes('event: ')) break;
  }
  return text;
}

/** Returns the encodings in which a program could write a secret. */
function spellings(name: string, secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const inJson = JSON.stringify(secret).slice(1, -1);
  const encoded = [bytes.toString('hex'), encodeURIComponent(secret)];
  // Three offsets, because base64 depends on the bytes before.
  const base64 = ['', 'a', 'ab'].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .slice(4, -4),
  );
  const digests = GUESSABLE.test(name) ? ['hex', 'base64', 'base64url'].map((form) => sha256(secret, form)) : [];
  return [secret, inJson, ...encoded, ...base64, ...digests].filter((text) => text.length >= 6);
}

function sha256(text: string, form: string): string {
  return createHash('sha256')
    .update(text)
    .digest(form as 'hex');
}

describe('a full run', () => {
  it('leaves a database, its write-ahead log, its keys, an access log and an audit log', () => {
    expect([...written.keys()]).toEqual(
      expect.arrayContaining(['keys.json', 'sca-kit.sqlite', 'sca-kit.sqlite-wal', 'stdout', 'stderr']),
    );
    expect(written.get('sca-kit.sqlite-wal')?.length).toBeGreaterThan(100_000);
    expect(written.get('stderr')?.split('\n').length).toBeGreaterThan(40);
    expect(written.get('/sandbox/events')).toContain('event: one-time-token.');
    expect(run.secrets.size).toBeGreaterThan(20);
    expect(run.errorBodies.length).toBeGreaterThan(12);
  });

  it('writes one JSON line per request, and nothing else, to stderr', () => {
    const lines = written.get('stderr')?.trimEnd().split('\n') ?? [];
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        status: expect.any(Number),
      });
    }
  });

  it('writes no secret anywhere', () => {
    const found = [...run.secrets].flatMap(([name, secret]) =>
      spellings(name, secret).flatMap((text) =>
        [...written].filter(([, content]) => content.includes(text)).map(([where]) => `${name} in ${where}`),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('writes no PIN to a log or a database column', () => {
    const inTexts = ['stdout', 'stderr', '/metrics', '/sandbox/events', 'error responses'].flatMap((where) =>
      run.pins.filter((pin) => new RegExp(`(?<!\\w)${pin}(?!\\w)`).test(written.get(where) ?? '')),
    );
    expect(inTexts).toEqual([]);
    expect(cells().filter((cell) => run.pins.some((pin) => new RegExp(`(?<!\\w)${pin}(?!\\w)`).test(cell)))).toEqual(
      [],
    );
    const digests = run.pins.flatMap((pin) => ['hex', 'base64', 'base64url'].map((form) => sha256(pin, form)));
    expect([...written.values()].filter((content) => digests.some((digest) => content.includes(digest)))).toEqual([]);
  });

  it('writes the secrets of the demo user to the banner alone', () => {
    const demo = [DEMO.clientSecret, DEMO.apiKeySecret, DEMO.password, DEMO.registrationCode, DEMO.deviceFingerprint];
    const found = [...demo, DEMO.phoneNumber, demoToken].flatMap((secret) =>
      [...written].filter(([, content]) => content.includes(secret)).map(([where]) => where),
    );
    expect([...new Set(found)]).toEqual(['stdout']);
  });

  it('finds text that was written', () => {
    expect(written.get('keys.json')).toContain('"master"');
    expect(cells()).toContain(run.user.clientId);
    const [name, secret] = ['phone', '+6591234509'];
    const careless = `{"number":"${secret}"}`;
    expect(spellings(name, secret).some((text) => Buffer.from(careless).toString('base64').includes(text))).toBe(true);
  });
});

/** Returns every value of every row, as text. */
function cells(): readonly string[] {
  const database = new DatabaseSync(join(folder, 'sca-kit.sqlite'), { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    return tables.flatMap(({ name }) =>
      database
        .prepare(`select * from "${name}"`)
        .all()
        .flatMap((row) => Object.values(row).map(String)),
    );
  } finally {
    database.close();
  }
}
