import { bodies } from './bodies.ts';
import { connections } from './connections.ts';
import { envelopes } from './envelopes.ts';
import type { Fault } from './fault.ts';
import { headers } from './headers.ts';
import { routing } from './routing.ts';
import { rules } from './rules.ts';
import { statuses } from './statuses.ts';
import { streams } from './streams.ts';
import { validation } from './validation.ts';

/** Every fault that a contract check must detect. */
export const faults: readonly Fault[] = [
  ...statuses,
  ...headers,
  ...bodies,
  ...envelopes,
  ...rules,
  ...validation,
  ...routing,
  ...connections,
  ...streams,
];
