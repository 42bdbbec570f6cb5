import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { auditCommand } from './audit/audit-command.ts';
import { type CommandContext, hasColors } from './command-context.ts';
import { contractCommand } from './contract/contract-command.ts';
import { deliveryCommand } from './delivery/delivery-command.ts';
import { startCommand } from './start/start-command.ts';

/** Creates the command line. Parsing rejects with a CommanderError, also after `--help` and `--version`. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('sca-kit')
    .description('A toolkit for Strong Customer Authentication: a sandbox and contract tests for APIs')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
      getOutHasColors: () => hasColors(context.stdout),
      getErrHasColors: () => hasColors(context.stderr),
    })
    .showHelpAfterError('(run with --help for usage)')
    .addHelpText('after', '\nExit codes: 0 passed, 1 problems found, 2 could not run.');
  for (const command of [
    startCommand(context),
    contractCommand(context),
    auditCommand(context),
    deliveryCommand(context),
  ])
    program.addCommand(inheritSettings(program, command));
  return program;
}

/** Commands that are created on their own do not inherit the settings of their parent. */
function inheritSettings(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheritSettings(command, child);
  return command;
}
