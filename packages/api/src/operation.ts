import { operationTable } from './generated/operations.ts';
import type { components } from './generated/types.ts';

/** The stable name of an operation: its `operationId`. */
export type OperationId = keyof typeof operationTable;

/** The operations that are marked as the work of a factor. */
export type FactorOperationId = {
  [Id in OperationId]: (typeof operationTable)[Id]['factor'] extends null ? never : Id;
}[OperationId];

export interface JoseDescriptor {
  /** How the body is protected. */
  readonly method: 'jwe' | 'jws' | 'jwsjwe';
  /** `direct`: the answer comes under the request's content key. `key`: under the client's uploaded key. */
  readonly response: 'direct' | 'key' | null;
}

export interface FactorDescriptor {
  /** The kind of challenge. */
  readonly type: components['schemas']['ChallengeType'];
  /** `enrol` and `delete` a secret that a profile has one of; `trigger` a code, `verify` a secret or code. */
  readonly action: 'enrol' | 'delete' | 'trigger' | 'verify';
  /** The member of the request that carries the secret; for `trigger` the one of the answer that tells where it went. */
  readonly field?: string;
}

/** What code must know of an operation without reading the description. */
export interface OperationDescriptor {
  readonly operationId: OperationId;
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  /** The path template, for example `/v2/profiles/{profileId}/pin`. */
  readonly path: string;
  readonly tag: string;
  readonly deprecated: boolean;
  /** The path that takes the place of a deprecated one. */
  readonly successor: string | null;
  /** Alternatives, each a list of schemes that are all needed; an empty list asks for no credentials. */
  readonly security: readonly (readonly string[])[];
  /** Which of the three shapes an error has. */
  readonly errors: 'errors' | 'factor' | 'oauth';
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly type: string;
  }[];
  readonly request: {
    readonly required: boolean;
    readonly mediaTypes: readonly string[];
    /** The largest body, in bytes. */
    readonly limit: number;
    readonly jose: JoseDescriptor | null;
  };
  /** The media types of each documented response, by status. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  readonly responseJose: JoseDescriptor | null;
  /** Set on what everybody does with a factor in the same way: the code for it is shared. */
  readonly factor: FactorDescriptor | null;
  /** Set on operations that need Strong Customer Authentication. */
  readonly sca: {
    readonly actionType: string;
    readonly risk: 'low' | 'high';
    /** JSON pointers into the request: what dynamic linking binds (RTS 5). */
    readonly link?: readonly string[];
    /** `enrolment-protected`: only where enrolment is protected (RTS 24(2)(b)). */
    readonly when?: string;
  } | null;
}

const table: Readonly<Record<OperationId, OperationDescriptor>> = operationTable;

/** Every operation, in the order of the description. */
export const operationIds: readonly OperationId[] = Object.keys(table) as OperationId[];

/** The operations that are marked as the work of a factor, in the order of the description. */
export const factorOperationIds: readonly FactorOperationId[] = operationIds.filter(
  (id): id is FactorOperationId => table[id].factor !== null,
);

/**
 * The descriptor of an operation.
 * @example
 * operationOf('verifyPin').path; // '/v2/profiles/{profileId}/pin/verify'
 */
export function operationOf(operationId: OperationId): OperationDescriptor {
  return table[operationId];
}

/**
 * Whether the text is the id of an operation.
 * @example
 * isOperationId('verifyPin'); // true
 */
export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(table, text);
}
