import { accepted, accepting, altering, changed, type Fault, type Handler } from './fault.ts';

/** Repeats the first success while a client sends the same one-time token. */
const replayable = (): Handler => {
  const served = new Map<string, string>();
  return altering({ operationId: 'fundTransfer' }, async (response, { request }) => {
    const token = request.headers.get('x-2fa-approval');
    if (token === null) return response;
    if (response.status === 200) served.set(token, await response.clone().text());
    const before = served.get(token);
    return response.status === 403 && before !== undefined
      ? changed(response, {
          status: 200,
          headers: { 'x-2fa-approval': null, 'x-2fa-approval-result': 'APPROVED' },
          body: before,
        })
      : response;
  })();
};

/** Builds another verification with the same profile and one-time token, as plain JSON. */
const verification = ({ method, url, headers }: Request, path: string, body: object): Request => {
  const left = new Headers(headers);
  for (const name of ['content-length', 'x-tw-jose-method']) left.delete(name);
  left.set('content-type', 'application/json');
  left.set('accept', 'application/json');
  return new Request(url.replace(/\/pin\/verify$/, path), { method, headers: left, body: JSON.stringify(body) });
};

const isPlainJson = ({ headers }: Request): boolean => headers.get('content-type') === 'application/json';

/** Reports that a PIN is deleted, but does not delete it. */
const deleteWithoutEffect = (): Handler => {
  const seen = new Set<string>();
  return async (received) => {
    if (received.operationId !== 'deletePin') return received.next();
    const who = `${received.request.url} ${received.request.headers.get('authorization')}`;
    if (!seen.has(who)) {
      seen.add(who);
      return received.documented(204);
    }
    const errors = [{ code: 'pin.not.setup', message: 'There is no PIN.' }];
    return changed(await received.documented(404), { body: JSON.stringify({ errors }) });
  };
};

/** Rules that a schema cannot express. Each has a scenario. */
export const rules: readonly Fault[] = [
  accepted(
    'the sixth attempt is evaluated without a lock',
    'verifyPin',
    429,
    200,
    /429 · five wrong PINs lock.*returned 200/,
  ),
  accepted(
    'a locked profile gets a new one-time token',
    'createScaSession',
    429,
    200,
    /429 · a locked profile gets no token.*returned 200/,
  ),
  accepted('a wrong PIN completes the challenge', 'verifyPin', 400, 200, /400 · a wrong PIN is rejected.*returned 200/),
  {
    name: 'a PIN completes the challenge of the device',
    operations: ['verifyPin'],
    detectedBy: { status: 200 },
    named: /verifyPin 200 · the right PIN passes its challenge.*A challenge with.* PIN is not passed/,
    plant: () => async (received) =>
      received.operationId === 'verifyPin' && isPlainJson(received.request)
        ? received.next(
            verification(received.request, '/device-fingerprints/verify', { deviceFingerprint: 'device-one' }),
          )
        : received.next(),
  },
  {
    name: 'a wrong PIN is rejected, but completes the challenge',
    operations: ['verifyPin'],
    detectedBy: { status: 400 },
    named: /verifyPin 400 · a wrong PIN is rejected.*A challenge with PIN is passed/,
    plant: altering({ operationId: 'verifyPin', status: 400 }, async (response, { request, next }) => {
      await next(verification(request, '/pin/verify', { pin: '1234' }));
      return response;
    }),
  },
  {
    name: 'a deleted PIN still works',
    operations: ['deletePin'],
    detectedBy: { status: 204 },
    named: /deletePin 204 · a PIN is removed, and clears nothing any more.*verifyPin returned 200/,
    plant: deleteWithoutEffect,
  },
  {
    name: 'an approval of a payment works twice',
    operations: ['fundTransfer'],
    detectedBy: { status: 200 },
    named: /fundTransfer 200 · an approval serves once.*returned 200/,
    plant: replayable,
  },
  {
    name: 'an approval works for another amount',
    operations: ['fundTransfer'],
    detectedBy: { status: 403 },
    named: /fundTransfer 403 · an approval does not serve for another amount.*returned 200/,
    plant: accepting(
      { operationId: 'fundTransfer', status: 403, when: ({ headers }) => headers.has('x-2fa-approval') },
      200,
    ),
  },
  accepted(
    'a one-time token is valid for more than an hour',
    'getOneTimeTokenStatus',
    404,
    200,
    /404 · a token dies after an hour.*returned 200/,
  ),
  accepted(
    'a second code is sent immediately',
    'triggerSms',
    429,
    200,
    /429 · a second code within 15 seconds.*returned 200/,
  ),
  accepted(
    'a code works after five minutes',
    'verifySms',
    400,
    200,
    /400 · a code dies after five minutes.*returned 200/,
  ),
  accepted('a second PIN replaces the first', 'createPin', 409, 200, /409 · a second PIN is rejected.*returned 200/),
  {
    name: 'a repeated idempotency-ref executes the request again',
    operations: ['enrolOtpFactor'],
    detectedBy: { status: 204 },
    named: /enrolOtpFactor 204 · a repeat with the same idempotency-ref/,
    plant: () => async (received) => {
      if (received.operationId !== 'enrolOtpFactor') return received.next();
      const request = new Request(received.request);
      request.headers.delete('idempotency-ref');
      return received.next(request);
    },
  },
  accepted('credentials are not required', 'getMe', 401, 200, /401 · no credentials are rejected.*returned 200/),
  accepted(
    'a token of the wrong kind works',
    'deleteUserPin',
    403,
    204,
    /403 · a token of the wrong kind.*returned 204/,
  ),
  {
    name: 'an authorization code works twice',
    operations: ['createAccessToken'],
    detectedBy: { status: 200 },
    named: /createAccessToken 200 · an authorization code gives a user token, once.*returned 200/,
    plant: accepting({ operationId: 'createAccessToken', status: 401 }, 200),
  },
];
