import { expect, test } from 'vitest';
import { createTaskLog, hasFailed, isCached } from './task-log.ts';

const IDS = ['@sca-kit/jose#test', '@sca-kit/spec#build', '//#lint:code'];

test('reports each task once, when the lines of the next one begin', () => {
  const ended: [string, readonly string[]][] = [];
  const log = createTaskLog(IDS, (id, output) => ended.push([id, output]));
  for (const line of [
    '• turbo 2.11.11',
    '@sca-kit/spec:build: cache hit, suppressing logs 0af1',
    '@sca-kit/jose:test: cache miss, executing 12ab',
    '@sca-kit/jose:test: error: it failed',
    '@sca-kit/jose:test: [ELIFECYCLE] Test failed. See above for more details.',
  ])
    log.add(line);
  expect(ended.map(([id]) => id)).toEqual(['@sca-kit/spec#build']);
  log.flush();
  log.flush();
  expect(ended.map(([id]) => id)).toEqual(['@sca-kit/spec#build', '@sca-kit/jose#test']);
  expect(ended.map(([, output]) => isCached(output))).toEqual([true, false]);
  expect(ended.map(([, output]) => hasFailed(output))).toEqual([false, true]);
  expect(log.outputOf('@sca-kit/jose#test')[1]).toBe('error: it failed');
});

test('knows the tasks of the workspace root', () => {
  const ended: string[] = [];
  const log = createTaskLog(IDS, (id) => ended.push(id));
  log.add('//:lint:code: cache bypass, force executing 77');
  log.flush();
  expect(ended).toEqual(['//#lint:code']);
});
