import { type OperationDescriptor, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import type { AuditTrail } from '@sca-kit/store';

/** What a caller can tell apart in an answer. */
export interface Observation {
  /** Null for a path or method that is none. */
  readonly operationId: OperationId | null;
  readonly status: number;
  /** `code`, `errorCode` or `error` of the body. */
  readonly codes: readonly string[];
}

const routes = operationIds.map(operationOf).map((operation) => ({ operation, pattern: patternOf(operation.path) }));

/** Shared by the files of the suite, which run one after another in one process. */
const seen: Map<string, Observation> = (() => {
  const holder = globalThis as { scaObserved?: Map<string, Observation> };
  holder.scaObserved ??= new Map();
  return holder.scaObserved;
})();

/** The operation that a request is for; undefined for a path or method that is none. */
export function operationFor(method: string, path: string): OperationDescriptor | undefined {
  const { pathname } = new URL(path, 'http://sandbox');
  const wanted = method.toLowerCase();
  return routes.find(({ operation, pattern }) => operation.method === wanted && pattern.test(pathname))?.operation;
}

/**
 * Notes what an operation answered.
 * @throws Error when the description does not know the status
 */
export function observe(operation: OperationDescriptor | undefined, status: number, body: unknown): void {
  const operationId = operation?.operationId ?? null;
  if (operation && !(status in operation.answers)) {
    throw new Error(`${operationId} answered ${status}, which is not documented.`);
  }
  const codes = codesOf(body);
  seen.set(JSON.stringify([operationId, status, codes]), { operationId, status, codes });
}

/** Everything that was noted so far. */
export function observations(): readonly Observation[] {
  return [...seen.values()];
}

/** Shared in the same way: the types of the events that were written. */
const written: Set<string> = (() => {
  const holder = globalThis as { scaEventTypes?: Set<string> };
  holder.scaEventTypes ??= new Set();
  return holder.scaEventTypes;
})();

/** Notes the type of every event in the trails of a server. */
export async function observeEvents(trails: Pick<AuditTrail, 'clients' | 'list'>): Promise<void> {
  for (const clientId of await trails.clients()) {
    for (const { event } of await trails.list(clientId, 0, Number.MAX_SAFE_INTEGER)) written.add(event.type);
  }
}

/** The types of all events that were noted so far. */
export function eventTypes(): readonly string[] {
  return [...written];
}

function codesOf(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { errors, errorCode, error } = body as { errors?: unknown; errorCode?: unknown; error?: unknown };
  const listed = Array.isArray(errors) ? errors.map((entry: { code?: unknown }) => entry.code) : [];
  return [...listed, errorCode, error].filter((code) => typeof code === 'string');
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
