import type { ServerResponse } from 'node:http';
import type { Fault } from './fault.ts';

const HEAD = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nx-trace-id: ${'0'.repeat(32)}\r\n`;

/** Handles the connections of one operation. */
const onConnection =
  (operationId: string, take: (outgoing: ServerResponse) => void): NonNullable<Fault['connection']> =>
  (asked, incoming, outgoing) => {
    if (asked !== operationId) return false;
    incoming.resume();
    take(outgoing);
    return true;
  };

const raw = (operationId: string, text: string): NonNullable<Fault['connection']> =>
  onConnection(operationId, ({ socket }) => socket?.end(text));

/** Faults below HTTP. None of them may stop a check. */
export const connections: readonly Fault[] = [
  {
    name: 'getMetrics hangs',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    timeoutMs: 500,
    named: /getMetrics .*connection: .*time limit.*time-out/,
    connection: onConnection('getMetrics', () => {}),
  },
  {
    name: 'getMetrics hangs in the middle of its body',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    timeoutMs: 500,
    named: /getMetrics .*connection: .*time limit.*time-out/,
    connection: onConnection('getMetrics', ({ socket }) => socket?.write(`${HEAD}Content-Length: 100\r\n\r\n# HELP`)),
  },
  {
    name: 'getMetrics resets the connection',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    named: /getMetrics .*connection: .*closed the connection.*reset/,
    connection: onConnection('getMetrics', ({ socket }) => socket?.resetAndDestroy()),
  },
  {
    name: 'getMetrics closes the connection in the middle of its body',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    named: /getMetrics .*connection: .*closed the connection.*reset/,
    connection: raw('getMetrics', `${HEAD}Content-Length: 100\r\n\r\n# HELP`),
  },
  {
    name: 'the body of getMetrics never ends',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    named: /getMetrics .*connection: .*larger than the limit.*endless-body/,
    connection: onConnection('getMetrics', (outgoing) => {
      const line = '# never ends\n'.repeat(20_000);
      const more = (): void => {
        while (!outgoing.destroyed && outgoing.write(line));
      };
      outgoing.on('drain', more);
      more();
    }),
  },
  {
    name: 'getMetrics does not speak HTTP',
    operations: ['getMetrics', 'getReadiness'],
    detectedBy: { status: 200 },
    named: /getMetrics .*connection: .*invalid HTTP response.*malformed/,
    connection: raw('getMetrics', 'hello\r\n\r\n'),
  },
  {
    name: 'a 204 has a body',
    operations: ['deleteUserPin'],
    detectedBy: { status: 204 },
    named: /deleteUserPin 204 · body.*undocumented-body/,
    connection: (operationId, incoming, { socket }) => {
      if (operationId !== 'deleteUserPin' || incoming.headers.accept !== undefined) return false;
      incoming.resume();
      const lines = [
        'HTTP/1.1 204 No Content',
        `x-trace-id: ${'0'.repeat(32)}`,
        'Deprecation: @1735689600',
        'Link: </v2/profiles/101/pin>; rel="successor-version"',
        'Content-Type: application/json',
        'Content-Length: 2',
      ];
      socket?.write(`${lines.join('\r\n')}\r\n\r\n{}`);
      return true;
    },
  },
];
