import { altering, changed, type Fault } from './fault.ts';

/** Headers that are missing, wrong or undocumented. */
export const headers: readonly Fault[] = [
  {
    name: 'getMe has no x-trace-id',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · header.*x-trace-id.*required/i,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'x-trace-id': null } }),
    ),
  },
  {
    name: 'the x-trace-id of getMe is not 32 hex digits',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · header\.x-trace-id.*pattern/i,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'x-trace-id': 'NOT-HEX-NOT-HEX-NOT-HEX-NOT-HEX-' } }),
    ),
  },
  {
    name: 'a deprecated operation has no Deprecation header',
    operations: ['listPhoneNumbers'],
    detectedBy: { status: 200 },
    named: /listPhoneNumbers 200 · header.*deprecation.*required/i,
    plant: altering({ operationId: 'listPhoneNumbers', status: 200 }, (response) =>
      changed(response, { headers: { deprecation: null } }),
    ),
  },
  {
    name: 'the 404 of a deprecated operation has no link to its successor',
    operations: ['deleteUserPin'],
    detectedBy: { status: 404 },
    named: /deleteUserPin 404 · header.*link.*required/i,
    plant: altering({ operationId: 'deleteUserPin', status: 404 }, (response) =>
      changed(response, { headers: { link: null } }),
    ),
  },
  {
    name: 'the link of a deprecated operation is not to its successor',
    operations: ['deleteUserPin'],
    detectedBy: { status: 404 },
    named: /deleteUserPin 404 · header\.link.*pattern/i,
    plant: altering({ operationId: 'deleteUserPin', status: 404 }, (response) =>
      changed(response, { headers: { link: '</v2/profiles/101/pin>; rel="next"' } }),
    ),
  },
  {
    name: 'a replayed response has no idempotency-replayed header',
    operations: ['enrolOtpFactor'],
    detectedBy: { status: 204 },
    named: /enrolOtpFactor 204 · a repeat with the same idempotency-ref.*idempotency-replayed/,
    plant: altering({ operationId: 'enrolOtpFactor' }, (response) =>
      changed(response, { headers: { 'idempotency-replayed': null } }),
    ),
  },
  {
    name: 'a 429 has no Retry-After',
    operations: ['createScaSession'],
    detectedBy: { status: 429 },
    named: /createScaSession 429 · header.*retry-after.*required/i,
    plant: altering({ operationId: 'createScaSession', status: 429 }, (response) =>
      changed(response, { headers: { 'retry-after': null } }),
    ),
  },
  {
    name: 'Retry-After is a date',
    operations: ['createScaSession'],
    detectedBy: { status: 429 },
    named: /createScaSession 429 · header\.retry-after.*(type|integer)/i,
    plant: altering({ operationId: 'createScaSession', status: 429 }, (response) =>
      changed(response, { headers: { 'retry-after': 'Wed, 25 Nov 2026 08:00:00 GMT' } }),
    ),
  },
  {
    name: 'getMe has a header that is not documented',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · header\.x-powered-by.*undocumented-header/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'x-powered-by': 'x' } }),
    ),
  },
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
  {
    name: 'a 401 names no scheme',
    operations: ['getMe'],
    detectedBy: { status: 401 },
    named: /getMe 401 · header.*www-authenticate.*required/i,
    plant: altering({ operationId: 'getMe', status: 401 }, (response) =>
      changed(response, { headers: { 'www-authenticate': null } }),
    ),
  },
  {
    name: 'a 401 names an invalid scheme',
    operations: ['getMe'],
    detectedBy: { status: 401 },
    named: /getMe 401 · header\.www-authenticate.*pattern/i,
    plant: altering({ operationId: 'getMe', status: 401 }, (response) =>
      changed(response, { headers: { 'www-authenticate': '!!' } }),
    ),
  },
  {
    name: 'the 403 of a protected operation has no x-2fa-approval-result',
    operations: ['fundTransfer'],
    detectedBy: { status: 403 },
    named: /fundTransfer 403 · header.*x-2fa-approval-result.*required/i,
    plant: altering({ operationId: 'fundTransfer', status: 403 }, (response) =>
      changed(response, { headers: { 'x-2fa-approval-result': null } }),
    ),
  },
  {
    name: 'a delivered statement says that it was rejected',
    operations: ['getBalanceStatement'],
    detectedBy: { status: 200 },
    named: /getBalanceStatement 200 · header\.x-2fa-approval-result.*enum/i,
    plant: altering({ operationId: 'getBalanceStatement', status: 200 }, (response) =>
      changed(response, { headers: { 'x-2fa-approval-result': 'REJECTED' } }),
    ),
  },
  {
    name: 'the 403 of a protected operation says that it was approved',
    operations: ['fundTransfer'],
    detectedBy: { status: 403 },
    named: /fundTransfer 403 · header\.x-2fa-approval-result.*enum/i,
    plant: altering({ operationId: 'fundTransfer', status: 403 }, (response) =>
      changed(response, { headers: { 'x-2fa-approval-result': 'APPROVED' } }),
    ),
  },
  {
    name: 'the 403 of a protected operation has no one-time token',
    operations: ['fundTransfer'],
    detectedBy: { status: 403 },
    named: /fundTransfer .*x-2fa-approval/i,
    plant: altering({ operationId: 'fundTransfer', status: 403 }, (response) =>
      changed(response, { headers: { 'x-2fa-approval': null } }),
    ),
  },
  {
    name: 'tokens may be cached',
    operations: ['createAccessToken'],
    detectedBy: { status: 200 },
    named: /createAccessToken 200 · header.*cache-control/i,
    plant: altering({ operationId: 'createAccessToken', status: 200 }, (response) =>
      changed(response, { headers: { 'cache-control': null } }),
    ),
  },
];
