import { accepting, altered, altering, changed, type Fault } from './fault.ts';

const json = (body: unknown): string => JSON.stringify(body);
const errorBody = (message: string, more: object = {}): string =>
  json({ errors: [{ code: 'internal.error', message, ...more }] });
const STACK =
  'TypeError: x is undefined\n    at verify (/app/src/verify.ts:12:7)\n    at serve (/app/src/serve.ts:3:1)';

/** Undocumented statuses, and documented statuses at the wrong time. */
export const statuses: readonly Fault[] = [
  altered('deletePin sends 200 in place of 204', 'deletePin', 204, /200 .*undocumented-status/, {
    status: 200,
  }),
  altered('fundTransfer sends 201 in place of 200', 'fundTransfer', 200, /201 .*undocumented-status/, {
    status: 201,
  }),
  {
    name: 'getHealth sends an undocumented 403',
    operations: ['getHealth'],
    detectedBy: { status: 200 },
    named: /getHealth 403 .*undocumented-status/,
    plant: altering(
      { operationId: 'getHealth', when: ({ headers }) => headers.has('x-external-correlation-id') },
      (response) =>
        changed(response, { status: 403, headers: { 'content-type': 'application/json' }, body: errorBody('No.') }),
    ),
  },
  {
    name: 'deletePin sends 501',
    operations: ['deletePin'],
    detectedBy: { status: 204 },
    named: /deletePin 501 · status.*not-implemented/,
    plant: altering({ operationId: 'deletePin' }, (response) =>
      changed(response, { status: 501, headers: { 'content-type': 'application/json' }, body: errorBody('Later.') }),
    ),
  },
  altered('createPin fails with 500', 'createPin', 200, /200 · a PIN is enrolled.*returned 500/, {
    status: 500,
    headers: { 'content-type': 'application/json' },
    body: errorBody('Broken.'),
  }),
  altered('a 500 has a stack trace in an additional property', 'getMe', 500, /500 .*additional properties.*stack/, {
    body: errorBody('Broken.', { stack: STACK }),
  }),
  altered('a 500 has a stack trace in its message', 'getMe', 500, /500 · body\.errors\.0\.message.*pattern/, {
    body: errorBody(STACK),
  }),
  {
    name: 'a body of the wrong type makes createTransfer fail with 500',
    operations: ['createTransfer'],
    detectedBy: 'negatives',
    named: /createTransfer · .*wrong type.*Responded 500/,
    plant: altering(
      {
        operationId: 'createTransfer',
        status: 400,
        when: ({ headers }) => !headers.has('x-external-correlation-id'),
      },
      (response) => changed(response, { status: 500, body: errorBody('Broken.') }),
    ),
  },
  {
    name: 'a transfer id that is not a number is accepted',
    operations: ['getTransfer'],
    detectedBy: 'negatives',
    named: /getTransfer · path parameter transferId .*Responded 200/,
    plant: accepting(
      { operationId: 'getTransfer', status: 400, when: ({ url }) => !/transfers\/\d+$/.test(new URL(url).pathname) },
      200,
    ),
  },
  {
    name: 'a PIN of five digits is accepted',
    operations: ['createUserPin'],
    detectedBy: 'negatives',
    named: /createUserPin · .*pin too long.*Responded 204/,
    plant: accepting({ operationId: 'createUserPin', status: 400 }, 204),
  },
  {
    name: 'a damaged envelope is accepted',
    operations: ['createUserPin'],
    detectedBy: 'negatives',
    named: /createUserPin · .*envelope .*Responded 204/,
    plant: accepting(
      {
        operationId: 'createUserPin',
        status: 400,
        when: ({ headers }) => headers.get('content-type') === 'application/jose+json',
      },
      204,
    ),
  },
];
