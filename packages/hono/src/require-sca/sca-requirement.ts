import type { OperationDescriptor, OperationId } from '@sca-kit/api';
import type { DynamicLink, Risk } from '@sca-kit/engine';
import type { HandlerRequest } from '../router/handler.ts';
import type { RouterOptions } from '../router/options.ts';

/** The approval that a request requires. */
export interface ScaRequirement {
  readonly actionType: string;
  readonly risk: Risk;
  readonly link: DynamicLink | undefined;
}

/** Reads the operation's `x-sca` extension. Returns null when this request requires no approval. */
export async function scaRequirement(
  options: RouterOptions,
  { operationId, sca }: OperationDescriptor,
  request: HandlerRequest<OperationId>,
): Promise<ScaRequirement | null> {
  if (!sca || !request.profile) return null;
  if (sca.when === 'enrolment-protected' && !(await options.engine.approvals.enrolmentNeedsApproval(request.profile))) {
    return null;
  }
  const resolve = options.links?.[operationId] as
    | ((request: HandlerRequest<OperationId>) => Promise<Readonly<Record<string, unknown>>>)
    | undefined;
  const link = resolve ? await resolve(request) : linked(sca.link, request);
  return { actionType: sca.actionType, risk: sca.risk, link };
}

/** The values at the JSON pointers of `x-sca`; null for a value that the request omits. */
function linked(
  pointers: readonly string[] | undefined,
  request: HandlerRequest<OperationId>,
): Readonly<Record<string, unknown>> | undefined {
  if (!pointers) return undefined;
  return Object.fromEntries(pointers.map((pointer) => [pointer, at(request, pointer)]));
}

function at(root: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, step) => (node as Readonly<Record<string, unknown>> | null | undefined)?.[step] ?? null,
      root,
    );
}
