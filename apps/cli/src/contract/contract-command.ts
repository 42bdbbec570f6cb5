import { Command, Option } from 'commander';
import { list, port, url, wholeNumber } from '../options.ts';
import type { CheckCommandOptions } from './check-target.ts';
import type { GatewayCommandOptions, ProxyCommandOptions } from './run-gateway.ts';

/** `sca-kit contract`: a judge that stands between a client and a server. */
export function contractCommand(): Command {
  return new Command('contract')
    .description('check a server or a client against a description')
    .addCommand(check())
    .addCommand(mock())
    .addCommand(proxy());
}

function check(): Command {
  return new Command('check')
    .description('run the scenarios and the generated cases against a server, and report what was seen')
    .requiredOption('--target <url>', 'base URL of the server', url)
    .option('--client-id <id>', 'make users in this client; without it, each gets a client of its own')
    .option(
      '--client-secret <secret>',
      'its secret; better given as CONTRACT_CLIENT_SECRET, which no process list shows',
    )
    .option('--api-key <key>', 'the api-key of the client; better given as CONTRACT_API_KEY')
    .option('--family <names>', 'only these families, for example v2,step-up', list)
    .option('--require <percent>', 'least coverage, for example 100 or v2=100,step-up=90')
    .option('--report <folder>', 'write report.json, junit.xml and index.html there')
    .option('--seed <number>', 'repeat the generated cases of an earlier run', wholeNumber(0, 4_294_967_295))
    .option('--timeout <ms>', 'how long to wait for one answer', wholeNumber(1, 600_000), 10_000)
    .option('--json', 'the whole report as JSON on stdout')
    .addHelpText(
      'after',
      '\nExit codes: 0 conforms, 1 violations, failed cases or too little coverage, 2 could not run.',
    )
    .action(async (options: CheckCommandOptions) => (await import('./check-target.ts')).checkTarget(options));
}

function mock(): Command {
  return gateway(
    new Command('mock').description('answer from the description alone, and judge what clients send'),
    4010,
  )
    .addHelpText('after', CODES)
    .action(async (options: GatewayCommandOptions) => (await import('./run-gateway.ts')).runMock(options));
}

function proxy(): Command {
  return gateway(new Command('proxy').description('forward to a server, and judge both sides'), 4020)
    .requiredOption('--target <url>', 'base URL of the server', url)
    .option('--timeout <ms>', 'how long to wait for one answer', wholeNumber(1, 600_000), 10_000)
    .addHelpText('after', CODES)
    .action(async (options: ProxyCommandOptions) => (await import('./run-gateway.ts')).runProxy(options));
}

const CODES = '\nRuns until Ctrl-C or SIGTERM. Exit codes: 0 saw no violation, 1 saw some, 2 could not run.';

function gateway(command: Command, defaultPort: number): Command {
  return command
    .option('--spec <file>', 'an OpenAPI 3.x description, YAML or JSON; by default the one of sca-kit')
    .option('--port <port>', 'where to listen; 0 takes any free port', port, defaultPort)
    .option('--host <host>', 'the address to listen on', '127.0.0.1')
    .addOption(
      new Option('--on-violation <what>', 'answer with the violations, or let it pass and only tell')
        .choices(['problem', 'pass'])
        .default('problem'),
    )
    .option('--json', 'violations as JSON Lines on stdout');
}
