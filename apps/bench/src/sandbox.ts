import { type RunningServer, readConfig, startServer } from '@sca-kit/server';

/** Starts a sandbox in this process, on a free port and without a limit on requests. */
export const startSandbox = (env: Readonly<Record<string, string>> = {}): Promise<RunningServer> =>
  startServer(
    readConfig({
      SCA_PORT: '0',
      SCA_DATA: ':memory:',
      SCA_LOG_LEVEL: 'silent',
      SCA_REQUESTS_PER_MINUTE: '1000000',
      ...env,
    }),
  );

/** Sends a request and reads the response to its end. */
export async function request(url: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
}
