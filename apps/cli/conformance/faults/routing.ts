import { accepted, accepting, changed, type Fault, type Handler } from './fault.ts';

/** Changes the responses to unknown paths and methods. */
const alteringUnknownRoutes =
  (status: number, change: (response: Response) => Response): (() => Handler) =>
  () =>
  async (received) => {
    const response = await received.next();
    return received.operationId === undefined && response.status === status ? change(response) : response;
  };

/** Paths, methods, media types and sizes. */
export const routing: readonly Fault[] = [
  {
    name: 'a wrong method gets 404',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · \w+ on \/.*Responded 404; expected 405/,
    plant: alteringUnknownRoutes(405, (response) => changed(response, { status: 404, headers: { allow: null } })),
  },
  {
    name: 'a 405 has no Allow header',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · \w+ on \/.*405 without Allow/,
    plant: alteringUnknownRoutes(405, (response) => changed(response, { headers: { allow: null } })),
  },
  {
    name: 'an unknown path gets 200',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · unknown path .*Responded 200; expected 404/,
    plant: alteringUnknownRoutes(404, (response) => changed(response, { status: 200, body: '{}' })),
  },
  {
    name: 'an unknown path fails with 500',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · unknown path .*Responded 500; expected 404/,
    plant: alteringUnknownRoutes(404, (response) => changed(response, { status: 500 })),
  },
  {
    name: 'a 405 allows a method that does not exist',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · \w+ on \/.*Allow: TRACE; the .* has/,
    plant: alteringUnknownRoutes(405, (response) => changed(response, { headers: { allow: 'TRACE' } })),
  },
  {
    name: 'an unknown path gets an HTML page',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · unknown path .*body that is not JSON/,
    plant: alteringUnknownRoutes(404, (response) =>
      changed(response, { headers: { 'content-type': 'text/html' }, body: '<p>No.' }),
    ),
  },
  {
    name: 'an unknown path gets a response without x-trace-id',
    operations: ['getHealth'],
    detectedBy: 'negatives',
    named: /routing · unknown path .*without x-trace-id/,
    plant: alteringUnknownRoutes(404, (response) => changed(response, { headers: { 'x-trace-id': null } })),
  },
  ...['HEAD', 'OPTIONS'].map(
    (method): Fault => ({
      name: `${method} fails with 500`,
      operations: ['getHealth'],
      detectedBy: 'negatives',
      named: new RegExp(`routing · ${method} on /.*Responded 500`),
      plant: () => async (received) =>
        received.request.method === method ? new Response(null, { status: 500 }) : received.next(),
    }),
  ),
  {
    name: 'a body of any size is accepted',
    operations: ['createUserPin'],
    detectedBy: { status: 413 },
    named: /createUserPin 413 · .*returned 204/,
    plant: accepting({ operationId: 'createUserPin', status: 413 }, 204),
  },
  accepted('a body of a foreign media type is accepted', 'createUserPin', 415, 204, /415 · .*returned 204/),
  accepted('Accept is ignored', 'getMe', 406, 200, /406 · .*returned 200/),
  accepted(
    'a correlation id that is not a UUID is accepted',
    'getMe',
    400,
    200,
    /400 · a correlation id that is not a UUID.*returned 200/,
  ),
];
