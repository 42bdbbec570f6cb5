import { type Answer, accepting, altering, changed, type Fault } from './fault.ts';

/** Answers as if a one-time token could be used again: the first success, for as long as the same token is shown. */
const replayable = (): Answer => {
  const served = new Map<string, string>();
  return altering({ operationId: 'fundTransfer' }, async (answer, { request }) => {
    const token = request.headers.get('x-2fa-approval');
    if (token === null) return answer;
    if (answer.status === 201) served.set(token, await answer.clone().text());
    const before = served.get(token);
    return answer.status === 403 && before !== undefined
      ? changed(answer, {
          status: 201,
          headers: { 'x-2fa-approval': null, 'x-2fa-approval-result': 'APPROVED' },
          body: before,
        })
      : answer;
  })();
};

/** A verification of the same profile by the same token in place of that of a PIN, in clear. */
const verification = ({ method, url, headers }: Request, path: string, body: object): Request => {
  const left = new Headers(headers);
  for (const name of ['content-length', 'x-tw-jose-method']) left.delete(name);
  left.set('content-type', 'application/json');
  left.set('accept', 'application/json');
  return new Request(url.replace(/\/pin\/verify$/, path), { method, headers: left, body: JSON.stringify(body) });
};

const isClear = ({ headers }: Request): boolean => headers.get('content-type') === 'application/json';

/** Says that a PIN is removed, and afterwards that there is none, and keeps it. */
const keptAfterAll = (): Answer => {
  const told = new Set<string>();
  return async (passing) => {
    if (passing.operationId !== 'deletePin') return passing.next();
    const who = `${passing.request.url} ${passing.request.headers.get('authorization')}`;
    if (!told.has(who)) {
      told.add(who);
      return passing.documented(204);
    }
    const errors = [{ code: 'pin.not.setup', message: 'There is no PIN.' }];
    return changed(await passing.documented(404), { body: JSON.stringify({ errors }) });
  };
};

/** Rules that a shape alone does not show: each has a scenario. */
export const rules: readonly Fault[] = [
  {
    name: 'the sixth guess is evaluated: no lock',
    operations: ['verifyPin'],
    status: 429,
    named: /verifyPin 429 · five wrong PINs lock.*returned 200/,
    plant: accepting({ operationId: 'verifyPin', status: 429 }, 200),
  },
  {
    name: 'a locked profile gets a new one-time token',
    operations: ['createScaSession'],
    status: 429,
    named: /createScaSession 429 · a locked profile gets no token.*returned 200/,
    plant: accepting({ operationId: 'createScaSession', status: 429 }, 200),
  },
  {
    name: 'a wrong PIN passes',
    operations: ['verifyPin'],
    status: 400,
    named: /verifyPin 400 · a wrong PIN is rejected.*returned 200/,
    plant: accepting({ operationId: 'verifyPin', status: 400 }, 200),
  },
  {
    name: 'a PIN passes the challenge of the device',
    operations: ['verifyPin'],
    status: 200,
    named: /verifyPin 200 · the right PIN passes its challenge.*A challenge with.* PIN is not passed/,
    plant: () => async (passing) =>
      passing.operationId === 'verifyPin' && isClear(passing.request)
        ? passing.next(
            verification(passing.request, '/device-fingerprints/verify', { deviceFingerprint: 'device-one' }),
          )
        : passing.next(),
  },
  {
    name: 'a wrong PIN is refused, and passes',
    operations: ['verifyPin'],
    status: 400,
    named: /verifyPin 400 · a wrong PIN is rejected.*A challenge with PIN is passed/,
    plant: altering({ operationId: 'verifyPin', status: 400 }, async (answer, { request, next }) => {
      await next(verification(request, '/pin/verify', { pin: '1234' }));
      return answer;
    }),
  },
  {
    name: 'a PIN that was removed still serves',
    operations: ['deletePin'],
    status: 204,
    named: /deletePin 204 · a PIN is removed, and clears nothing any more.*verifyPin returned 200/,
    plant: keptAfterAll,
  },
  {
    name: 'an approval of a payment serves twice',
    operations: ['fundTransfer'],
    status: 201,
    named: /fundTransfer 201 · an approval serves once.*returned 201/,
    plant: replayable,
  },
  {
    name: 'an approval serves for another amount',
    operations: ['fundTransfer'],
    status: 403,
    named: /fundTransfer 403 · an approval does not serve for another amount.*returned 201/,
    plant: accepting(
      { operationId: 'fundTransfer', status: 403, when: ({ headers }) => headers.has('x-2fa-approval') },
      201,
    ),
  },
  {
    name: 'a one-time token outlives its hour',
    operations: ['getOneTimeTokenStatus'],
    status: 404,
    named: /getOneTimeTokenStatus 404 · a token dies after an hour.*returned 200/,
    plant: accepting({ operationId: 'getOneTimeTokenStatus', status: 404 }, 200),
  },
  {
    name: 'a second code is sent at once',
    operations: ['triggerSms'],
    status: 429,
    named: /triggerSms 429 · a second code within 15 seconds.*returned 200/,
    plant: accepting({ operationId: 'triggerSms', status: 429 }, 200),
  },
  {
    name: 'a code passes after its five minutes',
    operations: ['verifySms'],
    status: 400,
    named: /verifySms 400 · a code dies after five minutes.*returned 200/,
    plant: accepting({ operationId: 'verifySms', status: 400 }, 200),
  },
  {
    name: 'a second PIN replaces the first',
    operations: ['createPin'],
    status: 409,
    named: /createPin 409 · a second PIN is rejected.*returned 200/,
    plant: accepting({ operationId: 'createPin', status: 409 }, 200),
  },
  {
    name: 'a repeat with the same idempotency-ref has its effect again',
    operations: ['enrolOtpFactor'],
    status: 204,
    named: /enrolOtpFactor 204 · a repeat with the same idempotency-ref/,
    plant: () => async (passing) => {
      if (passing.operationId !== 'enrolOtpFactor') return passing.next();
      const request = new Request(passing.request);
      request.headers.delete('idempotency-ref');
      return passing.next(request);
    },
  },
  {
    name: 'no credentials are needed',
    operations: ['getMe'],
    status: 401,
    named: /getMe 401 · no credentials are rejected.*returned 200/,
    plant: accepting({ operationId: 'getMe', status: 401 }, 200),
  },
  {
    name: 'a token of the wrong kind serves',
    operations: ['deleteUserPin'],
    status: 403,
    named: /deleteUserPin 403 · a token of the wrong kind.*returned 204/,
    plant: accepting({ operationId: 'deleteUserPin', status: 403 }, 204),
  },
  {
    name: 'a refresh token serves twice',
    operations: ['createAccessToken'],
    status: 200,
    named: /createAccessToken 200 · a refresh token gives a user token, once.*returned 200/,
    plant: accepting({ operationId: 'createAccessToken', status: 400 }, 200),
  },
];
