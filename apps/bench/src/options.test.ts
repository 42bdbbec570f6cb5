import { expect, test } from 'vitest';
import { readOptions, UsageError } from './options.ts';

const NAMES = ['status', 'flow'];
const NONE = { quick: false, only: [], json: null, svg: null, docs: false };

test.each([
  [[], NONE],
  [['--quick', '--only', 'flow', '--only', 'status'], { ...NONE, quick: true, only: ['flow', 'status'] }],
  [['--json', 'a.json'], { ...NONE, json: 'a.json', svg: 'a.svg' }],
  [['--json', 'a.json', '--svg', 'b.svg'], { ...NONE, json: 'a.json', svg: 'b.svg' }],
  [['--docs'], { ...NONE, docs: true }],
  [['-h'], 'help'],
])('reads %j', (args, options) => {
  expect(readOptions(args, NAMES)).toEqual(options);
});

test.each([
  [['--only', 'speed'], 'There is no benchmark speed. The benchmarks are status, flow.'],
  [['--docs', '--quick'], '--docs needs a full run, without --quick and --only.'],
  [['--fast'], "Unknown option '--fast'"],
])('rejects %j', (args, message) => {
  expect(() => readOptions(args, NAMES)).toThrow(UsageError);
  expect(() => readOptions(args, NAMES)).toThrow(message);
});
