import type { encryptedResponses, operations } from './generated/types.ts';
import type { OperationId } from './operation.ts';

type Parameters<Id extends OperationId, In extends string> = operations[Id] extends {
  readonly parameters: { readonly [K in In]?: infer P };
}
  ? [P] extends [undefined]
    ? Record<never, never>
    : NonNullable<P>
  : Record<never, never>;

/** The path parameters of an operation. */
export type PathParameters<Id extends OperationId> = Parameters<Id, 'path'>;
/** The query parameters of an operation. */
export type QueryParameters<Id extends OperationId> = Parameters<Id, 'query'>;
/** The header parameters of an operation, named as in the OpenAPI document. */
export type HeaderParameters<Id extends OperationId> = Parameters<Id, 'header'>;

type PlainMedia = 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain' | 'text/event-stream';
type PlainOf<Content> = Content extends object ? Content[Extract<keyof Content, PlainMedia>] : undefined;

/** The plain request body: the plaintext of an encrypted body, `undefined` without a body. */
export type RequestBody<Id extends OperationId> = operations[Id] extends {
  readonly requestBody: { readonly content: infer C };
}
  ? PlainOf<C>
  : operations[Id] extends { readonly requestBody?: { readonly content: infer C } }
    ? PlainOf<C> | undefined
    : undefined;

/** The documented statuses of an operation. */
export type ResponseStatus<Id extends OperationId> = keyof operations[Id]['responses'];

/** The media types of a response; `never` without a body. */
export type ResponseMediaType<
  Id extends OperationId,
  Status extends ResponseStatus<Id>,
> = operations[Id]['responses'][Status] extends { readonly content: infer C } ? keyof C : never;

/** The plain response body: the plaintext of an encrypted body, `undefined` without a body. */
export type ResponseBody<
  Id extends OperationId,
  Status extends ResponseStatus<Id>,
> = operations[Id]['responses'][Status] extends {
  readonly content: infer C;
}
  ? Extract<keyof C, PlainMedia> extends never
    ? EncryptedResponse<Id, Status>
    : PlainOf<C>
  : undefined;

/** The plaintext of a response that is only documented as encrypted. */
type EncryptedResponse<Id extends OperationId, Status> = Id extends keyof encryptedResponses
  ? Status extends keyof encryptedResponses[Id]
    ? encryptedResponses[Id][Status]
    : never
  : never;
