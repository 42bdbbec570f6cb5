import { resolve } from 'node:path';
import { type Category, CHALLENGE_TYPES, categoryOf } from '@sca-kit/engine';
import { describe, expect, test } from 'vitest';
import { ConfigError, type Environment, readConfig } from './config.ts';

function errorsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
}

/** The factors that prove something else. */
const beside = (category: Category): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    CHALLENGE_TYPES.filter((type) => categoryOf(type) !== category),
  );

describe('without a variable', () => {
  const config = readConfig({ PATH: '/bin', HOME: '/root' });

  test('a sandbox on the loopback, kept in a folder', () => {
    expect(config).toMatchObject({
      mode: 'sandbox',
      host: '127.0.0.1',
      port: 4100,
      data: resolve('.sca-kit'),
      database: resolve('.sca-kit', 'sca-kit.sqlite'),
      jose: 'optional',
      protectEnrolment: false,
      disclosure: 'standard',
      logLevel: 'info',
      requestsPerMinute: 6000,
      policy: [],
      delivery: { kind: 'sandbox' },
      auditRetentionDays: null,
    });
  });

  test('frozen', () => {
    expect(Object.isFrozen(config)).toBe(true);
  });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ SCA_PORT: '', SCA_DATA: ' ', SCA_JOSE: '' })).toEqual(readConfig({}));
});

test('a database in memory goes with data in memory, unless it is named', () => {
  expect(readConfig({ SCA_DATA: ':memory:' })).toMatchObject({ data: ':memory:', database: ':memory:' });
  const SCA_DATABASE = 'postgres://sca@localhost/sca';
  expect(readConfig({ SCA_DATA: ':memory:', SCA_DATABASE }).database).toBe(SCA_DATABASE);
});

test.each([
  ['SCA_PORT', 'eighty'],
  ['SCA_PORT', '-1'],
  ['SCA_PORT', '65536'],
  ['SCA_PORT', '4e3'],
  ['SCA_JOSE', 'Required'],
  ['SCA_PROTECT_ENROLMENT', 'yes'],
  ['SCA_DISCLOSURE', 'none'],
  ['SCA_LOG_LEVEL', 'verbose'],
  ['SCA_REQUESTS_PER_MINUTE', '0'],
  ['SCA_AUDIT_RETENTION_DAYS', '0'],
  ['SCA_MODE', 'test'],
  ['SCA_MODE', 'production'],
  ['SCA_DATABASE', 'mysql://localhost/x'],
  ['SCA_DELIVERY', 'pigeon'],
  ['SCA_POLICY', '{'],
])('%s=%s is refused by name, with an example', (name, value) => {
  const errors = errorsOf({ [name]: value });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${name} .*(${name}=|SCA_MODE=|postgres://)`));
});

test('all errors are told at once', () => {
  expect(errorsOf({ SCA_PORT: 'x', SCA_JOSE: 'x', SCA_UNKNOWN: 'x' })).toHaveLength(3);
});

test('a variable that nobody knows is told, so that a misspelt one does not do nothing', () => {
  expect(errorsOf({ SCA_DISCLOSURES: 'strict' })[0]).toMatch(/^SCA_DISCLOSURES is not a variable of this server/);
});

test('no error repeats what may be a secret', () => {
  const errors = errorsOf({
    SCA_DATABASE: 'mysql://user:hunter2@localhost/x',
    SCA_DELIVERY: 'twilio',
    SCA_TWILIO_AUTH_TOKEN: 'hunter2',
    SCA_WEBHOOK_KEY: 'hunter2',
    SCA_POLICY: 'hunter2',
  });
  expect(errors.length).toBeGreaterThan(2);
  expect(errors.join()).not.toContain('hunter2');
});

describe('delivery', () => {
  test('a webhook needs its address and its key', () => {
    expect(errorsOf({ SCA_DELIVERY: 'webhook' }).map((error) => error.split(' ')[0])).toEqual([
      'SCA_WEBHOOK_URL',
      'SCA_WEBHOOK_KEY',
    ]);
    const webhook = { SCA_WEBHOOK_URL: 'https://messages.example.com/sca', SCA_WEBHOOK_KEY: 'k'.repeat(32) };
    expect(readConfig({ SCA_DELIVERY: 'webhook', ...webhook }).delivery).toEqual({
      kind: 'webhook',
      url: webhook.SCA_WEBHOOK_URL,
      key: webhook.SCA_WEBHOOK_KEY,
      nextKey: null,
    });
  });

  test('Twilio needs an account and at least one sender', () => {
    expect(errorsOf({ SCA_DELIVERY: 'twilio' })).toHaveLength(3);
    const account = { SCA_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, SCA_TWILIO_AUTH_TOKEN: 't' };
    for (const sender of ['+15005550006', `MG${'0'.repeat(32)}`, 'Acme', '12345']) {
      const { delivery } = readConfig({ SCA_DELIVERY: 'twilio', ...account, SCA_TWILIO_SMS_FROM: sender });
      expect(delivery).toMatchObject({ from: { SMS: sender, WHATSAPP: null, VOICE: null } });
    }
  });

  test.each<[string, Environment]>([
    [
      'webhook',
      { SCA_WEBHOOK_URL: 'http://messages.example.com', SCA_WEBHOOK_KEY: 'hunter2', SCA_WEBHOOK_NEXT_KEY: 'hunter2' },
    ],
    [
      'twilio',
      {
        SCA_TWILIO_ACCOUNT_SID: 'hunter2',
        SCA_TWILIO_AUTH_TOKEN: 'hunter 2',
        SCA_TWILIO_SMS_FROM: 'MG-hunter2',
        SCA_TWILIO_WHATSAPP_FROM: 'whatsapp:hunter2',
        SCA_TWILIO_VOICE_FROM: 'hunter2',
      },
    ],
  ])('what %s does not take is told all at once with the other errors, by variable', (kind, wrong) => {
    const errors = errorsOf({ SCA_DELIVERY: kind, ...wrong, SCA_PORT: 'eighty' });
    expect(errors.map((error) => error.split(' ')[0])).toEqual(['SCA_PORT', ...Object.keys(wrong)]);
    for (const error of errors.slice(1)) {
      expect(error).toMatch(
        new RegExp(`^(\\w+) cannot be used with SCA_DELIVERY=${kind}: it must .*, for example \\1=`),
      );
    }
    expect(errors.join()).not.toContain('hunter');
  });

  const stray = {
    SCA_WEBHOOK_URL: 'https://hunter2.example.com',
    SCA_WEBHOOK_KEY: 'hunter2',
    SCA_TWILIO_SMS_FROM: 'hunter2',
  };
  test.each<[string, Environment, readonly string[]]>([
    ['no SCA_DELIVERY', {}, ['SCA_WEBHOOK_URL', 'SCA_WEBHOOK_KEY', 'SCA_TWILIO_SMS_FROM']],
    [
      'SCA_DELIVERY=sandbox',
      { SCA_DELIVERY: 'sandbox' },
      ['SCA_WEBHOOK_URL', 'SCA_WEBHOOK_KEY', 'SCA_TWILIO_SMS_FROM'],
    ],
    ['SCA_DELIVERY=webhook', { SCA_DELIVERY: 'webhook', SCA_WEBHOOK_KEY: 'k'.repeat(32) }, ['SCA_TWILIO_SMS_FROM']],
  ])('a variable of a provider that is not chosen is refused, not ignored: %s', (_, environment, refused) => {
    const errors = errorsOf({ ...stray, ...environment });
    expect(errors.map((error) => error.split(' ')[0])).toEqual(refused);
    for (const error of errors) {
      const provider = error.startsWith('SCA_WEBHOOK_') ? 'webhook' : 'twilio';
      expect(error).toContain(`set SCA_DELIVERY=${provider}, or leave it out`);
      expect(error).not.toContain('hunter2');
    }
  });

  test('beside a provider that nobody knows, only that is told', () => {
    expect(errorsOf({ ...stray, SCA_DELIVERY: 'pigeon' })).toEqual([expect.stringMatching(/^SCA_DELIVERY has to be /)]);
  });

  test('what is missing is told beside what is wrong, and once', () => {
    const errors = errorsOf({ SCA_DELIVERY: 'twilio', SCA_TWILIO_ACCOUNT_SID: 'AC1', SCA_TWILIO_VOICE_FROM: 'Acme' });
    expect(errors.map((error) => error.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'SCA_TWILIO_ACCOUNT_SID cannot',
      'SCA_TWILIO_AUTH_TOKEN is',
      'SCA_TWILIO_VOICE_FROM cannot',
    ]);
  });
});

describe('policies', () => {
  const policy = (rules: unknown): Environment => ({ SCA_POLICY: JSON.stringify(rules) });

  test('are rules by client and action', () => {
    const rules = [
      { actionType: 'BALANCE__GET_STATEMENT', factors: 1 },
      { clientId: 'acme', risk: 'high' },
    ];
    expect(readConfig(policy(rules)).policy).toEqual(rules);
  });

  test.each([
    [{ factors: 1 }, 'is not a list of rules'],
    [[1], 'is not a list of rules'],
    [[{ factors: 3 }], '[0].factors has to be 1 or 2'],
    [[{}, { risk: 'none' }], '[1].risk has to be "low" or "high"'],
    [[{ allowed: ['PIN', 'PIGEON'] }], '[0].allowed has to be a list of challenge types'],
    [
      [{ actionType: 'TRANSFER__FUNDS' }],
      '[0].actionType has to be an action of this server: BALANCE__GET_STATEMENT, ',
    ],
    [[{ validity: 1.5 }], '[0].validity has to be whole seconds'],
    [[{ factor: 1 }], '[0] has the unknown member "factor"'],
    [[{ toString: 1 }], '[0] has the unknown member "toString"'],
    [[{ actionType: 'TRANSFER__FUND', factors: 1, risk: 'high' }], ': '],
  ])('%j is refused: %s', (rules, error) => {
    const errors = errorsOf(policy(rules));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`SCA_POLICY${error.startsWith('[') || error === ': ' ? '' : ' '}${error}`);
  });

  test.each([
    [[{ actionType: 'TRANSFER__FUND', risk: 'low', factors: 1 }]],
    [[{ risk: 'low' }]],
    [
      [
        { actionType: 'TRANSFER__FUND', risk: 'high' },
        { clientId: 'acme', risk: 'low' },
      ],
    ],
  ])('one that lowers the risk of a payment is refused: %j', (rules) => {
    expect(errorsOf(policy(rules))).toEqual([
      'SCA_POLICY lowers the risk of TRANSFER__FUND, whose approvals are linked to what is paid (RTS 5)',
    ]);
  });

  test('one that lowers the risk of other actions alone is taken', () => {
    const rules = [{ risk: 'low' }, { actionType: 'TRANSFER__FUND', risk: 'high' }];
    expect(readConfig(policy(rules)).policy).toEqual(rules);
  });

  test.each(['BALANCE__GET_STATEMENT', 'FACTOR__ENROL', 'SCA_SESSION__AUTHORISE', 'TRANSFER__FUND'])(
    'may be for %s',
    (actionType) => {
      expect(errorsOf(policy([{ actionType, validity: 60 }]))).toEqual([]);
    },
  );

  test.each([
    [[{ actionType: 'BALANCE__GET_STATEMENT', factors: 1, allowed: ['PIN'] }]],
    [[{ allowed: ['PIN', 'SMS'] }]],
    [[{ allowed: ['FACE_MAP', 'VOICE', 'WHATSAPP'] }]],
  ])('that can be met are taken: %j', (rules) => {
    expect(errorsOf(policy(rules))).toEqual([]);
  });

  test.each<[readonly object[], readonly string[]]>([
    [
      [{ actionType: 'TRANSFER__FUND', allowed: ['SMS', 'VOICE'] }],
      [
        `SCA_POLICY[0].allowed is possession alone, and two categories are needed for TRANSFER__FUND: add ${beside('possession')}`,
      ],
    ],
    [
      [{}, { actionType: 'BALANCE__GET_STATEMENT', allowed: ['PIN', 'PIN'] }],
      [
        `SCA_POLICY[1].allowed is knowledge alone, and two categories are needed for BALANCE__GET_STATEMENT: add ${beside('knowledge')}, or say "factors":1`,
      ],
    ],
    [
      [{ clientId: 'acme', factors: 1, allowed: ['FACE_MAP'] }],
      [
        `SCA_POLICY[0].allowed is inherence alone, and two categories are needed for FACTOR__ENROL, TRANSFER__FUND: add ${beside('inherence')}, or name the actionType that it is for`,
      ],
    ],
  ])('that nothing could meet are refused, with what to add: %j', (rules, errors) => {
    expect(errorsOf(policy(rules))).toEqual(errors);
  });

  test('may lie in a file', () => {
    expect(errorsOf({ SCA_POLICY: '@/nowhere/policy.json' })[0]).toContain('names a file that cannot be read');
  });
});
