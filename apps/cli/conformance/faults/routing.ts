import { type Answer, accepting, changed, type Fault } from './fault.ts';

/** Changes answers to what is not documented at all. */
const unrouted =
  (status: number, change: (answer: Response) => Response): (() => Answer) =>
  () =>
  async (passing) => {
    const answer = await passing.next();
    return passing.operationId === undefined && answer.status === status ? change(answer) : answer;
  };

/** Paths, methods, media types and sizes. */
export const routing: readonly Fault[] = [
  {
    name: 'a wrong method is answered 404',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · \w+ on \/.*Responded 404; expected 405/,
    plant: unrouted(405, (answer) => changed(answer, { status: 404, headers: { allow: null } })),
  },
  {
    name: 'a 405 does not say what is allowed',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · \w+ on \/.*405 without Allow/,
    plant: unrouted(405, (answer) => changed(answer, { headers: { allow: null } })),
  },
  {
    name: 'an unknown path is answered 200',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · unknown path .*Responded 200; expected 404/,
    plant: unrouted(404, (answer) => changed(answer, { status: 200, body: '{}' })),
  },
  {
    name: 'an unknown path breaks with 500',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · unknown path .*Responded 500; expected 404/,
    plant: unrouted(404, (answer) => changed(answer, { status: 500 })),
  },
  {
    name: 'a 405 allows what there is not',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · \w+ on \/.*Allow: TRACE; the .* has/,
    plant: unrouted(405, (answer) => changed(answer, { headers: { allow: 'TRACE' } })),
  },
  {
    name: 'an unknown path is answered with a page',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · unknown path .*body that is not JSON/,
    plant: unrouted(404, (answer) => changed(answer, { headers: { 'content-type': 'text/html' }, body: '<p>No.' })),
  },
  {
    name: 'an unknown path is answered without a trace id',
    operations: ['getHealth'],
    negatives: true,
    named: /routing · unknown path .*without x-trace-id/,
    plant: unrouted(404, (answer) => changed(answer, { headers: { 'x-trace-id': null } })),
  },
  ...['HEAD', 'OPTIONS'].map(
    (method): Fault => ({
      name: `${method} breaks with 500`,
      operations: ['getHealth'],
      negatives: true,
      named: new RegExp(`routing · ${method} on /.*Responded 500`),
      plant: () => async (passing) =>
        passing.request.method === method ? new Response(null, { status: 500 }) : passing.next(),
    }),
  ),
  {
    name: 'a body of any size is accepted',
    operations: ['createUserPin'],
    status: 413,
    named: /createUserPin 413 · .*returned 204/,
    plant: accepting({ operationId: 'createUserPin', status: 413 }, 204),
  },
  {
    name: 'a body of a foreign media type is accepted',
    operations: ['createUserPin'],
    status: 415,
    named: /createUserPin 415 · .*returned 204/,
    plant: accepting({ operationId: 'createUserPin', status: 415 }, 204),
  },
  {
    name: 'Accept is not looked at',
    operations: ['getMe'],
    status: 406,
    named: /getMe 406 · .*returned 200/,
    plant: accepting({ operationId: 'getMe', status: 406 }, 200),
  },
  {
    name: 'a correlation id that is no UUID is accepted',
    operations: ['getMe'],
    status: 400,
    named: /getMe 400 · a correlation id that is not a UUID.*returned 200/,
    plant: accepting({ operationId: 'getMe', status: 400 }, 200),
  },
];
