import cluster from 'node:cluster';
import { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { database, port } from '../options.ts';
import type { ServerOptions } from '../server-options.ts';

/** Creates `sca-kit start`, which runs the sandbox in this process. */
export function startCommand({ env }: CommandContext): Command {
  return new Command('start')
    .description('start the sandbox; it runs until Ctrl-C or SIGTERM')
    .option('--port <port>', 'port to listen on; 0 picks a free one (default: SCA_PORT or 4100)', port)
    .option('--host <host>', 'address to listen on (default: SCA_HOST or 127.0.0.1)')
    .option('--data <folder>', 'data folder; :memory: stores nothing on disk (default: SCA_DATA or .sca-kit)')
    .option(
      '--database <location>',
      'a file, :memory: or postgres://… without a password (default: SCA_DATABASE or a file in the data folder)',
      database,
    )
    .option('--reset', 'first delete the data folder, if a sandbox created it and no server uses it')
    .addHelpText(
      'after',
      '\nThe SCA_… variables of the server configure everything else. All invalid variables are reported together.\n' +
        'Provider variables (SCA_WEBHOOK_…, SCA_TWILIO_…) need SCA_DELIVERY=webhook or SCA_DELIVERY=twilio.',
    )
    .action(async ({ reset, ...options }: ServerOptions & { readonly reset?: true }) => {
      const [{ resetDataFolder, serveUntilSignal }, { configOf }] = await Promise.all([
        import('@sca-kit/server'),
        import('../server-options.ts'),
      ]);
      const config = configOf(options, env);
      // A worker runs the same command.
      if (reset && cluster.isPrimary) resetDataFolder(config);
      await serveUntilSignal(config);
    });
}
