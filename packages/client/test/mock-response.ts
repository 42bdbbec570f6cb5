/** A response before it is encrypted. */
export interface MockResponse {
  readonly status: number;
  /** Defaults to the example of the OpenAPI document. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
