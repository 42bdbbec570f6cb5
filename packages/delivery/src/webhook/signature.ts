import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertNoErrors, errorUnless, type OptionError } from '../option-error.ts';
import type { WebhookMessage } from './message.ts';

/** The header that carries the signature. */
export const SIGNATURE_HEADER = 'X-Sca-Signature';

/** One key, or two while one takes over from the other. Each at least 32 characters, from a CSPRNG. */
export type WebhookKeys = readonly [string] | readonly [string, string];

/** Whether there is a key, no more than two, and none is short. */
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
 * The value of `X-Sca-Signature`: `t=<Unix seconds>,v1=<hex HMAC-SHA256 over "t.body">`, with a `v1` for each key.
 *
 * @param timestamp whole seconds since the Unix epoch
 * @example
 * signWebhook('{"type":"otp"}', [key], 1_790_000_000); // 't=1790000000,v1=…'
 */
export function signWebhook(body: string | Uint8Array, keys: readonly string[], timestamp: number): string {
  const signatures = keys.map((key) => `v1=${macOf(key, String(timestamp), body).toString('hex')}`);
  return [`t=${timestamp}`, ...signatures].join(',');
}

/**
 * Why a signature does not hold: there is none, it cannot be read, no key fits, or it is right but of another time
 * (a replay, or a clock that is off).
 */
export type SignatureErrorReason = 'missing' | 'malformed' | 'mismatch' | 'outdated';

/** The request is not to be trusted; answer 401 and do nothing. */
export class WebhookSignatureError extends Error {
  override readonly name = 'WebhookSignatureError';
  readonly code = 'webhook.signature.invalid';
  readonly fault: SignatureErrorReason;

  constructor(fault: SignatureErrorReason) {
    super(`The webhook's signature is not valid: ${fault}`);
    this.fault = fault;
  }
}

export interface VerifyWebhookOptions {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** How old a request may be, and how far ahead of this clock; whole seconds, 300 unless told. */
  readonly tolerance?: number;
}

/** Headers as `fetch` has them, or as Node's `request.headers`. */
export type IncomingHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * For who receives the webhook: checks where a request comes from and how old it is, and reads it.
 *
 * Within the tolerance the same request passes again: whoever saw it can send it once more, and our own retries carry
 * the same `id`. Remember each `id` for twice the tolerance (ten minutes) and deliver it once; older requests are
 * refused here.
 *
 * @param body the bytes as they came, before any parsing
 * @param keys every key that is in use; during a rotation both
 * @returns the message
 * @throws WebhookSignatureError when it is not to be trusted
 * @throws TypeError when the keys or options are wrong
 * @example
 * const message = verifyWebhookSignature(request.headers, body, [key], { now: Date.now() });
 * if (message.type === 'otp') await sendSms(message.recipient, message.text);
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
  // Every pair is compared, so that the time tells nothing of which key or signature came close.
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

/** Room for two keys and for schemes to come. */
const LONGEST_HEADER = 1024;

function read(header: string): { readonly timestamp: string; readonly signatures: readonly Buffer[] } {
  const parts = header.length <= LONGEST_HEADER ? header.split(',').map((part) => part.trim()) : [];
  const [timestamp, ...otherTimestamps] = parts.filter((part) => part.startsWith('t='));
  const signatures = parts.filter((part) => /^v1=[0-9a-f]{64}$/.test(part));
  const readable = timestamp !== undefined && /^t=\d{1,12}$/.test(timestamp) && otherTimestamps.length === 0;
  if (!readable || signatures.length === 0) throw new WebhookSignatureError('malformed');
  return { timestamp: timestamp.slice(2), signatures: signatures.map((part) => Buffer.from(part.slice(3), 'hex')) };
}
