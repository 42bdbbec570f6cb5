import type http from 'node:http';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { specContract, vaultContract } from '../../test/support/contracts.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createMockGateway } from '../gateway/gateway.ts';
import { listen } from '../gateway/listen.ts';
import { createMockEnvelopes } from '../gateway/mock-envelopes.ts';
import { expectStatus, type Scenario, Skipped } from '../scenarios/scenario.ts';
import { inPool } from './pool.ts';
import { runCheck } from './run-check.ts';

const ANONYMOUS = {
  userId: 0,
  email: '',
  password: '',
  registrationCode: '',
  clientId: '',
  clientSecret: '',
  apiKey: '',
  accessToken: 'example-token',
  refreshToken: '',
  authToken: '',
  applicationToken: '',
  profileIds: [],
  balanceId: 0,
  transferId: 0,
};
/** One operation that everybody may call. */
const THINGS = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things/{thingId}': {
      get: {
        operationId: 'getThing',
        security: [],
        parameters: [
          { name: 'thingId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 }, example: 7 },
          {
            name: 'since',
            in: 'query',
            required: true,
            schema: { type: 'string', format: 'date' },
            example: '2026-01-01',
          },
        ],
        responses: {
          '200': { description: 'A thing.' },
          '400': { description: 'No.' },
          '404': { description: 'None.' },
        },
      },
    },
  },
};
const JSON_TYPE = { ...TRACE, 'content-type': 'application/json' };

let contract: ContractDocument;
let target: Target | undefined;
beforeAll(async () => {
  contract = await vaultContract();
});
afterEach(() => target?.close());

const start = async (handler: http.RequestListener): Promise<string> => {
  target = await startTarget(handler);
  return target.url;
};
const reads = (name = 'a box is read'): Scenario => ({
  name,
  operationId: 'getBox',
  status: 200,
  run: async (context) => void expectStatus(await context.call('getBox', { user: ANONYMOUS }), 200),
});
const respondWith =
  (status: number, body: unknown): http.RequestListener =>
  (_, response) =>
    response.writeHead(status, JSON_TYPE).end(JSON.stringify(body));

describe('a check that cannot run', () => {
  it('says in one line that it cannot connect', async () => {
    const gone = await startTarget(() => {});
    await gone.close();
    const report = await runCheck({ target: gone.url, spec: contract });
    expect(report).toMatchObject({ outcome: 'could-not-run', scenarios: [], negatives: [] });
    expect(report.reason).toBe(`${gone.url} cannot be checked: Cannot connect to the target.`);
  });

  it('says in one line that the credentials are wrong, without the secret', async () => {
    const url = await start(respondWith(401, { error: 'invalid_client', error_description: 'Unknown client.' }));
    const report = await runCheck({
      target: url,
      spec: await specContract(),
      credentials: { clientId: 'mine', clientSecret: 'hush-hush' },
    });
    expect(report.reason).toBe(`${url} rejects the credentials of client mine (status 401).`);
    expect(JSON.stringify(report)).not.toContain('hush-hush');
  });

  it('rejects an unknown family and an invalid target URL', async () => {
    await expect(runCheck({ target: 'http://127.0.0.1:1', spec: contract, families: ['v9'] })).rejects.toThrow(
      "There is no family 'v9'",
    );
    await expect(runCheck({ target: 'ftp://example.com', spec: contract })).rejects.toThrow('http or https URL');
  });

  it('rejects a target URL with credentials, without showing them', async () => {
    const checked = runCheck({ target: 'http://u:s3cret@127.0.0.1:1', spec: contract });
    await expect(checked).rejects.toThrow(/^The URL of the target must not contain credentials\.$/);
  });

  it('names a schema that cannot be compiled', async () => {
    const schema = { type: 'string', pattern: '(' };
    const responses = { 200: { description: 'x', content: { 'application/json': { schema } } } };
    const spec = {
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: { '/a': { get: { operationId: 'a', responses } } },
    };
    const report = await runCheck({ target: await start(respondWith(200, BOX)), spec });
    expect(report.reason).toContain('a 200 application/json');
  });
});

describe('the scenarios of a check', () => {
  it('pass when their response was seen and valid, fail otherwise, and can skip', async () => {
    const url = await start((incoming, response) => {
      const body = incoming.headers['x-external-correlation-id'] ? { ...BOX, state: 'AJAR' } : BOX;
      respondWith(200, body)(incoming, response);
    });
    const correlated = { 'x-external-correlation-id': '0b8f7c9e-6f07-4c56-9a6c-3d5d5a5b0c11' };
    const report = await runCheck({
      target: url,
      spec: contract,
      negatives: false,
      scenarios: [
        reads(),
        {
          ...reads('of a wrong state'),
          run: async (context) => void (await context.call('getBox', { user: ANONYMOUS, headers: correlated })),
        },
        { ...reads('not found'), status: 404 },
        { ...reads('skipped'), run: async (context) => context.skip('not here') },
        { ...reads('without a sandbox'), run: async (context) => void (await context.user()) },
      ],
    });
    expect(report.scenarios.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['passed', undefined],
      [
        'failed',
        'The response violates the contract: Response body property state must be equal to one of the allowed values: OPEN, SHUT',
      ],
      ['failed', 'The response 404 of getBox was not seen.'],
      ['skipped', 'not here'],
      ['skipped', 'The document has no operation createSandboxUser.'],
    ]);
    expect(report.outcome).toBe('violations');
    expect(report.violations.map(({ violation }) => violation.code)).toEqual(['enum']);
  });

  it('conform and reach the required coverage of their family', async () => {
    const report = await runCheck({
      target: await start(respondWith(200, BOX)),
      spec: contract,
      negatives: false,
      scenarios: [reads()],
      require: [{ percent: 1 }],
    });
    expect(report.outcome).toBe('conforms');
    expect(report.gates).toMatchObject([{ passed: true }]);
    expect(report.timing.overheadMedianMs).toBeGreaterThan(0);
  });
});

describe('a target that lacks operations', () => {
  const token = 'good';
  const small: http.RequestListener = (incoming, response) => {
    const isKnown = incoming.headers.authorization === `Bearer ${token}`;
    if (incoming.url === '/v2/profiles') respondWith(isKnown ? 200 : 401, isKnown ? [] : {})(incoming, response);
    else respondWith(404, { message: `Cannot ${incoming.method} ${incoming.url}` })(incoming, response);
  };

  it('is told so in three lines, and not in failed scenarios', async () => {
    const spec = await specContract();
    const report = await runCheck({ target: await start(small), spec, negatives: false });
    expect(report.lacks).toEqual([
      expect.stringMatching(/^The target does not have \d+ of \d+ operations: \w+, \w+, \w+ and \d+ more\./),
      expect.stringContaining('no sandbox that creates users'),
      expect.stringContaining('publishes no keys'),
    ]);
    expect(report.scenarios.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report.outcome).toBe('violations');
  });

  it('is checked with given users, in the selected operations', async () => {
    const createUser = vi.fn(async () => ({ accessToken: token, profiles: [{ id: 1 }] }));
    const options = { target: await start(small), spec: await specContract(), negatives: false };
    const report = await runCheck({ ...options, operations: ['listProfiles', 'getMe'], skip: ['getMe'], createUser });
    expect(createUser).toHaveBeenCalled();
    expect(report.lacks.filter((lack) => lack.includes('operations'))).toEqual([]);
    expect(new Set(report.scenarios.map(({ operationId }) => operationId))).toEqual(new Set(['listProfiles']));
    await expect(runCheck({ ...options, operations: ['noSuch'] })).rejects.toThrow("There is no operation 'noSuch'");
  });

  it('is checked without encrypted bodies when JOSE is off', async () => {
    const options = { target: await start(small), spec: await specContract(), negatives: false, jose: 'off' } as const;
    const { coverage } = await runCheck(options);
    expect(coverage.cells.filter(({ mediaType }) => mediaType.includes('jose'))).toEqual([]);
    expect(coverage.cells.some(({ operationId }) => operationId === 'verifyPin')).toBe(true);
  });
});

describe('the negative cases of a check', () => {
  it('fail when the target accepts everything', async () => {
    const report = await runCheck({
      target: await start(respondWith(200, BOX)),
      spec: contract,
      scenarios: [],
      families: ['boxes'],
      seed: 5,
    });
    const routing = report.negatives.filter(({ operationId }) => operationId === undefined);
    // HEAD and OPTIONS may be answered 200.
    const wrong = routing.filter(({ name }) => !/^(HEAD|OPTIONS) /.test(name));
    expect(wrong.length).toBeGreaterThan(3);
    expect(wrong.every(({ outcome, reason }) => outcome === 'failed' && reason?.startsWith('Responded 200'))).toBe(
      true,
    );
    expect(routing.some(({ name }) => name.startsWith('HEAD '))).toBe(true);
  });

  it('are inconclusive when the valid request fails with the same status', async () => {
    const url = await start((_, response) => response.writeHead(404).end());
    const report = await runCheck({ target: url, spec: await openContract(THINGS), scenarios: [], seed: 5 });
    const ofThing = report.negatives.filter(({ operationId }) => operationId === 'getThing');
    expect(ofThing.length).toBeGreaterThan(2);
    for (const { outcome, reason } of ofThing) {
      expect([outcome, reason]).toEqual(['inconclusive', 'The valid request returns 404, too.']);
    }
  });

  it('request nothing outside of the selected families', async () => {
    const asked = new Set<string>();
    const url = await start((incoming, response) => {
      asked.add((incoming.url ?? '').split('?')[0]?.split('/')[1] ?? '');
      respondWith(404, {})(incoming, response);
    });
    await runCheck({ target: url, spec: contract, scenarios: [], families: ['secrets'], seed: 5 });
    expect(asked).toContain('keys');
    for (const step of ['token', 'events']) expect(asked).not.toContain(step);
  });

  it('are the same with the same seed', async () => {
    const url = await start(respondWith(404, { errors: [{ code: 'a', message: 'b' }] }));
    const names = async (seed: number): Promise<string> => {
      const { negatives } = await runCheck({ target: url, spec: contract, scenarios: [], seed });
      return JSON.stringify(negatives.map(({ name }) => name));
    };
    expect(await names(3)).toBe(await names(3));
    expect(await names(3)).not.toBe(await names(4));
  });
});

describe('a target that stops responding', () => {
  it('ends the check after twelve time limits', async () => {
    let calls = 0;
    const url = await start((incoming, response) => {
      calls += 1;
      if (calls === 1) respondWith(200, BOX)(incoming, response);
    });
    const scenarios = Array.from({ length: 300 }, (_, at) => reads(`read ${at}`));
    const report = await runCheck({ target: url, spec: contract, scenarios, negatives: false, timeoutMs: 500 });
    expect(report.outcome).toBe('violations');
    expect(calls).toBeLessThan(30);
    expect(report.scenarios.at(-1)).toMatchObject({ outcome: 'skipped', reason: 'The target stopped responding.' });
  });
});

describe('an operation that hangs', () => {
  it('is skipped after three time limits, and the others are still checked', async () => {
    const url = await start((incoming, response) => {
      if (incoming.url?.startsWith('/things/')) return;
      respondWith(404, {})(incoming, response);
    });
    const report = await runCheck({
      target: url,
      spec: await openContract(THINGS),
      scenarios: [],
      seed: 5,
      timeoutMs: 1_000,
    });
    const unsent = report.negatives.filter(({ reason }) => reason?.startsWith('Not sent'));
    expect(unsent.map(({ reason }) => reason)).toContain('Not sent: getThing stopped responding.');
    expect(unsent.every(({ outcome }) => outcome === 'inconclusive')).toBe(true);
    expect(report.negatives.some(({ name, status }) => name.startsWith('unknown path /') && status === 404)).toBe(true);
    expect(report.outcome).toBe('violations');
  });
});

describe('the spec against its own mock', () => {
  it('has no violation, and the plaintext of encrypted exchanges is validated', async () => {
    const own = await specContract();
    const mock = createMockGateway({ contract: own, onViolation: 'pass', mock: { envelopes: createMockEnvelopes() } });
    const listening = await listen(mock, 0);
    const pin: Scenario = {
      name: 'a PIN is set up',
      operationId: 'createPin',
      status: 200,
      mediaType: 'application/jose+json',
      run: async (context) => {
        const user = await context.user();
        const response = expectStatus(await context.call('createPin', { user, body: { pin: '1234' } }), 200);
        expect(response.body).toEqual({});
        expect(response.exchange.plaintext).toEqual({});
      },
    };
    const report = await runCheck({ target: listening.url, spec: own, scenarios: [pin], negatives: false });
    await listening.close();
    expect(report.violations).toEqual([]);
    // The requests that look for missing operations have no credentials, and one has an unknown path.
    const codes = new Set(mock.collector.violations.map(({ code }) => code));
    expect([...codes].filter((code) => code !== 'security' && code !== 'unknown-path')).toEqual([]);
    expect(report.scenarios).toMatchObject([{ outcome: 'passed' }]);
  });
});

describe('a pool', () => {
  it('keeps the order and limits concurrency', async () => {
    let running = 0;
    let most = 0;
    const results = await inPool([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return item * 2;
    });
    expect(results).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(most).toBe(3);
  });
});

describe('skipping', () => {
  it('has an error class of its own', () => {
    expect(new Skipped('why')).toMatchObject({ name: 'Skipped', message: 'why' });
  });
});
