import type { Handlers } from '@sca-kit/hono';
import type { Services } from './services.ts';

type Operation = 'getHealth' | 'getReadiness' | 'getMetrics';

/** Liveness, readiness and metrics. */
export function operations({ stores, metrics }: Services): Pick<Handlers, Operation> {
  return {
    getHealth: () => ({ status: 200, body: { status: 'ok' } }),
    async getReadiness() {
      const { reachable, migrated } = await stores.health();
      const checks = { database: reachable ? 'ok' : 'failed', migrations: migrated ? 'ok' : 'failed' } as const;
      const ready = reachable && migrated;
      return ready
        ? { status: 200, body: { status: 'ready', checks } }
        : { status: 503, body: { status: 'unavailable', checks } };
    },
    async getMetrics() {
      return { status: 200, body: await metrics.metrics() };
    },
  };
}
