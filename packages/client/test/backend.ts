import type { Fetch } from '../src/index.ts';
import type { TestServer } from './test-server.ts';

/**
 * Returns the fetch function that connects a client of the suite to a test server. A backend that validates requests adds
 * the errors to `server.violations`, which makes the test fail.
 */
export type Backend = (server: TestServer) => Fetch | Promise<Fetch>;

let backend: Backend = (server) => server.fetch;

/** Runs the suite with another backend. Call it in a setup file, which runs before the tests of each file. */
export function useBackend(other: Backend): void {
  backend = other;
}

/** Returns the fetch function of the backend for a test server. */
export async function fetchThroughBackend(server: TestServer): Promise<Fetch> {
  return backend(server);
}
