import type { Fetch } from '../src/index.ts';
import type { TestServer } from './server.ts';

/**
 * What stands between the clients of the suite and the test server. What it finds wrong with a request, it adds to
 * `server.offContract`, and the test fails.
 */
export type Backend = (server: TestServer) => Fetch | Promise<Fetch>;

let backend: Backend = (server) => server.fetch;

/** Has the suite run over another backend. Called by a setup file, which runs before the tests of each file. */
export function useBackend(other: Backend): void {
  backend = other;
}

/** The way to a test server. */
export async function reach(server: TestServer): Promise<Fetch> {
  return backend(server);
}
