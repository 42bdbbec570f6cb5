import { operationTable } from './generated/operations.ts';
import type { components } from './generated/types.ts';

/** The stable name of an operation: its `operationId`. */
export type OperationId = keyof typeof operationTable;

/** The operations with `x-factor`. */
export type FactorOperationId = {
  [Id in OperationId]: (typeof operationTable)[Id]['factor'] extends null ? never : Id;
}[OperationId];

type Entry = (typeof operationTable)[OperationId];

/** JOSE method of a request or response body, from `x-jose`. */
export interface JoseDescriptor {
  readonly method: NonNullable<Entry['request']['jose'] | Entry['responseJose']>['method'];
  /** Key of the encrypted response: `direct` is the content key of the request, `key` the client's uploaded key. */
  readonly response: 'direct' | 'key' | null;
}

/** Factor operation, from `x-factor`. */
export interface FactorDescriptor {
  /** Challenge type of the factor. */
  readonly type: components['schemas']['ChallengeType'];
  /** `enrol` and `delete` are for factors with one secret per profile; `trigger` sends a code, `verify` checks a secret or code. */
  readonly action: NonNullable<Entry['factor']>['action'];
  /** Member of the request with the secret; for `trigger`, member of the response with the masked recipient. */
  readonly field?: string;
}

/** Entry of the operation table: the properties of an operation that code needs at run time. */
export interface OperationDescriptor {
  readonly operationId: OperationId;
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  /** The path template, for example `/v2/profiles/{profileId}/pin`. */
  readonly path: string;
  readonly tag: string;
  readonly deprecated: boolean;
  /** The path that replaces a deprecated operation. */
  readonly successor: string | null;
  /** Alternatives, each a list of required security schemes; empty for public operations. */
  readonly security: readonly (readonly string[])[];
  /** Error shape: which of the three the operation uses. */
  readonly errorFamily: 'standard' | 'factor' | 'oauth';
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly type: string;
  }[];
  readonly request: {
    readonly required: boolean;
    readonly mediaTypes: readonly string[];
    /** Maximum size of the body, in bytes. */
    readonly limit: number;
    readonly jose: JoseDescriptor | null;
    /** Whether a body without a content type, or with that of a form, is JSON: what `curl -d` sends. */
    readonly untypedJson: boolean;
  };
  /** The media types of each documented response, by status. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  readonly responseJose: JoseDescriptor | null;
  /** Set on common operations of factors, which share their code. */
  readonly factor: FactorDescriptor | null;
  /** Set on operations that require Strong Customer Authentication. */
  readonly sca: {
    readonly actionType: string;
    readonly risk: 'low' | 'high';
    /** The values that dynamic linking binds an approval to (RTS 5): JSON pointers into the request, each with its tokens. */
    readonly link?: Readonly<Record<string, readonly string[]>>;
    /** `enrolment-protected`: only if enrolment is protected (RTS 24(2)(b)). */
    readonly when?: string;
    readonly enrols?: string;
  } | null;
}

const table: Readonly<Record<OperationId, OperationDescriptor>> = operationTable;

/** All operation ids, in the order of the OpenAPI document. */
export const operationIds: readonly OperationId[] = Object.keys(table) as OperationId[];

/** Ids of all operations with `x-factor`, in the order of the OpenAPI document. */
export const factorOperationIds: readonly FactorOperationId[] = operationIds.filter(
  (id): id is FactorOperationId => table[id].factor !== null,
);

/**
 * Returns the descriptor of an operation.
 *
 * @example
 * ```ts
 * const { method, path, sca } = operationOf('fundTransfer');
 * ```
 */
export function operationOf(operationId: OperationId): OperationDescriptor {
  return table[operationId];
}

/**
 * Tells whether a text is an operation id.
 *
 * @example
 * ```ts
 * if (isOperationId(name)) console.log(operationOf(name).path);
 * ```
 */
export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(table, text);
}
