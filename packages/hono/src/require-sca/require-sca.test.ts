import { type Actor, createEngine, type Engine, type ProfileKey } from '@sca-kit/engine';
import { testPorts } from '@sca-kit/engine/testing';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type RequireScaOptions, requireSca } from './require-sca.ts';

const PIN = '4711';
const FINGERPRINT = '3f0c6ad1-device';

interface Shop {
  readonly engine: Engine;
  readonly subject: { readonly actor: Actor; readonly profile: ProfileKey };
  readonly app: Hono;
  readonly pay: (body?: object, token?: string) => Promise<Response>;
  /** Verifies PIN and device fingerprint. */
  readonly clear: (token: string) => Promise<void>;
  readonly paid: unknown[];
}

/** A separate Hono app with one user, who has a PIN and a device fingerprint by default. */
async function shop(
  options: Partial<RequireScaOptions> = {},
  factors: readonly string[] = ['pin', 'fingerprint'],
): Promise<Shop> {
  const engine = createEngine(testPorts());
  const application: Actor = { clientId: 'shop', userId: null, name: 'application', traceId: null };
  await engine.identity.createClient(application);
  const { userId } = await engine.identity.createUser(application);
  const actor: Actor = { ...application, userId, name: `user:${userId}` };
  const profile = await engine.profiles.default(actor, userId);
  if (factors.includes('pin')) await engine.factors.enrol(actor, profile, 'PIN', PIN);
  if (factors.includes('fingerprint')) await engine.deviceFingerprints.create(actor, profile, FINGERPRINT);

  const paid: unknown[] = [];
  const app = new Hono();
  const sca = requireSca({
    engine,
    subject: () => ({ actor, profile }),
    actionType: 'ORDER__PAY',
    risk: 'high',
    link: async (c) => ({ order: c.req.param('order'), ...((await c.req.json()) as object) }),
    ...options,
  });
  app.post('/orders/:order/pay', sca, async (c) => {
    paid.push(await c.req.json());
    return c.json({ paid: true }, 201);
  });
  return {
    engine,
    subject: { actor, profile },
    app,
    paid,
    pay: async (body = { amount: 10 }, token) =>
      app.request('/orders/7/pay', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: token === undefined ? {} : { 'x-2fa-approval': token },
      }),
    async clear(token) {
      await engine.challenges.verify(actor, token, 'PIN', PIN);
      await engine.challenges.verify(actor, token, 'PARTNER_DEVICE_FINGERPRINT', FINGERPRINT);
    },
  };
}

const tokenOf = ({ headers }: Response): string => headers.get('x-2fa-approval') ?? '';

describe('requireSca() in an existing Hono app', () => {
  test('returns 403 with a token, then 201 with the cleared token, and passes the body on', async () => {
    const { pay, clear, paid } = await shop();
    const rejected = await pay();
    expect(rejected.status).toBe(403);
    expect(rejected.headers.get('x-2fa-approval-result')).toBe('REJECTED');
    expect(await rejected.json()).toEqual({ errors: [{ code: 'sca.required', message: expect.any(String) }] });
    expect(paid).toEqual([]);
    await clear(tokenOf(rejected));
    const approved = await pay({ amount: 10 }, tokenOf(rejected));
    expect(approved.status).toBe(201);
    expect(approved.headers.get('x-2fa-approval-result')).toBe('APPROVED');
    expect(paid).toEqual([{ amount: 10 }]);
  });

  test('returns 403 for a used token and for another amount', async () => {
    const { pay, clear, paid } = await shop();
    const token = tokenOf(await pay());
    await clear(token);
    expect((await pay({ amount: 11 }, token)).status).toBe(403);
    expect((await pay({ amount: 10 }, ` ${token} `)).status).toBe(201);
    expect((await pay({ amount: 10 }, token)).status).toBe(403);
    expect(paid).toHaveLength(1);
  });

  test('returns 200 without a challenge while a low-risk session is open', async () => {
    const { engine, subject, app, clear } = await shop();
    const sca = requireSca({ engine, subject: () => subject, actionType: 'ORDER__LIST', risk: 'low' });
    app.get('/orders', sca, (c) => c.text('none'));
    const rejected = await app.request('/orders');
    expect(rejected.status).toBe(403);
    await clear(tokenOf(rejected));
    expect((await app.request('/orders')).status).toBe(200);
  });

  test('returns 403 without a token for a user with too few factors', async () => {
    const { pay } = await shop({}, ['pin']);
    const rejected = await pay();
    expect([rejected.status, tokenOf(rejected)]).toEqual([403, '']);
    expect(await rejected.json()).toMatchObject({ errors: [{ code: 'sca.factors.insufficient' }] });
  });

  test.each(['', 'nonsense', 'a, b', 'x'.repeat(10_000)])(
    'returns 403 and a new token for the token "%s"',
    async (token) => {
      const { pay } = await shop();
      const rejected = await pay({ amount: 10 }, token);
      expect([rejected.status, tokenOf(rejected).length]).toEqual([403, 36]);
    },
  );

  test('returns 429 with Retry-After while the profile is locked', async () => {
    const { engine, subject, pay } = await shop();
    const token = tokenOf(await pay());
    const guess = () => engine.challenges.verify(subject.actor, token, 'PIN', '0000');
    for (let count = 0; count < 5; count += 1) await expect(guess()).rejects.toThrow();
    const rejected = await pay();
    expect(rejected.status).toBe(429);
    expect(rejected.headers.get('retry-after')).toBe('900');
    expect(rejected.headers.get('x-rate-limited-by')).toBe('sca-lockout');
  });

  test('passes other errors to the error handler of the app', async () => {
    const { app, pay, paid } = await shop({ subject: () => Promise.reject(new Error('no session')) });
    app.onError((error, c) => c.text(`own handler: ${error.message}`, 418));
    const response = await pay();
    expect([response.status, await response.text()]).toEqual([418, 'own handler: no session']);
    expect(paid).toEqual([]);
  });
});

describe('requireSca() options', () => {
  const validOptions = {
    engine: { approvals: { decide: async () => ({ approved: true }), enrolmentNeedsApproval: async () => false } },
    subject: () => ({}),
    actionType: 'ORDER__PAY',
    risk: 'high',
  };

  test('accepts valid options', () => {
    expect(() => requireSca(validOptions as unknown as RequireScaOptions)).not.toThrow();
  });

  test.each<[string, object]>([
    ['engine', { engine: undefined }],
    ['engine', { engine: {} }],
    ['subject', { subject: undefined }],
    ['actionType', { actionType: undefined }],
    ['actionType', { actionType: '' }],
    ['actionType', { actionType: 'order pay' }],
    ['actionType', { actionType: 'A'.repeat(65) }],
    ['risk', { risk: undefined }],
    ['risk', { risk: 'medium' }],
    ['link', { link: { amount: 1 } }],
  ])('throws a TypeError that names the option: %s %o', (name, change) => {
    const options = { ...validOptions, ...change } as unknown as RequireScaOptions;
    expect(() => requireSca(options)).toThrow(TypeError);
    expect(() => requireSca(options)).toThrow(`requireSca: ${name} must`);
  });
});
