import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { createMockGateway, createProxyGateway, type Gateway } from './gateway.ts';
import { type Listening, listen } from './listen.ts';

const AUTHORIZATION = 'Authorization: Bearer example-token';

let contract: ContractDocument;
let target: Target | undefined;
let listening: Listening | undefined;
let sockets: Socket[] = [];
beforeAll(async () => {
  contract = await vaultContract();
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await listening?.close();
  await target?.close();
});

const makers: readonly [string, () => Promise<Gateway>][] = [
  ['mock', async () => createMockGateway({ contract })],
  [
    'proxy',
    async () => {
      const headers = { ...TRACE, 'content-type': 'application/json' };
      target = await startTarget((_, response) => response.writeHead(200, headers).end(JSON.stringify(BOX)));
      return createProxyGateway({ contract, target: { baseUrl: target.url } });
    },
  ],
];

async function open(bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(listening?.url ?? '');
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

/** Sends bytes and reads until the gateway closes the connection. */
async function send(bytes: string): Promise<{ readonly status: number; readonly type: string }> {
  const socket = await open(bytes);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(socket, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  return {
    status: Number(head.split(' ')[1]),
    type: /content-type: application\/problem\+json/i.test(head)
      ? String(JSON.parse(body).type)
      : 'no problem document',
  };
}

const lines = (first: string, ...headers: readonly string[]): string =>
  [first, 'Host: a', 'Connection: close', AUTHORIZATION, ...headers, '', ''].join('\r\n');
const UNREADABLE = 'urn:sca-kit:contract:unreadable-request';

describe.each(makers)('a %s', (_name, make) => {
  it.each([
    [
      'a body with an unknown transfer coding',
      `${lines('POST /boxes HTTP/1.1', 'Transfer-Encoding: gzip, chunked')}0\r\n\r\n`,
      400,
    ],
    ['a missing Host header with a path like an authority', 'GET /.// HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two Host headers', lines('GET /boxes/7 HTTP/1.1', 'Host: b'), 400],
    ['an invalid Host header', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a target in asterisk form', lines('OPTIONS * HTTP/1.1'), 400],
    ['bytes that are not HTTP', 'hello\r\n\r\n', 400],
    ['headers larger than 16 KiB', lines('GET / HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`), 431],
    ['CONNECT', lines('CONNECT a:443 HTTP/1.1'), 405],
    ['an unknown expectation', lines('GET /boxes/7 HTTP/1.1', 'Expect: miracles'), 417],
  ])('rejects %s with a problem document and keeps serving', async (_, bytes, status) => {
    listening = await listen(await make(), 0);
    expect(await send(bytes)).toEqual({ status, type: UNREADABLE });
    expect((await fetch(`${listening.url}/nowhere`)).status).toBe(404);
  });

  it('counts a request with invalid framing as a violation', async () => {
    const gateway = await make();
    listening = await listen(gateway, 0);
    await send(`${lines('POST /boxes?depth=2 HTTP/1.1', 'Transfer-Encoding: gzip, chunked')}0\r\n\r\n`);
    const said = { method: 'POST', path: '/boxes', side: 'request', location: 'header.transfer-encoding' };
    expect(gateway.collector.violations).toEqual([expect.objectContaining({ ...said, code: 'malformed' })]);
  });

  it('ignores an offered protocol upgrade', async () => {
    const gateway = await make();
    listening = await listen(gateway, 0);
    const offer = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAAAAIAAAAB'];
    const bytes = ['GET /boxes/7 HTTP/1.1', 'Host: a', AUTHORIZATION, ...offer, '', ''].join('\r\n');
    const socket = await open(bytes);
    const [response] = (await once(socket, 'data')) as [Buffer];
    expect(response.toString('utf8')).toMatch(/^HTTP\/1\.1 200 /);
    expect(gateway.collector.violations).toEqual([]);
  });

  it('closes every open connection when it stops listening', async () => {
    listening = await listen(await make(), 0);
    const connections = await Promise.all([
      open('CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n'),
      open('GET /boxes/7 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
      open('POST /boxes HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n'),
      open('GET /boxes'),
    ]);
    // Waits for ever, and so for the time limit of the test, where one connection keeps the gateway open.
    await listening.close();
    listening = undefined;
    await Promise.all(
      connections.map((socket) => socket.closed || new Promise((closed) => socket.on('close', closed))),
    );
  });

  it('logs nothing when a client disconnects while it sends', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {});
    const gateway = await make();
    listening = await listen(gateway, 0);
    const socket = await open('POST /boxes HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab');
    await fetch(`${listening.url}/nowhere`);
    socket.resetAndDestroy();
    await fetch(`${listening.url}/nowhere`);
    await listening.close();
    listening = undefined;
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
    expect(gateway.collector.records.map(({ path }) => path)).toEqual(['/nowhere', '/nowhere']);
  });
});
