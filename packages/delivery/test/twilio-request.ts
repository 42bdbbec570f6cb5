/** A request that the fake received. */
export interface TwilioRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Status and error number of Twilio's error response; undefined for a valid request. */
export type Rejection =
  | { readonly status: 400 | 401 | 404; readonly code: number; readonly message: string }
  | undefined;
export type Validate = (request: TwilioRequest) => Promise<Rejection>;
