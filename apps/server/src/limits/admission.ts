import type { OperationDescriptor } from '@sca-kit/api';
import type { Engine, OperationKind } from '@sca-kit/engine';
import type { Caller } from '@sca-kit/hono';

/** Counts each request of a known caller against its limits, in the database, so that they hold across replicas. */
export function admission({
  limits,
}: Pick<Engine, 'limits'>): (caller: Caller, operation: OperationDescriptor) => Promise<void> {
  return async (caller, operation) => {
    // Before anybody is known there is nothing to count by; those operations have limits of their own or cost nothing.
    if (caller.kind === 'anonymous') return;
    const { clientId, userId } = caller;
    const actor = { clientId, userId, name: caller.kind, traceId: null };
    await limits.countRequest(actor, kindOf(operation));
  };
}

/** What a request is to the limits. */
export function kindOf({ operationId, method, tag }: OperationDescriptor): OperationKind {
  if (tag === 'Authentication') return 'token';
  if (/^(trigger|start)|^enrol(Otp|Push)/.test(operationId)) return 'send';
  if (operationId.startsWith('verify')) return 'verify';
  return method === 'get' ? 'read' : 'write';
}
