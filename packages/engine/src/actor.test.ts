import { expect, test } from 'vitest';
import { type Actor, type AuditEventInput, createAuditEvent } from './actor.ts';

const actor: Actor = { clientId: 'acme', userId: null, name: 'application', traceId: null };
const event = (data: unknown) =>
  createAuditEvent(actor, 0, { type: 'outcome.set', userId: null, data: data as NonNullable<AuditEventInput['data']> });

test('createAuditEvent accepts flat data', () => {
  const data = { text: 'x', number: 1, yes: true, nothing: null };
  expect(event(data).data).toEqual(data);
  expect(event(undefined).data).toEqual({});
});

test.each([
  ['an object', { secret: { pin: '1234' } }],
  ['a list', { secret: ['1234'] }],
  ['nothing defined', { secret: undefined }],
  ['a number that JSON has not', { secret: Number.NaN }],
  ['a long text', { secret: 'x'.repeat(2048) }],
  ['many facts', Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`fact${index}`, index]))],
])('createAuditEvent rejects %s without repeating it in the message', (_, data) => {
  expect(() => event(data)).toThrow(TypeError);
  expect(() => event(data)).toThrow(/^The data of outcome\.set /);
  expect(() => event(data)).not.toThrow(/1234|secret/);
});
