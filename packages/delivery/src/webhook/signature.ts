import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertNoErrors, errorUnless, type OptionError } from '../option-error.ts';
import type { WebhookMessage } from './message.ts';

/** The header that carries the signature. */
export const SIGNATURE_HEADER = 'X-Sca-Signature';

/** One key, or two during a rotation. Each has at least 32 characters from a CSPRNG. */
export type WebhookKeys = readonly [string] | readonly [string, string];

/** Checks that there are one or two keys, and that each has at least 32 characters. */
export function webhookKeyErrors(keys: readonly string[]): readonly OptionError[] {
  return [
    ...errorUnless(keys.length === 1 || keys.length === 2, 'keys', 'must be one key, or two during a rotation'),
    ...keys.flatMap((key, index) =>
      errorUnless(typeof key === 'string' && key.length >= 32, `keys[${index}]`, 'must have at least 32 characters'),
    ),
  ];
}

const macOf = (key: string, timestamp: string, body: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();

/**
 * Returns the value of `X-Sca-Signature`: `t=<Unix seconds>,v1=<hex HMAC-SHA256 over "t.body">`, with a `v1` for each key.
 *
 * @param timestamp whole seconds since the Unix epoch
 * @example
 * const value = signWebhook(body, [key], Math.floor(Date.now() / 1000));
 */
export function signWebhook(body: string | Uint8Array, keys: readonly string[], timestamp: number): string {
  const signatures = keys.map((key) => `v1=${macOf(key, String(timestamp), body).toString('hex')}`);
  return [`t=${timestamp}`, ...signatures].join(',');
}

/**
 * Why a signature is invalid: it is missing or malformed, no key matches, or it is too old or too new (a replay, or a
 * wrong clock).
 */
export type SignatureErrorReason = 'missing' | 'malformed' | 'mismatch' | 'outdated';

/** Thrown for a request with an invalid signature. Respond with 401 and ignore the message. */
export class WebhookSignatureError extends Error {
  override readonly name = 'WebhookSignatureError';
  readonly code = 'webhook.signature.invalid';
  readonly reason: SignatureErrorReason;

  constructor(reason: SignatureErrorReason) {
    super(`The webhook signature is invalid: ${reason}.`);
    this.reason = reason;
  }
}

export interface VerifyWebhookOptions {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** How old a request may be, and how far ahead of this clock; whole seconds, 300 by default. */
  readonly tolerance?: number;
}

/** Headers as `fetch` has them, or as Node's `request.headers`. */
export type IncomingHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Verifies the signature and the age of a webhook request, and parses its body.
 *
 * Within the tolerance the same request is valid again: an attacker can replay it, and retries have the same `id`.
 * Remember each `id` for twice the tolerance (ten minutes) and deliver it once. Older requests are rejected here.
 *
 * @param body the bytes as received, before any parsing
 * @param keys every key in use; during a rotation both
 * @returns the message
 * @throws WebhookSignatureError when the signature is invalid
 * @throws TypeError when the keys or options are invalid
 * @example
 * const message = verifyWebhookSignature(request.headers, body, [key], { now: Date.now() });
 */
export function verifyWebhookSignature(
  headers: IncomingHeaders,
  body: string | Uint8Array,
  keys: WebhookKeys,
  options: VerifyWebhookOptions,
): WebhookMessage {
  assertNoErrors(webhookKeyErrors(keys));
  const { now, tolerance = 300 } = options;
  if (!Number.isFinite(now)) throw new TypeError('now must be a time in milliseconds');
  if (!Number.isSafeInteger(tolerance) || tolerance < 1) throw new TypeError('tolerance must be whole seconds');
  const { timestamp, signatures } = read(signatureIn(headers));
  const expected = keys.map((key) => macOf(key, timestamp, body));
  // Compares every pair, so that the time does not reveal which key or signature matched.
  const matches = expected.flatMap((mac) => signatures.filter((signature) => timingSafeEqual(mac, signature)));
  if (matches.length === 0) throw new WebhookSignatureError('mismatch');
  if (Math.abs(now / 1000 - Number(timestamp)) > tolerance) throw new WebhookSignatureError('outdated');
  return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as WebhookMessage;
}

function signatureIn(headers: IncomingHeaders): string {
  const name = SIGNATURE_HEADER.toLowerCase();
  const values =
    headers instanceof Headers
      ? [headers.get(name) ?? []].flat()
      : Object.entries(headers).flatMap(([key, value]) => (key.toLowerCase() === name ? (value ?? []) : []));
  const [value, ...others] = values;
  if (value === undefined) throw new WebhookSignatureError('missing');
  if (others.length > 0) throw new WebhookSignatureError('malformed');
  return value;
}

/** Enough for two keys and future schemes. */
const MAX_HEADER_LENGTH = 1024;

function read(header: string): { readonly timestamp: string; readonly signatures: readonly Buffer[] } {
  const parts = header.length <= MAX_HEADER_LENGTH ? header.split(',').map((part) => part.trim()) : [];
  const [timestamp, ...otherTimestamps] = parts.filter((part) => part.startsWith('t='));
  const signatures = parts.filter((part) => /^v1=[0-9a-f]{64}$/.test(part));
  const readable = timestamp !== undefined && /^t=\d{1,12}$/.test(timestamp) && otherTimestamps.length === 0;
  if (!readable || signatures.length === 0) throw new WebhookSignatureError('malformed');
  return { timestamp: timestamp.slice(2), signatures: signatures.map((part) => Buffer.from(part.slice(3), 'hex')) };
}
