import { asObject } from '@sca-kit/openapi';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { BOX, startTarget, type Target, TRACE } from '../../test/support/target.ts';
import { runCheck } from '../check/run-check.ts';
import { readSandboxUser } from '../client/sandbox-user.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { expectStatus } from './scenario.ts';

const ECHO = 'X-External-Correlation-Id';

let contract: ContractDocument;
let target: Target | undefined;
beforeAll(async () => {
  const { document } = await vaultContract();
  const changed = structuredClone(document) as Record<string, unknown>;
  const get = asObject(asObject(asObject(changed.paths)['/boxes/{boxId}']).get);
  const ok = asObject(asObject(get.responses)['200']) as Record<string, unknown>;
  ok.headers = { ...asObject(ok.headers), [ECHO]: { schema: { type: 'string', format: 'uuid' } } };
  contract = await openContract(changed);
});
afterEach(() => target?.close());

/** What a scenario comes to that reads a box, with the correlation id that the target makes of the one sent. */
async function outcome(
  echo: (sent: string) => string | undefined,
  headers?: Record<string, undefined>,
): Promise<string> {
  target = await startTarget((incoming, response) => {
    const back = echo(String(incoming.headers['x-external-correlation-id'] ?? 'none'));
    const all = { ...TRACE, 'content-type': 'application/json', ...(back === undefined ? {} : { [ECHO]: back }) };
    response.writeHead(200, all).end(JSON.stringify(BOX));
  });
  const user = { ...readSandboxUser({}), accessToken: 'example-token' };
  const report = await runCheck({
    target: target.url,
    spec: contract,
    negatives: false,
    scenarios: [
      {
        name: 'a box is read',
        operationId: 'getBox',
        status: 200,
        run: async ({ call }) =>
          void expectStatus(await call('getBox', { user, ...(headers === undefined ? {} : { headers }) }), 200),
      },
    ],
  });
  const [scenario] = report.scenarios;
  return scenario?.reason ?? scenario?.outcome ?? '';
}

describe('the correlation id of a call', () => {
  it('is returned', async () => {
    expect(await outcome((sent) => sent)).toBe('passed');
  });

  it.each([
    ['left out', () => undefined],
    ["somebody else's", () => '0c9e6c58-7f0b-4b7b-8d0f-3f5a3c2d9e11'],
  ])('fails its scenario when it is %s', async (_, echo) => {
    expect(await outcome(echo)).toBe('getBox did not return the correlation id.');
  });

  it('is not sent when a scenario removes it', async () => {
    const seen: string[] = [];
    const echo = (sent: string): undefined => void seen.push(sent);
    expect(await outcome(echo, { 'X-External-Correlation-Id': undefined })).toBe('passed');
    expect(seen.at(-1)).toBe('none');
  });
});
