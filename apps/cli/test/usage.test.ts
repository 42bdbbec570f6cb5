import { describe, expect, test } from 'vitest';
import { scaKit } from './support/command.ts';
import { spawnScaKit } from './support/process.ts';

const commands = [
  [],
  ['start'],
  ['audit'],
  ['audit', 'verify'],
  ['audit', 'export'],
  ['delivery'],
  ['delivery', 'failures'],
  ['contract'],
  ['contract', 'check'],
  ['contract', 'mock'],
  ['contract', 'proxy'],
];

describe('usage', () => {
  test.each(commands.map((words) => ({ words })))('sca-kit $words --help prints the usage', async ({ words }) => {
    const outcome = await scaKit([...words, '--help']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain(['Usage: sca-kit', ...words].join(' '));
    expect(outcome.stdout).not.toContain('\u001B');
  });

  test('sca-kit --help and an unknown command run as processes', async () => {
    const help = await spawnScaKit(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: sca-kit');
    expect(await spawnScaKit(['strat'])).toMatchObject({ code: 2, stdout: '' });
  });

  test.each([
    { args: ['strat'], says: "unknown command 'strat'" },
    { args: ['start', '--prot', '1'], says: "unknown option '--prot'" },
    { args: ['start', '--port', '65536'], says: 'integer from 0 to 65535' },
    { args: ['start', '--port', '-1'], says: 'integer from 0 to 65535' },
    { args: ['contract', 'check'], says: 'Pass the base URL of the server: --target' },
    { args: ['contract', 'check', '--target', 'localhost:4100'], says: 'It must be an http or https URL' },
    { args: ['contract', 'check', '--target', 'ftp://x'], says: 'It must be an http or https URL' },
    ...[
      ['start', '--database', 'postgres://u:s3cret@127.0.0.1/sca'],
      ['audit', 'verify', '--database', 'postgresql://127.0.0.1/sca?user=u&password=s3cret'],
      ['delivery', 'failures', '--database', 'postgres://u:s3cret#@127.0.0.1/sca'],
    ].map((args) => ({ args, says: 'Set SCA_DATABASE instead' })),
    { args: ['contract', 'check', '--target', 'http://u:s3cret@127.0.0.1:9'], says: 'must not contain credentials' },
    { args: ['contract', 'proxy', '--target', 'http://s3cret@127.0.0.1:9'], says: 'must not contain credentials' },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--family', 'v9'],
      says: "There is no family 'v9'",
    },
    { args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--require', '101'], says: 'from 0 to 100' },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--family', 'v2', '--require', 'step-up=100,v2=50'],
      says: 'Coverage of step-up is required, but the family is not checked',
    },
    { args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--client-id', 'c'], says: 'needs a secret' },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--client-secret', 's'],
      says: 'needs --client-id',
    },
    { args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--api-key', 'k'], says: 'needs --client-id' },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--operation', 'noSuch'],
      says: "no operation 'noSuch'",
    },
    { args: ['contract', 'check', '--config', 'nowhere.json'], says: 'nowhere.json cannot be read' },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--users', 'nowhere.json'],
      says: 'cannot be read as JSON',
    },
    {
      args: ['contract', 'check', '--target', 'http://127.0.0.1:9', '--users', 'a', '--setup', 'b'],
      says: 'Pass --users or --setup, not both',
    },
    { args: ['contract', 'mock', '--spec', 'nowhere.yaml'], says: 'nowhere.yaml cannot be read' },
    { args: ['contract', 'mock', '--on-violation', 'explode'], says: 'Allowed choices are problem, pass' },
    { args: ['audit', 'export', '--after', '0:3'], says: '--after needs --client' },
    { args: ['audit', 'export', '--after', '-3'], says: 'the position of an exported event' },
  ])('sca-kit $args exits with 2 and one message', async ({ args, says }) => {
    const outcome = await scaKit(args);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    const [first = ''] = outcome.stderr.split('\n');
    expect(first).toMatch(/^error: /);
    expect(first).toContain(says);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(outcome.stderr).not.toContain('s3cret');
  });
});
