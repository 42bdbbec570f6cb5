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

/** The challenges of other categories, as a message lists them. */
const outside = (category: Category): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    CHALLENGE_TYPES.filter((type) => categoryOf(type) !== category),
  );

describe('without variables', () => {
  const config = readConfig({ PATH: '/bin', HOME: '/root' });

  test('the server is a sandbox on the loopback interface with a data folder', () => {
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
      workers: 1,
      requestsPerMinute: 6000,
      verificationBurst: 120,
      policy: [],
      delivery: { kind: 'sandbox' },
      auditRetentionDays: null,
    });
  });

  test('the configuration is frozen', () => {
    expect(Object.isFrozen(config)).toBe(true);
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ SCA_PORT: '', SCA_DATA: ' ', SCA_JOSE: '' })).toEqual(readConfig({}));
});

test('the database is in memory when the data is, unless SCA_DATABASE is set', () => {
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
  ['SCA_WORKERS', '0'],
  ['SCA_VERIFICATION_BURST', '0'],
  ['SCA_AUDIT_RETENTION_DAYS', '0'],
  ['SCA_MODE', 'test'],
  ['SCA_MODE', 'production'],
  ['SCA_DATABASE', 'mysql://localhost/x'],
  ['SCA_DELIVERY', 'pigeon'],
  ['SCA_POLICY', '{'],
])('rejects %s=%s with a message that names the variable, what it must be and its value', (name, value) => {
  const errors = errorsOf({ [name]: value });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${name} must be .+`));
  expect(errors[0]).toMatch(name === 'SCA_DATABASE' || name === 'SCA_POLICY' ? `${name}=` : `(got '${value}').`);
});

test.each([{ SCA_DATA: ':memory:' }, { SCA_DATABASE: ':memory:' }])('rejects several workers with %o', (memory) => {
  expect(errorsOf({ ...memory, SCA_WORKERS: '2' })).toEqual([expect.stringMatching(/^SCA_WORKERS must be 1 when /)]);
});

test('reports all errors at once', () => {
  expect(errorsOf({ SCA_PORT: 'x', SCA_JOSE: 'x', SCA_UNKNOWN: 'x' })).toHaveLength(3);
});

test('rejects an unknown variable, such as a misspelt one', () => {
  expect(errorsOf({ SCA_DISCLOSURES: 'strict' })[0]).toMatch(/^SCA_DISCLOSURES is not a variable of this server/);
});

test('no error contains a value that may be secret', () => {
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
  test('a webhook requires its URL and its key', () => {
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

  test('Twilio requires an account and at least one sender', () => {
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
  ])('reports every value that %s does not accept with the other errors, by variable', (kind, wrong) => {
    const errors = errorsOf({ SCA_DELIVERY: kind, ...wrong, SCA_PORT: 'eighty' });
    expect(errors.map((error) => error.split(' ')[0])).toEqual(['SCA_PORT', ...Object.keys(wrong)]);
    for (const error of errors.slice(1)) {
      expect(error).toMatch(/^(\w+) must .*, for example \1=.*\.$/);
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
  ])('rejects the variables of a provider that SCA_DELIVERY does not select: %s', (_, environment, rejected) => {
    const errors = errorsOf({ ...stray, ...environment });
    expect(errors.map((error) => error.split(' ')[0])).toEqual(rejected);
    for (const error of errors) {
      const provider = error.startsWith('SCA_WEBHOOK_') ? 'webhook' : 'twilio';
      expect(error).toContain(`Set SCA_DELIVERY=${provider} or remove `);
      expect(error).not.toContain('hunter2');
    }
  });

  test('reports only SCA_DELIVERY when the provider is unknown', () => {
    expect(errorsOf({ ...stray, SCA_DELIVERY: 'pigeon' })).toEqual([expect.stringMatching(/^SCA_DELIVERY must be /)]);
  });

  test('reports missing variables with the invalid ones, each once', () => {
    const errors = errorsOf({ SCA_DELIVERY: 'twilio', SCA_TWILIO_ACCOUNT_SID: 'AC1', SCA_TWILIO_VOICE_FROM: 'Acme' });
    expect(errors.map((error) => error.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'SCA_TWILIO_ACCOUNT_SID must',
      'SCA_TWILIO_AUTH_TOKEN is',
      'SCA_TWILIO_VOICE_FROM must',
    ]);
  });
});

describe('policies', () => {
  const policy = (rules: unknown): Environment => ({ SCA_POLICY: JSON.stringify(rules) });

  test('accepts rules by client and action', () => {
    const rules = [
      { actionType: 'BALANCE__GET_STATEMENT', factors: 1 },
      { clientId: 'acme', risk: 'high' },
    ];
    expect(readConfig(policy(rules)).policy).toEqual(rules);
  });

  test.each([
    [{ factors: 1 }, 'must be a list of rules'],
    [[1], 'must be a list of rules'],
    [[{ factors: 3 }], '[0].factors must be 1 or 2 (got 3).'],
    [[{}, { risk: 'none' }], '[1].risk must be "low" or "high"'],
    [[{ allowed: ['PIN', 'PIGEON'] }], '[0].allowed must be a list of challenge types'],
    [[{ actionType: 'TRANSFER__FUNDS' }], '[0].actionType must be one of BALANCE__GET_STATEMENT, '],
    [[{ validity: 1.5 }], '[0].validity must be an integer of seconds (got 1.5).'],
    [[{ factor: 1 }], '[0] has the unknown member "factor"'],
    [[{ toString: 1 }], '[0] has the unknown member "toString"'],
    [[{ actionType: 'TRANSFER__FUND', factors: 1, risk: 'high' }], ': '],
  ])('rejects %j with %s', (rules, error) => {
    const errors = errorsOf(policy(rules));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`SCA_POLICY${error.startsWith('[') || error === ': ' ? '' : ' '}${error}`);
  });

  test.each([
    [[{ actionType: 'TRANSFER__FUND', risk: 'low', factors: 1 }], ['TRANSFER__FUND']],
    [[{ risk: 'low' }], ['FACTOR__ENROL', 'TRANSFER__FUND']],
    [
      [
        { actionType: 'TRANSFER__FUND', risk: 'high' },
        { clientId: 'acme', risk: 'low' },
      ],
      ['FACTOR__ENROL', 'TRANSFER__FUND'],
    ],
  ])('rejects the policy %j, which lowers the risk of %j', (rules, actions) => {
    expect(errorsOf(policy(rules))).toEqual(
      actions.map(
        (action) =>
          `SCA_POLICY must not lower the risk of ${action}: its approvals are bound to the content of the request.`,
      ),
    );
  });

  test('accepts a policy that lowers the risk of other actions only', () => {
    const linked = ['FACTOR__ENROL', 'TRANSFER__FUND'].map((actionType) => ({ actionType, risk: 'high' }));
    const rules = [{ risk: 'low' }, ...linked];
    expect(readConfig(policy(rules)).policy).toEqual(rules);
  });

  test.each(['BALANCE__GET_STATEMENT', 'FACTOR__ENROL', 'SCA_SESSION__AUTHORISE', 'TRANSFER__FUND'])(
    'accepts a rule for %s',
    (actionType) => {
      expect(errorsOf(policy([{ actionType, validity: 60 }]))).toEqual([]);
    },
  );

  test.each([
    [[{ actionType: 'BALANCE__GET_STATEMENT', factors: 1, allowed: ['PIN'] }]],
    [[{ allowed: ['PIN', 'SMS'] }]],
    [[{ allowed: ['FACE_MAP', 'VOICE', 'WHATSAPP'] }]],
  ])('accepts rules that a profile can meet: %j', (rules) => {
    expect(errorsOf(policy(rules))).toEqual([]);
  });

  test.each<[readonly object[], readonly string[]]>([
    [
      [{ actionType: 'TRANSFER__FUND', allowed: ['SMS', 'VOICE'] }],
      [
        `SCA_POLICY[0].allowed has only possession challenges, but TRANSFER__FUND needs two categories. To fix it, add ${outside('possession')}.`,
      ],
    ],
    [
      [{}, { actionType: 'BALANCE__GET_STATEMENT', allowed: ['PIN', 'PIN'] }],
      [
        `SCA_POLICY[1].allowed has only knowledge challenges, but BALANCE__GET_STATEMENT needs two categories. To fix it, add ${outside('knowledge')}, or set "factors":1.`,
      ],
    ],
    [
      [{ clientId: 'acme', factors: 1, allowed: ['FACE_MAP'] }],
      [
        `SCA_POLICY[0].allowed has only inherence challenges, but FACTOR__ENROL, TRANSFER__FUND needs two categories. To fix it, add ${outside('inherence')}, or limit the rule to one actionType.`,
      ],
    ],
  ])('rejects rules that no profile can meet, and says how to fix them: %j', (rules, errors) => {
    expect(errorsOf(policy(rules))).toEqual(errors);
  });

  test('a file that cannot be read is reported with its path', () => {
    expect(errorsOf({ SCA_POLICY: '@/nowhere/policy.json' })[0]).toBe(
      "SCA_POLICY names the file '/nowhere/policy.json', which cannot be read (ENOENT).",
    );
  });
});
