import { type FactorDescriptor, type FactorOperationId, factorOperationIds, operationOf } from '@sca-kit/api';
import type { HandlerRequest, Handlers } from '@sca-kit/hono';
import { toRemaining, toResource } from '../wire/one-time-token.ts';
import { requireProfile } from './require-profile.ts';
import type { Services } from './services.ts';

/** The common parts of the requests of factor operations, which the router has already validated. */
interface FactorRequest extends Pick<HandlerRequest<FactorOperationId>, 'actor' | 'loaded' | 'profile' | 'approved'> {
  readonly path: { readonly userId?: number };
  readonly header: { readonly 'One-Time-Token'?: string };
  readonly body: Readonly<Record<string, string>>;
}

interface FactorResponse {
  readonly status: 200 | 204;
  readonly body?: object;
}

/** A v2 path has the profile. v1 uses the default profile, or the profile of the one-time token. */
interface Operation extends FactorDescriptor {
  readonly namesProfile: boolean;
  readonly status: FactorResponse['status'];
}

type Action = (services: Services, operation: Operation, request: FactorRequest) => Promise<FactorResponse>;

const ACTIONS: Readonly<Record<FactorDescriptor['action'], Action>> = {
  async enrol({ engine }, operation, { actor, profile, body, approved }) {
    await engine.factors.enrol(actor, requireProfile(profile), operation.type, secretIn(body, operation), { approved });
    return emptyResponse(operation);
  },

  async delete({ engine }, operation, { actor, profile, path }) {
    const target = profile ?? (await engine.profiles.default(actor, path.userId ?? Number.NaN));
    await engine.factors.remove(actor, target, operation.type);
    return emptyResponse(operation);
  },

  async trigger({ engine }, { type, field = '' }, { actor, loaded, header }) {
    const { sentTo } = await engine.challenges.trigger(actor, tokenIn(header), type, loaded);
    return { status: 200, body: { [field]: sentTo } };
  },

  async verify({ engine }, operation, { actor, loaded, profile, header, body }) {
    const { type, namesProfile } = operation;
    const pathProfile = namesProfile ? requireProfile(profile) : undefined;
    const secret = secretIn(body, operation);
    const view = await engine.challenges.verify(actor, tokenIn(header), type, secret, pathProfile, loaded);
    return { status: 200, body: namesProfile ? toResource(view) : toRemaining(view) };
  },
};

/** Creates the handlers of all factor operations from their `x-factor` extensions. */
export function factors(services: Services): Pick<Handlers, FactorOperationId> {
  const entries = factorOperationIds.map((id) => {
    const { factor, path, responses } = operationOf(id);
    if (!factor) throw new TypeError(`${id} has no x-factor extension`);
    const operation: Operation = {
      ...factor,
      namesProfile: path.includes('{profileId}'),
      status: Object.hasOwn(responses, 204) ? 204 : 200,
    };
    return [id, (request: FactorRequest) => ACTIONS[factor.action](services, operation, request)] as const;
  });
  // TypeScript cannot check that `field` is in the body. The linter of the OpenAPI document does.
  return Object.fromEntries(entries) as unknown as Pick<Handlers, FactorOperationId>;
}

function emptyResponse({ status }: Operation): FactorResponse {
  return status === 204 ? { status } : { status, body: {} };
}

function secretIn(body: FactorRequest['body'], { field = '' }: Operation): string {
  const secret = body[field];
  if (secret === undefined) throw new TypeError(`The request has no ${field}, which the x-factor extension names`);
  return secret;
}

function tokenIn(header: FactorRequest['header']): string {
  const token = header['One-Time-Token'];
  if (token === undefined) throw new TypeError('The operation has no One-Time-Token header, which its action needs');
  return token;
}
