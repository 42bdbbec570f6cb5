import { ScaError } from '@sca-kit/engine';
import { describe, expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { renderError } from './render-error.ts';
import { RequestError, type ValidationIssue } from './request-error.ts';

const invalid = (...issues: ValidationIssue[]): RequestError =>
  new RequestError('request.invalid', 'The request is not valid.', { issues });
const issue = (path: string, keyword: string): ValidationIssue => ({ path, message: 'is wrong.', keyword });

describe('v1, v2, sandbox', () => {
  test('renders one entry with code and message', () => {
    const { status, body } = renderError('standard', new ScaError('pin.not.setup', { message: 'There is no PIN.' }));
    expect(status).toBe(404);
    expect(body).toEqual({ errors: [{ code: 'pin.not.setup', message: 'There is no PIN.' }] });
  });

  test('renders one entry for each issue, with its path', () => {
    const error = invalid(issue('/body/pin', 'pattern'), issue('/path/profileId', 'minimum'));
    expect(renderError('standard', error).body).toEqual({
      errors: [
        { code: 'request.invalid', message: 'is wrong.', path: '/body/pin' },
        { code: 'request.invalid', message: 'is wrong.', path: '/path/profileId' },
      ],
    });
  });

  test('renders 429 with Retry-After and the name of the limit', () => {
    const error = new ScaError('sca.locked', { message: 'Locked.', retryAfter: 900, limitedBy: 'sca-lockout' });
    const headers = { 'Retry-After': '900', 'X-Rate-Limited-By': 'sca-lockout' };
    expect(renderError('standard', error)).toMatchObject({ status: 429, headers });
  });

  test('renders 503 with Retry-After if it is known', () => {
    const known = new ScaError('delivery.unavailable', { message: 'Not sent.', retryAfter: 1 });
    expect(renderError('standard', known).headers).toEqual({ 'Retry-After': '1' });
    expect(renderError('standard', new ScaError('delivery.unavailable', { message: 'Not sent.' })).headers).toEqual({});
  });
});

describe('Additional Factors', () => {
  test('renders 409 with only the errorCode', () => {
    const error = new ScaError('factor.conflict', { message: 'No.', errorCode: 'STATE_INVALID' });
    expect(renderError('factor', error)).toMatchObject({
      status: 409,
      body: { errorCode: 'STATE_INVALID' },
    });
  });

  test('renders the 403 for a missing step-up with an errorCode', () => {
    const error = new ScaError('step.up.required', { message: 'Step up first.' });
    expect(renderError('factor', error)).toMatchObject({
      status: 403,
      body: { errorCode: 'STEP_UP_REQUIRED' },
    });
  });

  test('renders the 403 for missing rights with an errorCode, and the 403 for a failed login with a message', () => {
    const denied = renderError('factor', new RequestError('access.denied'));
    expect(denied).toMatchObject({ status: 403, body: { errorCode: 'INSUFFICIENT_PERMISSIONS' } });
    const login = renderError('factor', new ScaError('login.failed'));
    expect(login).toMatchObject({ status: 403, body: { message: expect.any(String) } });
  });

  test.each([
    ['required', 'REQUIRED'],
    ['type', 'REGEX'],
    ['enum', 'IN'],
    ['const', 'IN'],
    ['pattern', 'REGEX'],
    ['format', 'REGEX'],
    ['minLength', 'SIZE'],
    ['maxLength', 'SIZE'],
    ['minimum', 'RANGE'],
    ['maximum', 'RANGE'],
    ['oneOf', 'REGEX'],
  ])('400 names the violated constraint: %s is %s', (keyword, error) => {
    expect(renderError('factor', invalid(issue('/body/code', keyword))).body).toEqual({
      message: 'The request is not valid.',
      syntaxErrors: { invalidFields: [{ params: [], fieldName: 'code', error }] },
    });
  });

  test.each([
    ['/body', [], 'body'],
    ['/body/password/value', ['password'], 'value'],
    ['/body/a/b/c', ['a', 'b'], 'c'],
    ['/header/api-key', [], 'api-key'],
  ])('400 names the field and the path of its parent: %s is %j and %s', (path, params, fieldName) => {
    const { body } = renderError('factor', invalid(issue(path, 'type')));
    expect(body).toMatchObject({ syntaxErrors: { invalidFields: [{ params, fieldName }] } });
  });

  test('renders 429 with the limit and its reset', () => {
    const error = new ScaError('rate.limit.reached', { message: 'Slower.', retryAfter: 7, limit: 60 });
    expect(renderError('factor', error)).toEqual({
      code: 'rate.limit.reached',
      status: 429,
      headers: { 'Retry-After': '7', 'x-ratelimit-limit': '60', 'x-ratelimit-reset': '7' },
      body: { message: 'Slower.' },
    });
  });
});

describe('OAuth and JOSE', () => {
  const basic = { 'WWW-Authenticate': 'Basic realm="x"' };
  test.each([
    [new ScaError('oauth.invalid_client', { message: 'x' }), 401, 'invalid_client'],
    [new ScaError('oauth.invalid_grant', { message: 'x' }), 400, 'invalid_grant'],
    [new RequestError('authentication.required', 'x', { headers: basic }), 401, 'invalid_client'],
    [new RequestError('authentication.required', 'x'), 401, 'invalid_token'],
    [new ScaError('token.invalid', { message: 'x' }), 401, 'invalid_token'],
    [new RequestError('access.denied', 'x'), 403, 'access_denied'],
    [new ScaError('rate.limit.reached', { message: 'x' }), 429, 'too_many_requests'],
    [new ScaError('service.unavailable', { message: 'x' }), 503, 'temporarily_unavailable'],
    [new TypeError('x'), 500, 'server_error'],
    [new RequestError('not.acceptable', 'x'), 406, 'not_acceptable'],
    [new RequestError('request.too.large', 'x'), 413, 'request_too_large'],
    [new RequestError('media.type.unsupported', 'x'), 415, 'unsupported_media_type'],
    [new ApiError('public.key.invalid', 400, 'x'), 400, 'public.key.invalid'],
    [new ApiError('public.key.not.found', 404, 'x'), 404, 'public.key.not.found'],
    [new ApiError('public.key.already.exists', 409, 'x'), 409, 'public.key.already.exists'],
    [invalid({ ...issue('/body/grant_type', 'discriminator'), message: 'is missing.' }), 400, 'invalid_request'],
    [invalid(issue('/body/grant_type', 'discriminator')), 400, 'unsupported_grant_type'],
  ])('%s is %i %s', (error, status, code) => {
    expect(renderError('oauth', error)).toMatchObject({ status, body: { error: code } });
  });

  test('a description is plain text in ASCII, without quotes and backslashes', () => {
    const message = 'must match the pattern "^\\d$", Zoë\n.';
    const { body } = renderError('oauth', invalid({ ...issue('/body/ä', 'pattern'), message }));
    // RFC 6749 §5.2
    expect((body as { error_description: string }).error_description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
  });
});

test.each(['standard', 'factor', 'oauth'] as const)(
  'renders an invalid JWE in the same shape for the family %s',
  (family) => {
    const error = new RequestError('jwe_error', 'The JWE or JWS cannot be decrypted or verified.', {
      cause: new Error('tag'),
    });
    expect(renderError(family, error).body).toEqual({
      error: 'jwe_error',
      error_description: 'The JWE or JWS cannot be decrypted or verified.',
    });
  },
);

test.each([new Error('secret'), 'secret', { message: 'secret' }, null, undefined])(
  'renders any other thrown value as a 500: %s',
  (thrown) => {
    const rendered = renderError('standard', thrown);
    expect(rendered).toMatchObject({ status: 500, code: 'internal.error' });
    expect(JSON.stringify(rendered)).not.toContain('secret');
  },
);
