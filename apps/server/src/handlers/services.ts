import type { Clock, Engine, Random, Timer } from '@sca-kit/engine';
import type { KeySet } from '@sca-kit/jose';
import type { NodeKeys } from '@sca-kit/node';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { ServerStores } from '../open-stores.ts';

/** The dependencies of the handlers. */
export interface Services {
  readonly engine: Engine;
  readonly stores: ServerStores;
  readonly keys: NodeKeys;
  readonly jose: KeySet;
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  /** Aborts when the server stops, which ends event streams. */
  readonly draining: AbortSignal;
  readonly log: Pick<Logger, 'error'>;
  readonly metrics: Registry;
  /** The FaceTec public key in PEM format. */
  readonly faceTecKey: string;
}
