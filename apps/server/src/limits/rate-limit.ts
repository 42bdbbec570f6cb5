import type { OperationDescriptor } from '@sca-kit/api';
import type { Engine, Limits, OperationKind } from '@sca-kit/engine';
import type { RouterOptions } from '@sca-kit/hono';
import type { Config } from '../config/config.ts';

const MINUTE = 60_000;
/** Operations with a larger body limit, in bytes, count as `large`. */
const LARGE = 2 ** 20;

const PER_PROFILE: ReadonlySet<OperationKind> = new Set(['verify', 'large', 'send']);

type RateLimit = NonNullable<RouterOptions['rateLimit']>;

/**
 * Counts each request of a known caller against its limits, in the database, so that they hold across replicas.
 * Verifications, face maps and messages are also counted per profile, over all callers.
 */
export function rateLimit({ limits }: Pick<Engine, 'limits'>): RateLimit {
  return async (caller, operation, profile) => {
    // An anonymous request has no caller to count for. Those operations have other limits or are cheap.
    if (caller.kind === 'anonymous') return;
    const { clientId, userId } = caller;
    const kind = kindOf(operation);
    const counted = profile !== null && PER_PROFILE.has(kind) ? profile : undefined;
    await limits.countRequest({ clientId, userId, name: caller.kind, traceId: null }, kind, counted);
  };
}

/**
 * Returns limits of `requestsPerMinute` requests of each kind per caller, and per profile for some: a tenth for messages, a
 * twentieth for face maps. Verifications pass at the same rate as others, but fewer of them at once.
 */
export function requestLimits({
  requestsPerMinute: perMinute,
  verificationBurst,
}: Pick<Config, 'requestsPerMinute' | 'verificationBurst'>): Pick<Limits, 'requestsPerCaller' | 'requestsPerProfile'> {
  const rate = { limit: perMinute, window: MINUTE };
  const burst = Math.min(verificationBurst, perMinute);
  const rates = {
    read: rate,
    write: rate,
    // GCRA allows a burst of `limit`: a smaller window keeps the rate.
    verify: { limit: burst, window: Math.max(1, Math.round((MINUTE * burst) / perMinute)) },
    token: rate,
    large: { ...rate, limit: Math.ceil(perMinute / 20) },
    send: { ...rate, limit: Math.ceil(perMinute / 10) },
  };
  return { requestsPerCaller: rates, requestsPerProfile: rates };
}

/** Returns the kind that the request counts as. */
function kindOf({ operationId, method, tag, request, factor }: OperationDescriptor): OperationKind {
  if (tag === 'Authentication') return 'token';
  if (request.limit > LARGE) return 'large';
  if (factor?.action === 'trigger' || /^start|^enrol(Otp|Push)/.test(operationId)) return 'send';
  if (operationId.startsWith('verify')) return 'verify';
  return method === 'get' ? 'read' : 'write';
}
