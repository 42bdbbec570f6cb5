import { Command, Option } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { integer, list, port, url } from '../options.ts';
import { withConfig } from './check-config.ts';
import type { CheckCommandOptions } from './check-target.ts';
import type { GatewayCommandOptions, ProxyCommandOptions } from './run-gateway.ts';

/** Creates `sca-kit contract`, which validates servers and clients against an OpenAPI document. */
export function contractCommand(context: CommandContext): Command {
  return new Command('contract')
    .description('validate a server or a client against an OpenAPI document')
    .addCommand(check(context))
    .addCommand(mock(context))
    .addCommand(proxy(context));
}

function check(context: CommandContext): Command {
  return new Command('check')
    .description('run scenarios and generated negative cases against a server, and report the results')
    .option('--target <url>', 'base URL of the server', url)
    .option(
      '--spec <file>',
      'an OpenAPI 3.x document: generated cases alone (default: the OpenAPI document of sca-kit)',
    )
    .option('--client-id <id>', 'create users in this client (default: a new client for each user)')
    .option('--client-secret <secret>', 'secret of the client; prefer CONTRACT_CLIENT_SECRET, which process lists hide')
    .option('--api-key <key>', 'api-key of the client; prefer CONTRACT_API_KEY')
    .option('--family <names>', 'check only these families, for example v2,step-up', list)
    .option('--tag <names>', 'check only operations with these tags', list)
    .option('--operation <ids>', 'check only these operations, by operationId', list)
    .option('--skip <names>', 'leave out these operations, tags and families', list)
    .addOption(new Option('--jose <mode>', 'off: leave out encrypted bodies').choices(['on', 'off']).default('on'))
    .option('--users <file>', 'JSON list of users with their tokens, for a target without POST /sandbox/users')
    .option('--setup <command>', 'shell command that creates a user and prints it as JSON')
    .option('--require <percent>', 'minimum coverage, for example 100 or v2=100,step-up=90')
    .option('--report <folder>', 'write report.json, junit.xml and index.html to this folder')
    .option('--seed <number>', 'repeat the generated cases of an earlier run', integer(0, 4_294_967_295))
    .option('--timeout <ms>', 'time limit for one response', integer(1, 600_000), 10_000)
    .option('--json', 'print the report as JSON to stdout')
    .option('--config <file>', 'JSON or TypeScript file (default: sca-kit.config.ts or .json in this folder)')
    .addHelpText(
      'after',
      '\nThe configuration file has the same names, for example { "target": "…", "skip": ["createPin"] }. Options win.' +
        '\nExit codes: 0 conforms, 1 violations, failed cases or too little coverage, 2 could not run.',
    )
    .action(async (options: CheckCommandOptions, command: Command) => {
      const { checkTarget } = await import('./check-target.ts');
      await checkTarget(await withConfig(options, command), context);
    });
}

function mock(context: CommandContext): Command {
  return gateway(
    new Command('mock').description('respond from an OpenAPI document, and validate the requests of clients'),
    4010,
  )
    .addHelpText('after', EXIT_CODES)
    .action(async (options: GatewayCommandOptions) => (await import('./run-gateway.ts')).runMock(options, context));
}

function proxy(context: CommandContext): Command {
  return gateway(new Command('proxy').description('forward to a server, and validate requests and responses'), 4020)
    .requiredOption('--target <url>', 'base URL of the server', url)
    .option('--timeout <ms>', 'time limit for one response', integer(1, 600_000), 10_000)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: ProxyCommandOptions) => (await import('./run-gateway.ts')).runProxy(options, context));
}

const EXIT_CODES =
  '\nRuns until Ctrl-C or SIGTERM. Exit codes: 0 no violations, 1 violations, 2 could not run or received no request.';

function gateway(command: Command, defaultPort: number): Command {
  return command
    .option('--spec <file>', 'an OpenAPI 3.x document, YAML or JSON (default: the OpenAPI document of sca-kit)')
    .option('--port <port>', 'port to listen on; 0 picks a free one', port, defaultPort)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .addOption(
      new Option('--on-violation <action>', 'respond with the violations, or pass the exchange on and only report them')
        .choices(['problem', 'pass'])
        .default('problem'),
    )
    .option('--allow-empty', 'end with 0 also when no request was received')
    .option('--json', 'print violations as JSON Lines to stdout');
}
