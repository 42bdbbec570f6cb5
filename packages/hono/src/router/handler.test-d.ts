/** Checked by the compiler alone: each `@ts-expect-error` fails the check when the line below it compiles. */
import type { Handler, HandlerRequest, Handlers } from './handler.ts';

declare const all: Handlers;

const { verifyPin: _, ...withoutOne } = all;
// @ts-expect-error a handler is missing
export const missing: Handlers = withoutOne;

export const misspelt: Handlers = {
  ...all,
  // @ts-expect-error no operation has this name
  verifyPinn: all.verifyPin,
};

export const complete: Handlers = { ...withoutOne, verifyPin: all.verifyPin };

// @ts-expect-error the operation documents 200, not 201
export const wrongStatus: Handler<'createPin'> = () => ({ status: 201, body: {} });

// @ts-expect-error 409 is a failure: it is thrown
export const failureStatus: Handler<'createPin'> = () => ({ status: 409, body: { errors: [] } });

// @ts-expect-error validity is a number
export const wrongType: Handler<'verifyPin'> = () => ({
  status: 200,
  body: { oneTimeToken: 'x', challenges: [], validity: '300' },
});

// @ts-expect-error a required member is missing
export const missingMember: Handler<'verifyPin'> = () => ({ status: 200, body: { oneTimeToken: 'x', challenges: [] } });

// @ts-expect-error the enum knows no such currency type
export const wrongEnum: Handler<'getHealth'> = () => ({ status: 200, body: { status: 'well' } });

// @ts-expect-error there is a body in this answer
export const missingBody: Handler<'verifyPin'> = () => ({ status: 200 });

// @ts-expect-error there is no body in this answer
export const bodyWhereNone: Handler<'deletePin'> = () => ({ status: 204, body: {} });

// @ts-expect-error JSON is not streamed
export const streamedJson: Handler<'getHealth'> = () => ({ status: 200, body: new ReadableStream<Uint8Array>() });

export const streamedEvents: Handler<'streamEvents'> = () => ({
  status: 200,
  body: new ReadableStream<Uint8Array>(),
});

export const noContent: Handler<'deletePin'> = () => ({ status: 204 });

export function read(request: HandlerRequest<'getBalanceStatement'>, pin: HandlerRequest<'verifyPin'>): unknown[] {
  const profileId: number = request.path.profileId;
  const plaintext: string = pin.body.pin;
  const type: 'COMPACT' | 'FLAT' | undefined = request.query.type;
  // @ts-expect-error path parameters that are numbers are no text
  const text: string = request.path.profileId;
  // @ts-expect-error the operation has no such parameter
  const unknown: unknown = request.query.page;
  // @ts-expect-error an optional parameter may be missing
  const certain: string = request.query.type;
  // @ts-expect-error the operation takes no body
  const body: object = request.body;
  // @ts-expect-error a request is read only
  request.path.profileId = 7;
  return [profileId, plaintext, type, text, unknown, certain, body];
}
