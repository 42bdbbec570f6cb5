import type { AuditEvent } from '@sca-kit/engine';
import type { ExtensionDatabase } from '@sca-kit/store';
import type { SandboxTables } from './sandbox-tables.ts';

/** The request that a simulated response is meant for. The first request that matches consumes it. */
export type SimulatedResponseTarget =
  | { readonly clientId: string; readonly userId: number; readonly kind: string }
  | { readonly clientId: string; readonly operationId: string }
  | { readonly clientId: string; readonly correlationId: string };

/** A request with a correlation id. Without an authenticated client (`null`) it matches the responses of every client. */
export interface CorrelatedRequest {
  readonly clientId: string | null;
  readonly correlationId: string;
}

/** Responses that a sandbox gives once in place of its own. */
export interface SimulatedResponseStore {
  /** Sets the response to the next matching request. Replaces one set before, and expires at `expiresAt`. */
  put(target: SimulatedResponseTarget, response: string, expiresAt: number, event?: AuditEvent): Promise<void>;
  /** Removes and returns the response to a request. Of concurrent requests, one gets it. */
  take(target: SimulatedResponseTarget | CorrelatedRequest): Promise<string | undefined>;
}

/** The columns of a target besides the client. */
function targetColumns(target: SimulatedResponseTarget | CorrelatedRequest) {
  if ('correlationId' in target) return { target: `correlation:${target.correlationId}`, userId: null };
  if ('operationId' in target) return { target: `operation:${target.operationId}`, userId: null };
  return { target: `user:${target.userId}:${target.kind}`, userId: target.userId };
}

/** Opens the simulated responses in a database that has the tables of the sandbox. */
export function createSimulatedResponseStore(database: ExtensionDatabase<SandboxTables>): SimulatedResponseStore {
  return {
    put: async (target, response, expiresAt, event) => {
      await database.auditedWrite(event, async (db) => {
        await db
          .insertInto('simulatedResponses')
          .values({ clientId: target.clientId, ...targetColumns(target), response, expiresAt })
          .onConflict((oc) => oc.columns(['clientId', 'target']).doUpdateSet({ response, expiresAt }))
          .execute();
        return true;
      });
    },
    async take(request) {
      const { clientId } = request;
      const { target } = targetColumns(request);
      const key = clientId === null ? { target } : { clientId, target };
      // Most requests have none, and a read does not wait for writers.
      const found = await database.select((db) =>
        db
          .selectFrom('simulatedResponses')
          .select('target')
          .where((eb) => eb.and(key))
          .executeTakeFirst(),
      );
      if (!found) return undefined;
      const taken = await database.write((db) =>
        db
          .deleteFrom('simulatedResponses')
          .where((eb) => eb.and(key))
          .returning('response')
          .executeTakeFirst(),
      );
      return taken?.response;
    },
  };
}
