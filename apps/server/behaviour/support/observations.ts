import { DatabaseSync } from 'node:sqlite';
import { type OperationDescriptor, type OperationId, operationIds, operationOf } from '@sca-kit/api';
import { createRouteMatcher } from '@sca-kit/openapi';
import type { AuditLogReader } from '@sca-kit/store';

/** The parts of a response that `coverage.test.ts` checks. */
export interface Observation {
  /** Null for an unknown path or method. */
  readonly operationId: OperationId | null;
  readonly status: number;
  /** `code`, `errorCode` or `error` of the body. */
  readonly codes: readonly string[];
}

const findOperation = createRouteMatcher(operationIds.map(operationOf));

/** Shared by the files of the suite, which run one after another in one process. */
const shared = globalThis as {
  scaObservations?: Map<string, Observation>;
  scaEventTypes?: Set<string>;
  scaStatements?: Set<string>;
};
shared.scaObservations ??= new Map();
shared.scaEventTypes ??= new Set();
shared.scaStatements ??= observeStatements();
const { scaObservations, scaEventTypes, scaStatements } = shared;

/** Records the text of every statement that is prepared from now on. */
function observeStatements(): Set<string> {
  const statements = new Set<string>();
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (text, ...options) {
    statements.add(text);
    return prepare.call(this, text, ...options);
  };
  return statements;
}

/** Returns the operation of a request, or undefined for an unknown path or method. */
export function operationFor(method: string, path: string): OperationDescriptor | undefined {
  return findOperation(method, new URL(path, 'http://sandbox').pathname)?.operation;
}

/**
 * Records the status and error codes of a response.
 * @throws Error when the OpenAPI document does not list the status
 */
export function observe(operation: OperationDescriptor | undefined, status: number, body: unknown): void {
  const operationId = operation?.operationId ?? null;
  if (operation && !(status in operation.responses)) {
    throw new Error(`${operationId} returned ${status}, which the OpenAPI document does not list.`);
  }
  const codes = codesOf(body);
  scaObservations.set(JSON.stringify([operationId, status, codes]), { operationId, status, codes });
}

/** Returns all responses recorded so far. */
export function observations(): readonly Observation[] {
  return [...scaObservations.values()];
}

/** Records the type of every event in the audit logs of a server. */
export async function observeEvents(auditLogs: Pick<AuditLogReader, 'clients' | 'list'>): Promise<void> {
  for (const clientId of await auditLogs.clients()) {
    for (const { event } of await auditLogs.list(clientId, '0', Number.MAX_SAFE_INTEGER)) scaEventTypes.add(event.type);
  }
}

/** Returns the types of all events recorded so far. */
export function eventTypes(): readonly string[] {
  return [...scaEventTypes];
}

/** Returns the text of every statement recorded so far. */
export function statements(): readonly string[] {
  return [...scaStatements];
}

function codesOf(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { errors, errorCode, error } = body as { errors?: unknown; errorCode?: unknown; error?: unknown };
  const listed = Array.isArray(errors) ? errors.map((entry: { code?: unknown }) => entry.code) : [];
  return [...listed, errorCode, error].filter((code) => typeof code === 'string');
}
