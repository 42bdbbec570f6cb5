import type { Schema } from './document.ts';
import { asArray, asObject, asString, type JsonObject } from './json.ts';

/** How a body is protected: encrypted, signed, or signed and then encrypted. */
const JOSE_METHODS = ['jwe', 'jws', 'jwsjwe'] as const;
export type JoseMethod = (typeof JOSE_METHODS)[number];

/** `x-jose` of a media type: how the body is protected and what the plaintext looks like. */
export interface JoseExtension {
  readonly method: JoseMethod;
  /** `direct`: encrypted with the request's content encryption key. `key`: encrypted to a key of the receiver. */
  readonly response?: 'direct' | 'key';
  readonly payload: Schema;
}

/** `x-sca` of an operation: it requires Strong Customer Authentication. */
export interface ScaExtension {
  readonly actionType: string;
  readonly risk: 'low' | 'high';
  /** JSON Pointers into the request: the values that dynamic linking binds (RTS 5). */
  readonly link?: readonly string[];
  /** `enrolment-protected`: only where enrolment is protected (RTS 24(2)(b)). */
  readonly when?: string;
  /** The challenge type that the operation enrols. Then the linked values are its secret: bound by a keyed hash, and never shown. */
  readonly enrols?: string;
}

/** What an operation can do with an authentication factor. */
const FACTOR_ACTIONS = ['enrol', 'delete', 'trigger', 'verify'] as const;
export type FactorAction = (typeof FACTOR_ACTIONS)[number];

/** `x-factor` of an operation: it does with one factor what every factor can do. */
export interface FactorExtension {
  /** The challenge type, for example `PIN`. */
  readonly type: string;
  readonly action: FactorAction;
  /** The request member with the secret; of `trigger`, the response member that says where the code was sent. */
  readonly field?: string;
}

/** Reads `x-jose` of a media type object; undefined without it. */
export function readJose(mediaType: JsonObject): JoseExtension | undefined {
  const { method, response, payload = {} } = asObject(mediaType['x-jose']);
  const known = JOSE_METHODS.find((each) => each === method);
  if (!known) return undefined;
  return {
    method: known,
    ...(response === 'direct' || response === 'key' ? { response } : {}),
    payload: payload as Schema,
  };
}

/** Reads `x-sca` of an operation object; undefined without it. */
export function readSca(operation: JsonObject): ScaExtension | undefined {
  const { actionType, risk, link, when, enrols } = asObject(operation['x-sca']);
  if (typeof actionType !== 'string' || (risk !== 'low' && risk !== 'high')) return undefined;
  return {
    actionType,
    risk,
    ...(link === undefined ? {} : { link: asArray(link).map(String) }),
    ...(typeof when === 'string' ? { when } : {}),
    ...(typeof enrols === 'string' ? { enrols } : {}),
  };
}

/** Reads `x-factor` of an operation object; undefined without it. */
export function readFactor(operation: JsonObject): FactorExtension | undefined {
  const { type, action, field } = asObject(operation['x-factor']);
  const known = FACTOR_ACTIONS.find((each) => each === action);
  if (typeof type !== 'string' || !known) return undefined;
  return { type, action: known, ...(typeof field === 'string' ? { field } : {}) };
}

/** Reads `x-successor` of a deprecated operation object: the path that replaces it. */
export const readSuccessor = (operation: JsonObject): string | undefined => asString(operation['x-successor']);
