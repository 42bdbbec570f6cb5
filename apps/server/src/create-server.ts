import { createSandboxDelivery } from '@sca-kit/delivery';
import { createEngine } from '@sca-kit/engine';
import { type AccessLogEntry, createRouter } from '@sca-kit/hono';
import { exportPublicKeyPem } from '@sca-kit/jose';
import {
  createJoseKeys,
  createKeys,
  type HashCost,
  type KeyMaterial,
  type NodeKeys,
  newTraceId,
  systemClock,
  systemRandom,
  systemTimer,
} from '@sca-kit/node';
import type { StoreOptions } from '@sca-kit/store';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { type DataFolder, openDataFolder } from './data-folder/data-folder.ts';
import { openDelivery } from './delivery/open-delivery.ts';
import { paymentLink } from './demo-resources/demo-handlers.ts';
import { REFERENCE, referenceBuild } from './docs/build-reference.ts';
import { serveDocs } from './docs/serve-docs.ts';
import { clientTime } from './handlers/client-time.ts';
import { createHandlers } from './handlers/handlers.ts';
import type { Services } from './handlers/services.ts';
import { findPublicKeys } from './keys/find-public-keys.ts';
import { openKeys } from './keys/open-keys.ts';
import { rateLimit, requestLimits } from './limits/rate-limit.ts';
import { hashThreads, scheduleHashes, suspendDuringDelivery, suspendDuringWaits } from './limits/scheduled-ports.ts';
import { createScheduler, type Scheduler } from './limits/scheduler.ts';
import { startSweepLoop } from './maintenance/sweep-loop.ts';
import { createLog, logRequest } from './observability/log.ts';
import { createMetrics } from './observability/metrics.ts';
import { openStores, type ServerStores } from './open-stores.ts';
import { digestFaceMatcher } from './sandbox/digest-face-matcher.ts';
import { sandboxInbox } from './sandbox/inbox.ts';
import { simulateErrorResponses, simulateScaResults } from './sandbox/simulated-responses.ts';
import { DamagedDataError, StartError } from './start-error.ts';

/** The fixed codes of a sandbox. */
const FIXED_CODES = { oneTimeToken: '111111', factor: '123456' } as const;

/** A server that is not listening yet. */
export interface Server {
  readonly app: Hono;
  readonly services: Services;
  readonly log: Logger;
  /** Writes an access log entry and counts it. For requests that do not reach the app. */
  record(entry: AccessLogEntry): void;
  /** Ends the event streams, so that their connections can close. */
  endStreams(): void;
  /** Aborts deliveries in progress, so that their requests get an error response and leave no pending challenge. */
  abortDeliveries(): void;
  /** Stops the background work and closes the database. */
  close(): Promise<void>;
}

/** Options of `createServer` that are not settings. */
export interface ServerOptions extends Pick<StoreOptions, 'durability'> {
  /** The cost of new argon2id hashes. Each stored hash names its own cost. Default: 19 MiB, two passes. */
  readonly hashCost?: HashCost;
}

/**
 * Creates the server that the configuration describes: opens keys and database, and wires the packages.
 * @param options for tests only; no variable sets them
 * @throws StartError for an error that the user can fix. Closes what it opened
 */
export async function createServer(config: Config, { durability, hashCost }: ServerOptions = {}): Promise<Server> {
  const log = createLog(config.logLevel);
  const folder = openDataFolder(config.data);
  try {
    const keyStore = await openKeys(config.data, systemClock.now());
    const scheduler = createScheduler(hashThreads(config.workers));
    const keys = scheduleHashes(createKeys(keyStore.master, hashCost), scheduler);
    const stores = await openStores(config.database, {
      auditKey: keys.oldest('audit'),
      keyChecks: keys.checks,
      ...(durability && { durability }),
      onConnectionError: (error) => log.warn({ error: error.name }, 'A database connection failed.'),
    });
    try {
      return await wire(config, { log, folder, keyStore, keys, stores, scheduler });
    } catch (error) {
      await stores.close();
      throw error;
    }
  } catch (error) {
    folder.close();
    throw error instanceof DamagedDataError && folder.isMarked ? withReset(error) : error;
  }
}

/** Adds the command that deletes the data of a sandbox. */
function withReset({ message, cause }: DamagedDataError): StartError {
  return new StartError(`${message} To delete the data of this sandbox: sca-kit start --reset`, { cause });
}

interface ServerParts {
  readonly log: Logger;
  readonly folder: DataFolder;
  readonly keyStore: KeyMaterial;
  readonly keys: NodeKeys;
  readonly stores: ServerStores;
  readonly scheduler: Scheduler;
}

/** Wires the packages. The composition root: no other module imports all of them. */
async function wire(config: Config, { log, folder, keyStore, keys, stores, scheduler }: ServerParts): Promise<Server> {
  const stopping = new AbortController();
  const draining = new AbortController();
  const inbox = createSandboxDelivery({
    inbox: sandboxInbox(stores, keys),
    now: (clientId) => clientTime({ stores, clock: systemClock }, clientId),
  });
  const engine = createEngine({
    store: stores.engine,
    clock: systemClock,
    timer: suspendDuringWaits(systemTimer, scheduler),
    random: systemRandom,
    keys,
    delivery: suspendDuringDelivery(openDelivery(config, inbox, stopping.signal), scheduler),
    faceMatcher: digestFaceMatcher,
    // Fixed codes are for the inbox only: a delivered message has a random code.
    ...(config.delivery.kind === 'sandbox' ? { fixedCodes: FIXED_CODES } : {}),
    disclosure: config.disclosure,
    protectEnrolment: config.protectEnrolment,
    limits: {
      ...requestLimits(config),
      // The inbox sends nothing, so test suites that use the same number need not share a limit.
      ...(config.delivery.kind === 'sandbox' ? { otpsPerNumberOfAllClients: null } : {}),
    },
    policy: config.policy,
    simulatedResponses: simulateScaResults(stores),
  });
  const metrics = createMetrics();
  const encryption = keyStore.jose.newest('RSA_OAEP_256', systemClock.now());
  if (!encryption) throw new Error('The key file has no encryption key.');
  const services: Services = {
    engine,
    stores,
    keys,
    jose: keyStore.jose,
    clock: systemClock,
    random: systemRandom,
    timer: systemTimer,
    draining: draining.signal,
    log,
    metrics: metrics.registry,
    faceTecKey: await exportPublicKeyPem(encryption.publicKey),
  };
  const record = (entry: AccessLogEntry): void => {
    logRequest(log, entry);
    metrics.count(entry);
  };
  const app = createRouter({
    engine,
    handlers: createHandlers(services),
    jose: {
      mode: config.jose,
      keys: createJoseKeys(
        keyStore.jose,
        findPublicKeys(stores, (clientId) => clientTime(services, clientId)),
      ),
    },
    sandbox: config.mode === 'sandbox',
    now: () => systemClock.now(),
    newTraceId,
    log: record,
    scheduler,
    rateLimit: rateLimit(engine),
    links: { fundTransfer: paymentLink(services) },
    intercept: simulateErrorResponses(stores),
  });
  serveDocs(app, { page: REFERENCE, build: referenceBuild(draining.signal), record });
  const stopSweepLoop = startSweepLoop({
    stores,
    clock: systemClock,
    timer: systemTimer,
    log,
    retentionDays: config.auditRetentionDays,
  });
  return {
    app,
    services,
    log,
    record,
    endStreams: () => draining.abort(),
    abortDeliveries: () => stopping.abort(),
    async close() {
      stopping.abort();
      await stopSweepLoop();
      await stores.close();
      folder.close();
    },
  };
}
