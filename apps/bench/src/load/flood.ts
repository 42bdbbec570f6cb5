import { once } from 'node:events';
import { connect } from 'node:net';
import { type FloodJob, type LoadResult, requestOf } from './job.ts';

/** Pipelines requests over one connection (RFC 9112 §9.3.2). */
export async function flood({ url, step, users, count, seconds }: FloodJob): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  const { method, path, headers, body = '' } = requestOf(step, users[0] ?? {});
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers, 'content-length': String(body.length) });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  const burst = `${head.join('\r\n')}\r\n\r\n${body}`.repeat(count);

  const socket = connect(Number(port), hostname).setEncoding('latin1');
  await once(socket, 'connect');
  let responses = 0;
  let sent = 0;
  const send = (): void => {
    socket.write(burst);
    sent += count;
  };
  socket.on('data', (text) => {
    responses += String(text).match(/HTTP\/1\.1 \d/g)?.length ?? 0;
    if (responses >= sent) send();
  });
  socket.on('error', () => {});
  send();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  socket.destroy();
  return { perSecond: responses / seconds, latencies: [], failures: {} };
}
