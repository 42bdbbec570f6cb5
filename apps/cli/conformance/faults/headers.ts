import { altered, altering, changed, type Fault } from './fault.ts';

/** @param headers replaces headers of the response; null removes one */
const wrong = (
  name: string,
  operationId: string,
  status: number,
  named: RegExp,
  headers: Readonly<Record<string, string | null>>,
): Fault => altered(name, operationId, status, named, { headers });

/** Headers that are missing, wrong or undocumented. */
export const headers: readonly Fault[] = [
  wrong('getMe has no x-trace-id', 'getMe', 200, /200 · header.*x-trace-id.*required/i, { 'x-trace-id': null }),
  wrong('the x-trace-id of getMe is not 32 hex digits', 'getMe', 200, /200 · header\.x-trace-id.*pattern/i, {
    'x-trace-id': 'NOT-HEX-NOT-HEX-NOT-HEX-NOT-HEX-',
  }),
  wrong(
    'a deprecated operation has no Deprecation header',
    'listPhoneNumbers',
    200,
    /200 · header.*deprecation.*required/i,
    { deprecation: null },
  ),
  wrong(
    'the 404 of a deprecated operation has no link to its successor',
    'deleteUserPin',
    404,
    /404 · header.*link.*required/i,
    { link: null },
  ),
  wrong(
    'the link of a deprecated operation is not to its successor',
    'deleteUserPin',
    404,
    /404 · header\.link.*pattern/i,
    { link: '</v2/profiles/101/pin>; rel="next"' },
  ),
  {
    name: 'a replayed response has no idempotency-replayed header',
    operations: ['enrolOtpFactor'],
    detectedBy: { status: 204 },
    named: /enrolOtpFactor 204 · a repeat with the same idempotency-ref.*idempotency-replayed/,
    plant: altering({ operationId: 'enrolOtpFactor' }, (response) =>
      changed(response, { headers: { 'idempotency-replayed': null } }),
    ),
  },
  wrong('a 429 has no Retry-After', 'createScaSession', 429, /429 · header.*retry-after.*required/i, {
    'retry-after': null,
  }),
  wrong('Retry-After is a date', 'createScaSession', 429, /429 · header\.retry-after.*(type|integer)/i, {
    'retry-after': 'Wed, 25 Nov 2026 08:00:00 GMT',
  }),
  wrong('getMe has a header that is not documented', 'getMe', 200, /200 · header\.x-powered-by.*undocumented-header/, {
    'x-powered-by': 'x',
  }),
  {
    name: 'the correlation id of getMe is not sent back',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe .*did not return the correlation id/,
    plant: altering({ operationId: 'getMe' }, (response) =>
      changed(response, { headers: { 'x-external-correlation-id': null } }),
    ),
  },
  {
    name: 'getMe sends another correlation id back',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe .*did not return the correlation id/,
    plant: altering({ operationId: 'getMe' }, (response, { request }) =>
      request.headers.has('x-external-correlation-id')
        ? changed(response, { headers: { 'x-external-correlation-id': crypto.randomUUID() } })
        : response,
    ),
  },
  wrong('a 401 names no scheme', 'getMe', 401, /401 · header.*www-authenticate.*required/i, {
    'www-authenticate': null,
  }),
  wrong('a 401 names an invalid scheme', 'getMe', 401, /401 · header\.www-authenticate.*pattern/i, {
    'www-authenticate': '!!',
  }),
  wrong(
    'the 403 of a protected operation has no x-2fa-approval-result',
    'fundTransfer',
    403,
    /403 · header.*x-2fa-approval-result.*required/i,
    { 'x-2fa-approval-result': null },
  ),
  wrong(
    'a delivered statement says that it was rejected',
    'getBalanceStatement',
    200,
    /200 · header\.x-2fa-approval-result.*enum/i,
    { 'x-2fa-approval-result': 'REJECTED' },
  ),
  wrong(
    'the 403 of a protected operation says that it was approved',
    'fundTransfer',
    403,
    /403 · header\.x-2fa-approval-result.*enum/i,
    { 'x-2fa-approval-result': 'APPROVED' },
  ),
  wrong('the 403 of a protected operation has no one-time token', 'fundTransfer', 403, /.*x-2fa-approval/i, {
    'x-2fa-approval': null,
  }),
  wrong('tokens may be cached', 'createAccessToken', 200, /200 · header.*cache-control/i, { 'cache-control': null }),
];
