import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { createServer } from '../src/create-server.ts';
import { FAST } from '../test/server-options.ts';
import { DATABASES } from './support/databases.ts';
import { defaultProfileId, type SandboxUser } from './support/sandbox-users.ts';
import { cleanUp } from './support/server-process.ts';

afterAll(cleanUp);

/** Strings that JSON allows and some databases reject: NUL, half a surrogate pair, and characters of four bytes in UTF-8. */
const UNUSUAL = ['a\0b', 'a\ud800b', '\u{1f512}'.repeat(60)];

describe.each(DATABASES)('a server on %s', (_, freshDatabase) => {
  it('returns no server error for text that a database or UTF-8 rejects', async () => {
    const server = await createServer(readConfig({ ...(await freshDatabase()), SCA_LOG_LEVEL: 'silent' }), FAST);
    const json = { 'content-type': 'application/json' };
    const post = (path: string, headers: Readonly<Record<string, string>>, body: unknown) =>
      server.app.request(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
    const user = (await (await post('/sandbox/users', {}, {})).json()) as SandboxUser;
    const asUser = { authorization: `Bearer ${user.accessToken}` };
    const order = { targetAccount: 14550101, sourceAmount: 1, sourceCurrency: 'EUR', targetCurrency: 'EUR' };
    const wrong = { email: `a@example.com`, password: { value: 'x' } };
    for (const [at, text] of UNUSUAL.entries()) {
      const customerTransactionId = `1b4e28ba-2fa1-4d3b-a3f5-ef19b5a763${at}b`;
      const responses = await Promise.all([
        post(`/v2/profiles/${defaultProfileId(user)}/device-fingerprints`, asUser, { deviceFingerprint: text }),
        post('/v1/transfers', asUser, { ...order, customerTransactionId, details: { reference: text } }),
        post('/login_with_password', { 'api-key': user.apiKey ?? '' }, { ...wrong, email: `${text}@example.com` }),
        post('/login_with_password', { 'api-key': user.apiKey ?? '' }, { ...wrong, password: { value: text } }),
        post('/sandbox/users', {}, { clientId: text }),
        server.app.request('/v1/me', { headers: { authorization: `Bearer ${btoa('a\0b')}.AAAAAAAAAAAA` } }),
      ]);
      for (const { status } of responses) expect([200, 400, 401, 403]).toContain(status);
    }
    await server.close();
  });
});
