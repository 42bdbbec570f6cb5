import { accepting, altering, changed, type Fault } from './fault.ts';

const json = (body: unknown): string => JSON.stringify(body);
const refusal = (message: string, more: object = {}): string =>
  json({ errors: [{ code: 'internal.error', message, ...more }] });
const STACK =
  'TypeError: x is undefined\n    at verify (/app/src/verify.ts:12:7)\n    at serve (/app/src/serve.ts:3:1)';

/** Statuses that nobody documented, and documented ones at the wrong time. */
export const statuses: readonly Fault[] = [
  {
    name: 'deletePin answers 200 in place of 204',
    operations: ['deletePin'],
    status: 204,
    named: /deletePin 200 .*undocumented-status/,
    plant: altering({ operationId: 'deletePin', status: 204 }, (answer) => changed(answer, { status: 200 })),
  },
  {
    name: 'fundTransfer answers 200 in place of 201',
    operations: ['fundTransfer'],
    status: 201,
    named: /fundTransfer 200 .*undocumented-status/,
    plant: altering({ operationId: 'fundTransfer', status: 201 }, (answer) => changed(answer, { status: 200 })),
  },
  {
    name: 'getHealth answers an undocumented 403',
    operations: ['getHealth'],
    status: 200,
    named: /getHealth 403 .*undocumented-status/,
    plant: altering(
      { operationId: 'getHealth', when: ({ headers }) => headers.has('x-external-correlation-id') },
      (answer) =>
        changed(answer, { status: 403, headers: { 'content-type': 'application/json' }, body: refusal('No.') }),
    ),
  },
  {
    name: 'deletePin answers 501',
    operations: ['deletePin'],
    status: 204,
    named: /deletePin 501 · status.*not-implemented/,
    plant: altering({ operationId: 'deletePin' }, (answer) =>
      changed(answer, { status: 501, headers: { 'content-type': 'application/json' }, body: refusal('Later.') }),
    ),
  },
  {
    name: 'createPin breaks with 500',
    operations: ['createPin'],
    status: 200,
    named: /createPin 200 · a PIN is enrolled.*returned 500/,
    plant: altering({ operationId: 'createPin', status: 200 }, (answer) =>
      changed(answer, { status: 500, headers: { 'content-type': 'application/json' }, body: refusal('Broken.') }),
    ),
  },
  {
    name: 'a 500 shows its stack in a member of its own',
    operations: ['getMe'],
    status: 500,
    named: /getMe 500 .*additional properties.*stack/,
    plant: altering({ operationId: 'getMe', status: 500 }, (answer) =>
      changed(answer, { body: refusal('Broken.', { stack: STACK }) }),
    ),
  },
  {
    name: 'a 500 shows its stack in the message',
    operations: ['getMe'],
    status: 500,
    named: /getMe 500 · body\.errors\.0\.message.*pattern/,
    plant: altering({ operationId: 'getMe', status: 500 }, (answer) => changed(answer, { body: refusal(STACK) })),
  },
  {
    name: 'a body of the wrong type breaks createTransfer with 500',
    operations: ['createTransfer'],
    negatives: true,
    named: /createTransfer · .*wrong type.*Responded 500/,
    plant: altering(
      {
        operationId: 'createTransfer',
        status: 400,
        when: ({ headers }) => !headers.has('x-external-correlation-id'),
      },
      (answer) => changed(answer, { status: 500, body: refusal('Broken.') }),
    ),
  },
  {
    name: 'a transfer id that is no number is accepted',
    operations: ['getTransfer'],
    negatives: true,
    named: /getTransfer · path parameter transferId .*Responded 200/,
    plant: accepting(
      { operationId: 'getTransfer', status: 400, when: ({ url }) => !/transfers\/\d+$/.test(new URL(url).pathname) },
      200,
    ),
  },
  {
    name: 'a PIN of five digits is accepted',
    operations: ['createUserPin'],
    negatives: true,
    named: /createUserPin · .*pin too long.*Responded 204/,
    plant: accepting({ operationId: 'createUserPin', status: 400 }, 204),
  },
  {
    name: 'a damaged envelope is accepted',
    operations: ['createUserPin'],
    negatives: true,
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
