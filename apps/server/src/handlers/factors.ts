import { type FactorDescriptor, type FactorOperationId, factorOperationIds, operationOf } from '@sca-kit/api';
import type { ProfileKey } from '@sca-kit/engine';
import type { HandlerRequest, Handlers } from '@sca-kit/hono';
import { toRemaining, toResource } from '../wire/one-time-token.ts';
import { profileOf } from './profile-of.ts';
import type { Services } from './services.ts';

/** What the requests of all these operations have in common. What the description demands is there. */
interface Incoming extends Pick<HandlerRequest<FactorOperationId>, 'actor' | 'profile' | 'approved'> {
  readonly path: { readonly userId?: number };
  readonly header: { readonly 'One-Time-Token'?: string };
  readonly body: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: 200 | 204;
  readonly body?: object;
}

/** v2 names the profile; v1 acts on the default one, and a one-time token brings its own. */
interface Operation extends FactorDescriptor {
  readonly namesProfile: boolean;
  readonly status: Answer['status'];
}

type Action = (services: Services, operation: Operation, request: Incoming) => Promise<Answer>;

const ACTIONS: Readonly<Record<FactorDescriptor['action'], Action>> = {
  async enrol({ engine }, operation, { actor, profile, body, approved }) {
    await engine.factors.enrol(actor, profileOf(profile), operation.type, secretIn(body, operation), { approved });
    return done(operation);
  },

  async delete({ engine }, operation, { actor, profile, path }) {
    const own = profile ?? (await engine.profiles.default(actor, path.userId ?? Number.NaN));
    await engine.factors.remove(actor, own, operation.type);
    return done(operation);
  },

  async trigger({ engine }, { type, field = '' }, { actor, header }) {
    const { sentTo } = await engine.challenges.trigger(actor, tokenIn(header), type);
    return { status: 200, body: { [field]: sentTo } };
  },

  async verify({ engine }, operation, { actor, profile, header, body }) {
    const { type, namesProfile } = operation;
    const named: ProfileKey | undefined = namesProfile ? profileOf(profile) : undefined;
    const view = await engine.challenges.verify(actor, tokenIn(header), type, secretIn(body, operation), named);
    return { status: 200, body: namesProfile ? toResource(view) : toRemaining(view) };
  },
};

/** Creates the handlers that all factors share, from the `x-factor` extension of their operations. */
export function factors(services: Services): Pick<Handlers, FactorOperationId> {
  const entries = factorOperationIds.map((id) => {
    const { factor, path, responses } = operationOf(id);
    if (!factor) throw new TypeError(`${id} has no x-factor extension`);
    const operation: Operation = {
      ...factor,
      namesProfile: path.includes('{profileId}'),
      status: Object.hasOwn(responses, 204) ? 204 : 200,
    };
    return [id, (request: Incoming) => ACTIONS[factor.action](services, operation, request)] as const;
  });
  // That field and bodies fit together is beyond the types here; the lint of the description sees to it.
  return Object.fromEntries(entries) as unknown as Pick<Handlers, FactorOperationId>;
}

function done({ status }: Operation): Answer {
  return status === 204 ? { status } : { status, body: {} };
}

function secretIn(body: Incoming['body'], { field = '' }: Operation): string {
  const secret = body[field];
  if (secret === undefined) throw new TypeError(`The request has no ${field}, which its mark names`);
  return secret;
}

function tokenIn(header: Incoming['header']): string {
  const token = header['One-Time-Token'];
  if (token === undefined) throw new TypeError('The operation takes no one-time token, which its mark needs');
  return token;
}
