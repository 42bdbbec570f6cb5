import { createScaClient } from '@sca-kit/client';
import { InvalidRun } from '../invalid-run.ts';
import { answer } from '../processes.ts';

/** Calls `GET /v1/me`, one after another. */
export interface CallJob {
  readonly by: 'client' | 'fetch';
  readonly url: string;
  readonly accessToken: string;
  readonly seconds: number;
}

// Returns the milliseconds of a call.
answer(async ({ by, url, accessToken, seconds }: CallJob) => {
  const client = createScaClient({ baseUrl: url, accessToken });
  const viaClient = async (): Promise<number> => (await client.GET('/v1/me')).response.status;
  const viaFetch = async (): Promise<number> => {
    const response = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    await response.json();
    return response.status;
  };
  const call = by === 'client' ? viaClient : viaFetch;
  const began = performance.now();
  let calls = 0;
  while (performance.now() - began < seconds * 1000) {
    const status = await call();
    if (status !== 200) throw new InvalidRun(`GET /v1/me returned ${status}`);
    calls += 1;
  }
  return (performance.now() - began) / calls;
});
