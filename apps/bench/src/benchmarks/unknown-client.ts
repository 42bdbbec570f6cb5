import type { Benchmark } from '../benchmark.ts';
import { request, startSandbox } from '../sandbox.ts';

/** Whether response times tell an unknown client from a wrong secret. The ratio should be near 1. */
export const unknownClient: Benchmark = {
  name: 'unknown-client',
  subject: 'a token request of an unknown client',
  yardstick: 'a token request with a wrong secret',
  async open() {
    const server = await startSandbox();
    const authenticate = (clientId: string): Promise<number> =>
      request(`${server.url}/oauth/token`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`${clientId}:wrong-secret`).toString('base64')}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
    return {
      subject: () => authenticate('unknown-client'),
      yardstick: () => authenticate('demo-client'),
      close: () => server.stop(),
    };
  },
};
