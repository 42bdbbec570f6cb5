/** Checked by the compiler only: a `@ts-expect-error` is an error when the next line compiles. */
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

/** True if two types are identical, including optional and readonly modifiers. */
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };
const assertTrue = <T extends true>(): T[] => [];

export const checks: readonly unknown[] = [
  // Integers are numbers.
  assertTrue<Equal<PathParameters<'createPin'>['profileId'], number>>(),
  assertTrue<Equal<ResponseBody<'createAccessToken', 200>['expires_in'], number>>(),
  assertTrue<Equal<RequestBody<'advanceClock'>['seconds'], number>>(),
  // Enums are unions of literals.
  assertTrue<Equal<PathParameters<'enrolPushFactor'>['channel'], 'AUTHY' | 'SMS' | 'BIOMETRIC'>>(),
  assertTrue<Equal<QueryParameters<'getBalanceStatement'>['type'], 'COMPACT' | 'FLAT' | undefined>>(),
  assertTrue<Equal<ResponseBody<'listProfiles', 200>[number]['type'], 'PERSONAL' | 'BUSINESS'>>(),
  // Optional and nullable members differ.
  assertTrue<
    Equal<Flat<Pick<HeaderParameters<'createPin'>, 'x-2fa-approval'>>, { readonly 'x-2fa-approval'?: string }>
  >(),
  assertTrue<
    Equal<Flat<Pick<HeaderParameters<'verifyPin'>, 'One-Time-Token'>>, { readonly 'One-Time-Token': string }>
  >(),
  assertTrue<Equal<ResponseBody<'fundTransfer', 200>['errorCode'], null>>(),
  assertTrue<Equal<Flat<Pick<ResponseBody<'createSandboxUser', 201>, 'apiKey'>>, { readonly apiKey: string | null }>>(),
  assertTrue<
    Equal<Flat<Pick<ResponseBody<'createAccessToken', 200>, 'refresh_token'>>, { readonly refresh_token?: string }>
  >(),
  // The type of a response body depends on the status.
  assertTrue<Equal<ResponseBody<'deletePin', 204>, undefined>>(),
  assertTrue<Equal<keyof ResponseBody<'deletePin', 404>, 'errors'>>(),
  assertTrue<Equal<keyof ResponseBody<'listAuthenticationFactors', 401>, 'message'>>(),
  assertTrue<Equal<keyof ResponseBody<'createAccessToken', 401>, 'error' | 'error_description'>>(),
  assertTrue<Equal<Extract<ResponseStatus<'deletePin'>, 200 | 201 | 204>, 204>>(),
  assertTrue<Equal<ResponseMediaType<'createPin', 200>, 'application/jose+json' | 'application/json'>>(),
  assertTrue<Equal<ResponseMediaType<'deletePin', 204>, never>>(),
  // An encrypted body has the type of its plaintext.
  assertTrue<Equal<RequestBody<'verifyPin'>['pin'], string>>(),
  assertTrue<Equal<ResponseBody<'verifyPin', 200>['validity'], number>>(),
  assertTrue<Equal<ResponseBody<'echoJweGet', 200>['method'], 'GET' | 'POST'>>(),
  // A missing body is undefined; an optional body may be undefined.
  assertTrue<Equal<RequestBody<'getMe'>, undefined>>(),
  assertTrue<undefined extends RequestBody<'createSandboxUser'> ? true : false>(),
  assertTrue<undefined extends RequestBody<'createPin'> ? false : true>(),
  // An operation without parameters has no members.
  assertTrue<Equal<keyof PathParameters<'getMe'>, never>>(),
  assertTrue<Equal<keyof QueryParameters<'getMe'>, never>>(),

  // @ts-expect-error a number is not a string
  assertTrue<Equal<PathParameters<'createPin'>['profileId'], string>>(),
  // @ts-expect-error nullable is not optional
  assertTrue<Equal<ResponseBody<'fundTransfer', 200>['errorCode'], null | undefined>>(),
  // @ts-expect-error an enum is not any string
  assertTrue<Equal<PathParameters<'enrolPushFactor'>['channel'], string>>(),
];

export const id: OperationId = 'verifyPin';
// @ts-expect-error no operation has this name
export const misspelt: OperationId = 'verifyPinn';
// @ts-expect-error the operation does not document this status
export type Undocumented = ResponseBody<'createPin', 418>;
// @ts-expect-error a variant requires its own members
export const incomplete: RequestBody<'createAccessToken'> = { grant_type: 'refresh_token' };
export const complete: RequestBody<'createAccessToken'> = { grant_type: 'refresh_token', refresh_token: 'x' };

export function read(response: ResponseBody<'verifyPin', 200>): void {
  // @ts-expect-error responses are read-only
  response.validity = 1;
}
