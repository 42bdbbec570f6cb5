import type { OperationDescriptor, OperationId } from '@sca-kit/api';
import type { ChallengeType, DynamicLink, Risk } from '@sca-kit/engine';
import type { HandlerRequest } from '../router/handler.ts';
import type { RouterOptions } from '../router/options.ts';

/** The approval that a request requires. */
export interface ScaRequirement {
  readonly actionType: string;
  readonly risk: Risk;
  readonly link: DynamicLink | undefined;
  readonly enrols: ChallengeType | undefined;
}

/** Reads the operation's `x-sca` extension. Returns null when this request requires no approval. */
export async function scaRequirement(
  options: RouterOptions,
  { operationId, sca }: OperationDescriptor,
  request: HandlerRequest<OperationId>,
): Promise<ScaRequirement | null> {
  if (!sca || !request.profile) return null;
  const { profile, loaded } = request;
  if (sca.when === 'enrolment-protected' && !(await options.engine.approvals.enrolmentNeedsApproval(profile, loaded)))
    return null;
  const resolve = options.links?.[operationId] as
    | ((request: HandlerRequest<OperationId>) => Promise<JsonObject>)
    | undefined;
  const link = resolve ? await resolve(request) : sca.link && linked(sca.link, request);
  return { actionType: sca.actionType, risk: sca.risk, link, enrols: sca.enrols as ChallengeType | undefined };
}

/** The values at the JSON pointers of `x-sca`; null for a value that the request omits. */
function linked(
  pointers: Readonly<Record<string, readonly string[]>>,
  request: HandlerRequest<OperationId>,
): JsonObject {
  const values = Object.entries(pointers).map(([pointer, tokens]) => [
    pointer,
    tokens.reduce<unknown>((value, token) => (value as JsonObject | null | undefined)?.[token] ?? null, request),
  ]);
  return Object.fromEntries(values);
}

type JsonObject = Readonly<Record<string, unknown>>;
