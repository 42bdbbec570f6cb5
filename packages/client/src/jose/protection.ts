import type { Call } from '../layer.ts';
import type { Calls } from '../types.ts';
import type { OwnKeys, Protection } from './protect.ts';

/** Options of the JOSE layer. */
export interface JoseOptions {
  /** Calls the key endpoint. */
  readonly calls: Calls;
  readonly own: OwnKeys;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** Returns how the request and the response of a call are protected. */
export function protectionOf({ operation, body }: Call): {
  readonly outgoing: Protection | null;
  readonly incoming: Protection | null;
} {
  const outgoing = body === undefined ? null : operation.request.jose;
  return { outgoing, incoming: operation.responseJose ?? outgoing };
}
