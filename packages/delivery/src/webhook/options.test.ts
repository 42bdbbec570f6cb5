import { expect, test } from 'vitest';
import { fakeTime } from '../../test/fake-time.ts';
import { createWebhookDelivery } from './create-webhook-delivery.ts';
import { type WebhookDeliveryOptions, webhookOptionErrors } from './options.ts';

function create(change: Partial<WebhookDeliveryOptions>) {
  return createWebhookDelivery({
    url: 'https://messages.example.com/sca',
    keys: ['a-webhook-key-of-the-tests-and-of-nothing-else'],
    clock: fakeTime(),
    random: { uuid: () => 'an-id', integer: () => 0 },
    ...change,
  });
}

test.each<[string, Partial<WebhookDeliveryOptions>]>([
  ['url', { url: 'messages.example.com' }],
  ['url', { url: 'http://messages.example.com' }],
  ['url', { url: 'https://user:password@messages.example.com' }],
  ['keys', { keys: ['short'] }],
  ['deadline', { deadline: 0.5 }],
  ['attemptTimeout', { attemptTimeout: -1 }],
  ['attempts', { attempts: 0 }],
  ['backoff.first', { backoff: { first: 0, most: 1 } }],
  ['backoff.most', { backoff: { first: 1, most: Number.NaN } }],
])('createWebhookDelivery throws a TypeError for an invalid %s', (name, change) => {
  expect(() => create(change)).toThrow(TypeError);
  expect(() => create(change)).toThrow(new RegExp(`^${name}\\b`));
});

test('webhookOptionErrors reports all invalid options at once, without their values', () => {
  const errors = webhookOptionErrors({
    url: 'https://user:hunter2@messages.example.com',
    keys: ['hunter2', 'hunter2'],
    attempts: 0,
  });
  expect(errors.map(({ option }) => option)).toEqual(['url', 'keys[0]', 'keys[1]', 'attempts']);
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  expect(() => create({ url: 'nowhere', deadline: 0 })).toThrow(/^url must .*; deadline must /);
});
