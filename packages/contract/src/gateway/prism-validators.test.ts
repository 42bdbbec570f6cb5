import { afterEach, expect, it, vi } from 'vitest';
import { specContract } from '../../test/support/contracts.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { planValidRequest, targetOf, writeBody } from '../negative/plan.ts';
import type { Gateway } from './gateway.ts';
import { prismSchema } from './prism-validators.ts';

const VALIDATORS = '@stoplight/prism-http/dist/validator/index.js';
afterEach(() => {
  vi.doUnmock(VALIDATORS);
  vi.resetModules();
});

/** Loads the gateway with validators of Prism that find an error in every value they are asked about. */
async function gatewayWithPlantedErrors(contract: ContractDocument): Promise<Gateway> {
  const left = [{ code: 'planted', message: 'Planted', path: ['body'], severity: 0 }];
  const reject = (): object => ({ _tag: 'Left', left });
  const accept = ({ element }: { readonly element: unknown }): object => ({ _tag: 'Right', right: element });
  vi.resetModules();
  vi.doMock(VALIDATORS, () => ({ validateInput: reject, validateOutput: reject, validateSecurity: accept }));
  const { createMockGateway } = await import('./gateway.ts');
  return createMockGateway({ contract, onViolation: 'pass' });
}

it('leaves every schema of the document of sca-kit to Prism', async () => {
  const { document, operations } = await specContract();
  const all = operations.flatMap(({ parameters, body, responses }) => {
    const messages = [{ side: 'request' as const, contents: body?.contents ?? [], headers: parameters }];
    for (const { contents, headers } of responses)
      messages.push({ side: 'response' as never, contents, headers: headers as never });
    return messages.flatMap(({ side, contents, headers }) =>
      [...contents, ...headers].flatMap((each) =>
        [each.schema, 'jose' in each ? each.jose?.payload : undefined].map((schema) => ({ side, schema })),
      ),
    );
  });
  expect(all.length).toBeGreaterThan(500);
  for (const { side, schema } of all) {
    if (schema !== undefined) expect(prismSchema(document, side, schema)).toMatchObject({ isDecidable: true });
  }
});

it('asks Prism about every body, parameter and header of an exchange with the document of sca-kit', async () => {
  const contract = await specContract();
  const gateway = await gatewayWithPlantedErrors(contract);
  let asked = 0;
  for (const operation of contract.operations) {
    const plan = planValidRequest(contract.document, operation);
    if (plan.body?.encrypt) continue;
    const headers = { ...plan.headers, ...(plan.body?.mediaType ? { 'content-type': plan.body.mediaType } : {}) };
    const body = new TextEncoder().encode(writeBody(plan.body));
    const { violations } = await gateway.exchange({
      method: plan.method,
      target: targetOf(plan),
      headers: Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      body,
    });
    const planted = new Set(
      violations.filter(({ code }) => code === 'planted').map(({ side, location }) => `${side} ${location}`),
    );
    const names = (place: string, values: object): string[] =>
      Object.keys(values).map((name) => `${place}.${name.toLowerCase()}`);
    const sent = [
      ...names('path', plan.pathParameters),
      ...names('query', plan.query),
      ...names('header', plan.headers),
    ];
    const expected = [...sent, ...(body.byteLength > 0 ? ['body'] : [])].map((location) => `request ${location}`);
    expect([operation.id, [...planted]]).toEqual([operation.id, expect.arrayContaining(expected)]);
    asked += planted.size;
  }
  expect(asked).toBeGreaterThan(100);
});
