import { ConfigError, type Environment, readConfig } from './config/config.ts';
import { createServer } from './create-server.ts';
import { ListenError, listen } from './listen.ts';
import { banner } from './sandbox/banner.ts';
import { seedDemo } from './sandbox/seed.ts';

/**
 * Runs the server until SIGINT or SIGTERM. What a person can mend (a wrong variable, a taken port) is told in a
 * sentence on stderr, with exit code 1.
 */
export async function run(environment: Environment): Promise<void> {
  try {
    const config = readConfig(environment);
    const server = await createServer(config);
    const tokens = await seedDemo(server.services);
    const listening = await listen(server.app, config).catch(async (error: unknown) => {
      await server.close();
      throw error;
    });
    process.stdout.write(banner(listening.url, tokens, process.stdout));

    const stop = async (): Promise<void> => {
      await listening.close();
      await server.close();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof ListenError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
