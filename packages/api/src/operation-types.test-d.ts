/** Checked by the compiler alone: each `@ts-expect-error` fails the check when the line below it compiles. */
import type {
  HeaderParameters,
  OperationId,
  PathParameters,
  QueryParameters,
  RequestBody,
  ResponseBody,
  ResponseMediaType,
  ResponseStatus,
} from './index.ts';

/** Exactly the same type, optional and readonly members included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };
const holds = <T extends true>(): T[] => [];

export const checks: readonly unknown[] = [
  // Numbers are numbers.
  holds<Same<PathParameters<'createPin'>['profileId'], number>>(),
  holds<Same<ResponseBody<'createAccessToken', 200>['expires_in'], number>>(),
  holds<Same<RequestBody<'advanceClock'>['seconds'], number>>(),
  // Enums are unions.
  holds<Same<PathParameters<'enrolPushFactor'>['channel'], 'AUTHY' | 'SMS' | 'BIOMETRIC'>>(),
  holds<Same<QueryParameters<'getBalanceStatement'>['type'], 'COMPACT' | 'FLAT' | undefined>>(),
  holds<Same<ResponseBody<'listProfiles', 200>[number]['type'], 'personal' | 'business'>>(),
  // Optional is not nullable, nullable is not optional.
  holds<Same<Flat<Pick<HeaderParameters<'createPin'>, 'x-2fa-approval'>>, { readonly 'x-2fa-approval'?: string }>>(),
  holds<Same<Flat<Pick<HeaderParameters<'verifyPin'>, 'One-Time-Token'>>, { readonly 'One-Time-Token': string }>>(),
  holds<Same<ResponseBody<'fundTransfer', 201>['errorCode'], null>>(),
  holds<Same<Flat<Pick<ResponseBody<'createSandboxUser', 201>, 'apiKey'>>, { readonly apiKey: string | null }>>(),
  holds<
    Same<Flat<Pick<ResponseBody<'createAccessToken', 200>, 'refresh_token'>>, { readonly refresh_token?: string }>
  >(),
  // The status tells the body.
  holds<Same<ResponseBody<'deletePin', 204>, undefined>>(),
  holds<Same<keyof ResponseBody<'deletePin', 404>, 'errors'>>(),
  holds<Same<keyof ResponseBody<'listAuthenticationFactors', 401>, 'message'>>(),
  holds<Same<keyof ResponseBody<'createAccessToken', 401>, 'error' | 'error_description'>>(),
  holds<Same<Extract<ResponseStatus<'deletePin'>, 200 | 201 | 204>, 204>>(),
  holds<Same<ResponseMediaType<'createPin', 200>, 'application/jose+json' | 'application/json'>>(),
  holds<Same<ResponseMediaType<'deletePin', 204>, never>>(),
  // A sealed body has the type of its plaintext.
  holds<Same<RequestBody<'verifyPin'>['pin'], string>>(),
  holds<Same<ResponseBody<'verifyPin', 200>['validity'], number>>(),
  holds<Same<ResponseBody<'echoJweGet', 200>['method'], 'GET' | 'POST'>>(),
  // No body is undefined, a body that may be left out may be undefined.
  holds<Same<RequestBody<'getMe'>, undefined>>(),
  holds<undefined extends RequestBody<'createSandboxUser'> ? true : false>(),
  holds<undefined extends RequestBody<'createPin'> ? false : true>(),
  // No parameters are no members.
  holds<Same<keyof PathParameters<'getMe'>, never>>(),
  holds<Same<keyof QueryParameters<'getMe'>, never>>(),

  // @ts-expect-error a number is no text
  holds<Same<PathParameters<'createPin'>['profileId'], string>>(),
  // @ts-expect-error nullable is not optional
  holds<Same<ResponseBody<'fundTransfer', 201>['errorCode'], null | undefined>>(),
  // @ts-expect-error an enum is no text
  holds<Same<PathParameters<'enrolPushFactor'>['channel'], string>>(),
];

export const id: OperationId = 'verifyPin';
// @ts-expect-error no operation has this name
export const misspelt: OperationId = 'verifyPinn';
// @ts-expect-error the operation does not answer so
export type Undocumented = ResponseBody<'createPin', 418>;
// @ts-expect-error a variant needs its own members
export const incomplete: RequestBody<'createAccessToken'> = { grant_type: 'refresh_token' };
export const complete: RequestBody<'createAccessToken'> = { grant_type: 'refresh_token', refresh_token: 'x' };

export function read(answer: ResponseBody<'verifyPin', 200>): void {
  // @ts-expect-error answers are read only
  answer.validity = 1;
}
