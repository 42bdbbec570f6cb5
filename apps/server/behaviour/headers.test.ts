import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSandbox, phoneNumber } from './support/sandbox.ts';

const sandbox = openSandbox();

describe('Response headers', () => {
  it('x-trace-id is 32 hex digits on success, errors, unknown paths and unknown methods', async () => {
    const user = await sandbox.createEnrolledUser();
    const responses = [
      await user.call('GET', '/v1/me'),
      await user.call('DELETE', user.v2Path('pin')),
      await user.getStatement(),
      await sandbox.call('GET', '/v1/me'),
      await sandbox.call('GET', '/no/such/path'),
      await sandbox.call('PATCH', '/v1/me'),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 204, 403, 401, 404, 405]);
    const ids = responses.map(({ headers }) => headers.get('x-trace-id'));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('X-External-Correlation-Id is echoed', async () => {
    const user = await sandbox.createUser();
    const id = randomUUID();
    for (const path of ['/v1/me', '/v1/transfers/1']) {
      const { headers } = await user.call('GET', path, { headers: { 'X-External-Correlation-Id': id } });
      expect(headers.get('x-external-correlation-id')).toBe(id);
    }
    expect((await user.call('GET', '/v1/me')).headers.get('x-external-correlation-id')).toBeNull();
  });

  it.each(['not-a-uuid', `${randomUUID()}0`, '0'.repeat(36)])(
    'returns 400 for an X-External-Correlation-Id that is not a UUID: %s',
    async (id) => {
      const user = await sandbox.createUser();
      const response = await user.call('GET', '/v1/me', { headers: { 'X-External-Correlation-Id': id } });
      expect(response.status).toBe(400);
      expect(response.headers.get('x-external-correlation-id')).toBeNull();
    },
  );

  it('request-ref is on responses of the Additional Factors family alone', async () => {
    const user = await sandbox.createUser();
    const responses = [
      await user.callWithAuthToken('GET', '/authentication_factors'),
      await user.callWithAuthToken('POST', '/authentication_factors/otp/SMS'),
      await sandbox.call('GET', '/authentication_factors'),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 409, 401]);
    for (const { headers } of responses) expect(headers.get('request-ref')).toMatch(/\S/);
    expect((await user.call('GET', '/v1/me')).headers.get('request-ref')).toBeNull();
  });

  it('429 responses of v1 and v2 have Retry-After in seconds and X-Rate-Limited-By', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const token = await user.createToken();
    await user.callV1('sms/trigger', token);
    const response = await user.callV1('sms/trigger', token);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toMatch(/^(1[0-5]|[1-9])$/);
    expect(response.headers.get('x-rate-limited-by')).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('429 responses of additional factors have x-ratelimit-limit and x-ratelimit-reset', async () => {
    const user = await sandbox.createUser({ phoneNumber: phoneNumber() });
    const enrol = async () => {
      await user.advanceClock(16);
      return user.callWithAuthToken('POST', '/authentication_factors/otp/SMS');
    };
    for (let turn = 0; turn < 5; turn += 1) await enrol();
    const response = await enrol();
    expect(response.status).toBe(429);
    expect(response.headers.get('x-ratelimit-limit')).toMatch(/^\d+$/);
    expect(response.headers.get('x-ratelimit-reset')).toMatch(/^\d+$/);
  });

  it('every error has a JSON body, the 403 of a protected operation included', async () => {
    const user = await sandbox.createEnrolledUser();
    for (const response of [
      await user.getStatement(),
      await user.pay(),
      await sandbox.call('GET', '/v1/me'),
      await sandbox.call('GET', '/no/such/path'),
      await sandbox.call('PATCH', '/v1/me'),
      await user.call('POST', user.v2Path('pin'), { headers: { 'content-type': 'text/plain' }, body: 'x' }),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.body).toEqual({ errors: [{ code: expect.any(String), message: expect.any(String) }] });
    }
  });

  it('treats an empty body with a JSON content type as no body', async () => {
    const user = await sandbox.createEnrolledUser({ phoneNumber: phoneNumber() });
    const json = { 'content-type': 'application/json' };
    expect((await user.call('POST', user.v2Path('sca-sessions/authorise'), { headers: json, body: '' })).status).toBe(
      200,
    );
    const headers = { ...json, 'One-Time-Token': await user.createToken() };
    expect((await user.call('POST', '/v1/one-time-token/sms/trigger', { headers, body: '' })).status).toBe(200);
    for (const path of ['/authentication_factors/otp/SMS', '/authentication_factors/push/AUTHY']) {
      await user.advanceClock(20);
      expect((await user.callWithAuthToken('POST', path, { headers: json, body: '' })).status).toBe(204);
    }
    expect((await sandbox.call('POST', '/sandbox/users', { headers: json, body: '' })).status).toBe(201);
    const missing = await user.call('POST', user.v2Path('pin'), { headers: json, body: '' });
    expect(missing.status).toBe(400);
  });

  it('ignores unknown members of a JSON body', async () => {
    const user = await sandbox.createUser();
    const response = await user.call('POST', user.v2Path('pin'), {
      body: { pin: '1234', colour: 'blue', nested: { a: 1 } },
    });
    expect(response.status).toBe(200);
  });

  it('sends x-2fa-approval headers as bare values', async () => {
    const user = await sandbox.createEnrolledUser();
    const { headers } = await user.getStatement();
    expect(headers.get('x-2fa-approval')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(headers.get('x-2fa-approval-result')).toBe('REJECTED');
  });
});
