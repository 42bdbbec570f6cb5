import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { auditCommand } from './audit/audit-command.ts';
import { contractCommand } from './contract/contract-command.ts';
import { deliveryCommand } from './delivery/delivery-command.ts';
import { startCommand } from './start/start-command.ts';

/** The whole command line. Parsing rejects with a CommanderError, also where help was asked for. */
export function createProgram(): Command {
  const program = new Command('sca-kit')
    .description('A toolkit for Strong Customer Authentication: a sandbox, and a judge of APIs')
    .version(manifest.version)
    .exitOverride()
    .showHelpAfterError('(--help tells what there is)')
    .addHelpText('after', '\nExit codes: 0 in order, 1 something is wrong with what was looked at, 2 could not run.');
  for (const command of [startCommand(), contractCommand(), auditCommand(), deliveryCommand()])
    program.addCommand(inherit(program, command));
  return program;
}

/** Subcommands that are made on their own do not take over how errors are told. */
function inherit(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(command, child);
  return command;
}
