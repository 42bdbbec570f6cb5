import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { expect, inject, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { type SignalHost, serveUntilSignal } from '../src/run.ts';

const config = readConfig({
  SCA_DATA: inject('keysFolder'),
  SCA_DATABASE: ':memory:',
  SCA_LOG_LEVEL: 'silent',
  SCA_PORT: '0',
});

/** A process with signals of its own, which calls `onOutput` with each text that it writes. */
function createHost(onOutput: (text: string, host: EventEmitter) => void): SignalHost & EventEmitter {
  const host = new EventEmitter();
  const stdout = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      onOutput(text, host);
      done();
    },
  });
  return Object.assign(host, { stdout, exit: () => {} }) as unknown as SignalHost & EventEmitter;
}

const urlIn = (text: string): string => /http:\S+/.exec(text)?.[0] ?? '';
const isOpen = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    () => true,
    () => false,
  );

it.each(['SIGINT', 'SIGTERM'])('handles %s before it prints its URL', async (signal) => {
  const listeners: number[] = [];
  let url = '';
  const host = createHost((text) => {
    listeners.push(host.listenerCount(signal));
    url = urlIn(text);
  });
  await serveUntilSignal(config, host);
  expect(listeners).toEqual([1]);
  expect(await isOpen(url)).toBe(true);
  host.emit(signal);
  await expect.poll(() => isOpen(url)).toBe(false);
  expect(host.listenerCount(signal)).toBe(0);
});

it('stops after its start when the signal arrives during the start', async () => {
  let url = '';
  const host = createHost((text) => {
    url = urlIn(text);
  });
  const serving = serveUntilSignal(config, host);
  host.emit('SIGTERM');
  await serving;
  await expect.poll(() => isOpen(url)).toBe(false);
});

it('stops when nobody reads its URL', async () => {
  let url = '';
  const host = createHost((text) => {
    url = urlIn(text);
    host.stdout.destroy(new Error('write EPIPE'));
  });
  await serveUntilSignal(config, host);
  await expect.poll(() => isOpen(url)).toBe(false);
  host.emit('SIGTERM');
});

it('removes its signal handlers when the start fails', async () => {
  const host = createHost(() => {});
  await expect(serveUntilSignal({ ...config, host: '192.0.2.1' }, host)).rejects.toThrow('SCA_HOST=');
  expect(host.eventNames()).toEqual([]);
  expect(host.stdout.listenerCount('error')).toBe(0);
});
