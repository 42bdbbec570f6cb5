import { Command } from 'commander';
import { port } from '../options.ts';
import type { ServerOptions } from '../server-options.ts';

/** `sca-kit start`: the sandbox, in this process. */
export function startCommand(): Command {
  return new Command('start')
    .description('start the sandbox; it runs until Ctrl-C or SIGTERM')
    .option('--port <port>', 'where to listen; 0 takes any free port (SCA_PORT, else 4100)', port)
    .option('--host <host>', 'the address to listen on (SCA_HOST, else 127.0.0.1)')
    .option('--data <folder>', 'where keys and database are kept; :memory: keeps nothing (SCA_DATA, else .sca-kit)')
    .option('--database <location>', 'a file, :memory: or postgres://… (SCA_DATABASE, else a file in the data folder)')
    .addHelpText(
      'after',
      '\nEverything else is configured by the variables of the server (SCA_…); what cannot be used is told all at once.\n' +
        'Those of a provider (SCA_WEBHOOK_…, SCA_TWILIO_…) need SCA_DELIVERY=webhook or SCA_DELIVERY=twilio.',
    )
    .action(async (options: ServerOptions) => {
      const [{ serveUntilSignal }, { configOf }] = await Promise.all([
        import('@sca-kit/server'),
        import('../server-options.ts'),
      ]);
      await serveUntilSignal(configOf(options));
    });
}
