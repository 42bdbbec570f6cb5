import type { ServerOptions } from '../src/create-server.ts';

/**
 * Options for tests that check neither durability nor the cost of a hash: no fsync, and the least argon2id cost
 * (RFC 9106 demands 8 KiB a lane).
 */
export const FAST: ServerOptions = { durability: 'off', hashCost: { memory: 8, passes: 1, parallelism: 1 } };
