/** A JSON Schema as it stands in the document; `true` and `false` are schemas too. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/** What `x-jose` says of a media type: how the body is encrypted and what the plaintext must look like. */
export interface JoseExtension {
  readonly method: 'jwe' | 'jws' | 'jwsjwe';
  /** `direct`: encrypted under the request's content key; `key`: encrypted to a key of the receiver. */
  readonly response?: 'direct' | 'key';
  readonly payload: Schema;
}

/** What `x-factor` says of an operation: it does with a factor what every factor does. */
export interface FactorExtension {
  /** The kind of challenge. */
  readonly type: string;
  readonly action: 'enrol' | 'delete' | 'trigger' | 'verify';
  /** The member of the request with the secret; of a trigger, the member of the response that tells where the code went. */
  readonly field?: string;
}

/** One documented representation of a body. */
export interface MediaType {
  /** The key in the document, parameters and wildcards included. */
  readonly name: string;
  readonly schema?: Schema;
  readonly examples: readonly NamedValue[];
  readonly jose?: JoseExtension;
}

/** An example and the name it stands under. */
export interface NamedValue {
  readonly name: string;
  readonly value: unknown;
}

/** One documented parameter. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** One documented response header. */
export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** One documented response; `status` is the key in the document (`200`, `4XX`, `default`). */
export interface DocumentedResponse {
  readonly status: string;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly MediaType[];
}

/** A security scheme, reduced to what a caller has to send. */
export interface SecurityScheme {
  readonly name: string;
  readonly kind: 'bearer' | 'basic' | 'apiKey' | 'other';
  /** Where an API key goes; only for `apiKey`. */
  readonly in?: 'header' | 'query' | 'cookie';
  /** The header, query or cookie name of an API key. */
  readonly key?: string;
}

/** One operation of the document with every reference to a component followed. */
export interface Operation {
  /** The operationId, or `METHOD path` where the document gives none. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly contents: readonly MediaType[] };
  readonly responses: readonly DocumentedResponse[];
  readonly factor?: FactorExtension;
  /** Alternatives; each is a list of schemes needed together. An empty list means that no credentials are needed. */
  readonly security: readonly (readonly SecurityScheme[])[];
}

/** A parsed OpenAPI document; every reference in it is local. */
export type JsonObject = { readonly [key: string]: unknown };
