import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from '../src/listen.ts';
import { HANG_GUARD } from './support/hang-guard.ts';
import { rawRequest, sendRaw } from './support/raw-http.ts';
import { expectRawError, LOOPBACK, openRawServer, SHORT_TIMEOUTS } from './support/raw-server.ts';

const raw = openRawServer();
const noLog = (): void => undefined;

describe('connections', () => {
  describe.each([
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['plain text', 'hello\r\n\r\n'],
  ])('after the response to %s', (_, bytes) => {
    /** Opens a connection whose client never ends its half. */
    async function openHalf(url: string): Promise<Socket> {
      const { hostname, port } = new URL(url);
      const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
      socket.on('error', () => {});
      await new Promise((resolve) => socket.write(bytes, resolve));
      return socket;
    }

    it('the server closes the connection although the client keeps its half open', async () => {
      const socket = await openHalf(raw.listening.url);
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      await once(socket, 'end');
      expect(text).toMatch(/^HTTP\/1\.1 40[05] .*\}$/s);
      // The kernel responds with a reset to data for a closed connection.
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const drip = setInterval(() => socket.write('more'), 20);
      await closed;
      clearInterval(drip);
    });

    it('a stop does not wait for the client', async () => {
      const stopping = await listen(raw.server.app, noLog, { ...LOOPBACK, timeouts: SHORT_TIMEOUTS });
      const socket = await openHalf(stopping.url);
      await fetch(`${stopping.url}/health`);
      await stopping.close();
      socket.destroy();
    });
  });

  it.each(['CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 'hello\r\n\r\n'])(
    'the server writes nothing into a response that it is sending: %j',
    async (bytes) => {
      const { hostname, port } = new URL(raw.listening.url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const application = `Authorization: Bearer ${raw.user.applicationToken}`;
      socket.write(rawRequest('GET /sandbox/events HTTP/1.1', [application]));
      await expect.poll(() => text, HANG_GUARD).toContain('stream of events');
      socket.write(bytes);
      await closed;
      expect(text).not.toMatch(/HTTP\/1\.1 4/);
    },
  );

  it('the response to a CONNECT does not replace the response before it', async () => {
    const host = 'Host: a\r\n\r\n';
    const { body } = await sendRaw(raw.listening.url, `GET /health HTTP/1.1\r\n${host}CONNECT a:1 HTTP/1.1\r\n${host}`);
    expect(body).not.toContain('proxy');
  });

  it.each(['CONNECT a:1', 'GET /health', 'POST /sandbox/users', 'BREW /'])(
    'the server survives a connection reset after %s',
    async (line) => {
      const { hostname, port } = new URL(raw.listening.url);
      for (let at = 0; at < 5; at += 1) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await new Promise((resolve) => socket.write(`${line} HTTP/1.1\r\nHost: a\r\n\r\n`, resolve));
        socket.resetAndDestroy();
      }
      // An unhandled error would have failed the file by now.
      expect((await fetch(`${raw.listening.url}/health`)).status).toBe(200);
    },
  );
});

describe('slow clients', () => {
  it.each([
    ['half a request line', 'GET /hea'],
    ['half the headers', 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Sl'],
    [
      'half a body',
      rawRequest('POST /sandbox/users HTTP/1.1', ['Content-Type: application/json', 'Content-Length: 9'], '{'),
    ],
  ])('the server returns 408 for %s and closes the connection', async (_, bytes) => {
    const response = await sendRaw(raw.shortTimeouts.url, bytes);
    expectRawError(response, 408, 'request.timeout');
  });

  it('the server closes a connection that sends its headers byte by byte', async () => {
    const { hostname, port } = new URL(raw.shortTimeouts.url);
    const socket = connect(Number(port), hostname);
    const drip = setInterval(() => socket.writable && socket.write('X-Drop: 1\r\n'), 50);
    socket.on('error', () => {});
    socket.resume().write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
  });

  it('the server closes a connection whose client reads nothing', async () => {
    const { hostname, port } = new URL(raw.shortTimeouts.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket
      .pause()
      .write(`GET /sandbox/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${raw.user.applicationToken}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.resume();
    await closed;
  });

  it('the server serves other requests while two hundred clients stall', async () => {
    const { hostname, port } = new URL(raw.listening.url);
    const sockets = Array.from({ length: 200 }, () => connect(Number(port), hostname));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write('GET /hea', resolve))));
    const responses = await Promise.all(Array.from({ length: 20 }, () => fetch(`${raw.listening.url}/health`)));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    for (const socket of sockets) socket.destroy();
  });
});
