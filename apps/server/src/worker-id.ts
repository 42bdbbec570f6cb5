import cluster from 'node:cluster';

/** The number of this worker, from 1; undefined in a server of one process. A worker that replaces another has a new one. */
export const workerId: number | undefined = cluster.worker?.id;
