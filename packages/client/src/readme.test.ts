import { glob, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readReadme } from '@sca-kit/test-support/test-readme';
import { expect, test } from 'vitest';
import { fetchThroughBackend } from '../test/backend.ts';
import { SECRETS, TestServer } from '../test/test-server.ts';
import { type Fetch, ScaClientError } from './index.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = readReadme(new URL('..', import.meta.url));

/** Serves a fetch function over HTTP on a loopback port while `use` runs. */
async function listening<T>(fetch: Fetch, use: (url: string) => Promise<T>): Promise<T> {
  const http = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray());
    const request = new Request(`http://localhost${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      ...(body.length > 0 && { body }),
    });
    const response = await fetch(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  } finally {
    http.closeAllConnections();
    http.close();
  }
}

test('runs the example of the README and prints the documented output', async () => {
  const server = await TestServer.start({
    ...SECRETS,
    PIN: /pin = '(\d+)'/.exec(readme.example)?.[1] ?? '',
    PARTNER_DEVICE_FINGERPRINT: /deviceFingerprint = '([\w-]+)'/.exec(readme.example)?.[1] ?? '',
  });
  const printed = await listening(await fetchThroughBackend(server), (SCA_URL) => readme.run({ SCA_URL }));
  expect(printed).toBe(readme.output);
  expect(server.to('fundTransfer')).toHaveLength(2);
  expect(server.violations).toEqual([]);
});

test('the README documents exactly the error codes', async () => {
  const source = await readFile(`${folder}/src/error.ts`, 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
  const section = readme.text.slice(readme.text.indexOf('## Errors'), readme.text.indexOf('## Public names'));
  const listed = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
  expect(listed).toEqual(codes);
  expect(new ScaClientError('challenge_failed', 'No.')).toMatchObject({ name: 'ScaClientError', status: undefined });
});

test('no source file imports platform-specific modules', async () => {
  const allowed = ['@sca-kit/api', '@sca-kit/jose', 'openapi-fetch'];
  for await (const file of glob(`${folder}/src/**/*.ts`)) {
    if (file.endsWith('.test.ts')) continue;
    const imports = [...(await readFile(file, 'utf8')).matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');
    expect(imports.filter((from) => !allowed.includes(from) && !from.startsWith('.'))).toEqual([]);
  }
});
