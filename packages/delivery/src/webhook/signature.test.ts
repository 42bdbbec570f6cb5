import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type IncomingHeaders,
  SIGNATURE_HEADER,
  signWebhook,
  verifyWebhookSignature,
  type WebhookKeys,
  WebhookSignatureError,
} from './signature.ts';

const OLD = 'the-key-that-is-on-its-way-out-0001';
const NEW = 'the-key-that-takes-over-from-it-0002';
const OTHER = 'a-key-that-nobody-here-knows-at-all-3';
const BODY = '{"type":"otp","id":"00000000-0000-4000-8000-000000000001","text":"é"}';
const SECONDS = 1_793_491_200;
const NOW = SECONDS * 1000;

const headersOf = (value: string): IncomingHeaders => ({ [SIGNATURE_HEADER.toLowerCase()]: value });
const signed = (...keys: string[]): IncomingHeaders => headersOf(signWebhook(BODY, keys, SECONDS));

function reasonOf(headers: IncomingHeaders, body: string | Uint8Array = BODY, keys: WebhookKeys = [NEW], now = NOW) {
  try {
    verifyWebhookSignature(headers, body, keys, { now });
  } catch (error) {
    if (error instanceof WebhookSignatureError) return error.reason;
    throw error;
  }
  return 'none';
}

test('a signature is the HMAC-SHA256 of timestamp, dot and body, in hex', () => {
  const mac = createHmac('sha256', NEW).update(`${SECONDS}.${BODY}`, 'utf8').digest('hex');
  expect(signWebhook(BODY, [NEW], SECONDS)).toBe(`t=${SECONDS},v1=${mac}`);
});

describe('verifyWebhookSignature accepts a request', () => {
  test.each<[string, IncomingHeaders, string | Uint8Array]>([
    ['as text', signed(NEW), BODY],
    ['as bytes', signed(NEW), new TextEncoder().encode(BODY)],
    ['with a Headers object', new Headers({ [SIGNATURE_HEADER]: signWebhook(BODY, [NEW], SECONDS) }), BODY],
    ['with the header value in an array', { 'X-SCA-SIGNATURE': [signWebhook(BODY, [NEW], SECONDS)] }, BODY],
    ['with a second signature of an unknown scheme', headersOf(`${signWebhook(BODY, [NEW], SECONDS)}, v2=abc`), BODY],
  ])('%s', (_name, headers, body) => {
    expect(verifyWebhookSignature(headers, body, [NEW], { now: NOW })).toEqual(JSON.parse(BODY));
  });

  test.each<[string, string[], WebhookKeys]>([
    ['the sender has both keys, the receiver the old one', [NEW, OLD], [OLD]],
    ['the sender has both keys, the receiver the new one', [NEW, OLD], [NEW]],
    ['the sender has the old key, the receiver both', [OLD], [NEW, OLD]],
    ['the sender has the new key, the receiver both', [NEW], [NEW, OLD]],
  ])('during a key rotation, when %s', (_name, sender, receiver) => {
    expect(reasonOf(signed(...sender), BODY, receiver)).toBe('none');
  });

  test.each([-300, 0, 300])('with a timestamp %i seconds from now', (seconds) => {
    expect(reasonOf(signed(NEW), BODY, [NEW], NOW + seconds * 1000)).toBe('none');
  });
});

describe('verifyWebhookSignature rejects a request', () => {
  const good = signWebhook(BODY, [NEW], SECONDS);
  const mac = good.slice(good.indexOf('v1='));
  test.each<[string, string, IncomingHeaders, string]>([
    ['without a signature', 'missing', {}, BODY],
    ['with an empty signature', 'malformed', headersOf(''), BODY],
    ['with two headers', 'malformed', { [SIGNATURE_HEADER]: [good, good] }, BODY],
    ['with two headers that differ in case', 'malformed', { 'x-sca-signature': good, 'X-Sca-Signature': good }, BODY],
    ['without a timestamp', 'malformed', headersOf(mac), BODY],
    ['with two timestamps', 'malformed', headersOf(`t=1,${good}`), BODY],
    ['with a timestamp that is not a whole number', 'malformed', headersOf(`t=1e9,${mac}`), BODY],
    ['with only an unknown scheme', 'malformed', headersOf(good.replace('v1', 'v2')), BODY],
    ['with a truncated signature', 'malformed', headersOf(good.slice(0, -2)), BODY],
    ['with a header that is too long', 'malformed', headersOf(`${good}${`,${mac}`.repeat(20)}`), BODY],
    ['with another body', 'mismatch', headersOf(good), BODY.replace('é', 'e')],
    ['with another timestamp', 'mismatch', headersOf(good.replace(`${SECONDS}`, `${SECONDS + 1}`)), BODY],
    ['signed with an unknown key', 'mismatch', headersOf(signWebhook(BODY, [OTHER], SECONDS)), BODY],
  ])('%s as %s', (_name, reason, headers, body) => {
    expect(reasonOf(headers, body)).toBe(reason);
  });

  test.each([-301, 301, 86_400])('with a timestamp %i seconds from now as outdated', (seconds) => {
    expect(reasonOf(signed(NEW), BODY, [NEW], NOW + seconds * 1000)).toBe('outdated');
  });

  test('as outdated when it exceeds a custom tolerance', () => {
    const check = (now: number) => verifyWebhookSignature(signed(NEW), BODY, [NEW], { now, tolerance: 10 });
    expect(() => check(NOW + 10_000)).not.toThrow();
    expect(() => check(NOW + 10_001)).toThrow(WebhookSignatureError);
  });
});

test.each<[string, readonly string[], { now: number; tolerance?: number }]>([
  ['no key', [], { now: NOW }],
  ['three keys', [NEW, OLD, OTHER], { now: NOW }],
  ['a short key', ['tiny-key'], { now: NOW }],
  ['an unlimited tolerance', [NEW], { now: NOW, tolerance: Number.POSITIVE_INFINITY }],
  ['no time', [NEW], { now: Number.NaN }],
])('verifyWebhookSignature throws a TypeError without the key for %s', (_name, keys, options) => {
  const check = () => verifyWebhookSignature(signed(NEW), BODY, keys as unknown as WebhookKeys, options);
  expect(check).toThrow(TypeError);
  expect(check).toThrow(expect.not.objectContaining({ message: expect.stringContaining(keys[0] ?? 'undefined') }));
});
