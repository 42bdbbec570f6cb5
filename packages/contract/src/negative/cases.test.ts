import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { envelope } from '../../test/support/requests.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { createMockGateway } from '../gateway/gateway.ts';
import { negativeCases } from './cases.ts';
import { tamperingsOf, tamperWithEnvelope } from './envelope-tampering.ts';
import { targetOf, writeBody } from './plan.ts';
import { createRandom } from './random.ts';
import { routingCases } from './routing-cases.ts';

let contract: ContractDocument;
beforeAll(async () => {
  contract = await vaultContract();
});
const names = (operationId: string): string[] =>
  negativeCases(contract, { seed: 1 })
    .filter((each) => each.operationId === operationId)
    .map(({ name }) => name);

describe('the negative cases of an operation', () => {
  it('break every rule of its parameters', () => {
    expect(names('getBox')).toEqual([
      'path parameter boxId not a number',
      'path parameter boxId below the minimum',
      'path parameter boxId above the maximum',
      'path parameter boxId not whole',
      'header parameter X-External-Correlation-Id too long',
      'header parameter X-External-Correlation-Id not a uuid',
      'query parameter depth not a number',
      'query parameter depth below the minimum',
      'query parameter depth above the maximum',
      'query parameter depth not whole',
      'accept nothing that is offered',
    ]);
  });

  it('drop and break every member of its body, nested ones included', () => {
    const found = names('createBox').map((name) => name.replace('application/json: ', ''));
    for (const wanted of [
      'label missing',
      'label too long',
      'label too short',
      'label null',
      'owner missing',
      'owner.email missing',
      'owner.email not a email',
      'size above the maximum',
      'size below the minimum',
      'size not whole',
      'colours with too many items',
      'colours.0 outside the enumeration',
      'body null',
      'broken JSON',
      'body missing',
      'content type text/plain',
      'content type missing',
    ]) {
      expect(found).toContain(wanted);
    }
  });

  it('tamper with its envelope and make its plaintext invalid', () => {
    const found = names('setSecret').filter((name) => name.startsWith('application/jose+json: '));
    expect(found).toContain('application/jose+json: pin against the pattern');
    expect(found.filter((name) => name.includes('envelope'))).toHaveLength(16);
  });

  it('expect the documented client errors and nothing else', () => {
    const [first] = negativeCases(contract, { seed: 1 });
    expect(first).toMatchObject({ operationId: 'getBox', expected: [400, 401, 404, 406] });
  });

  it('are the same for the same seed and others for another', () => {
    const values = (seed: number): string => JSON.stringify(negativeCases(contract, { seed }));
    expect(values(7)).toBe(values(7));
    expect(values(7)).not.toBe(values(8));
  });

  it('are violations for the gateway with every seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const gateway = createMockGateway({ contract, onViolation: 'pass' });
        for (const { plan, name } of negativeCases(contract, { seed })) {
          const encrypted = plan.body?.encrypt;
          if (encrypted) continue;
          const headers = Object.entries({
            authorization: plan.path === '/token' ? 'Basic YTpi' : 'Bearer example-token',
            ...plan.headers,
            ...(plan.body?.mediaType ? { 'content-type': plan.body.mediaType } : {}),
          }).map(([key, value]): [string, string] => [key.toLowerCase(), value]);
          const body = new TextEncoder().encode(writeBody(plan.body));
          const { violations } = await gateway.exchange({ method: plan.method, target: targetOf(plan), headers, body });
          expect(violations, name).not.toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('routing cases', () => {
  it('request unknown paths and unknown methods', () => {
    const cases = routingCases(contract, 1);
    expect(cases.filter(({ expected }) => expected[0] === 404).length).toBeGreaterThan(5);
    const atBox = cases.filter(({ name }) => name.endsWith(' on /boxes/{boxId}'));
    const wrong = atBox.filter(({ expected }) => expected !== 'no server error');
    expect(wrong.map(({ expected }) => expected)).toEqual([[405]]);
    expect(['POST', 'PUT', 'PATCH']).toContain(wrong[0]?.plan.method);
    expect(atBox.map(({ plan }) => plan.method)).toEqual(expect.arrayContaining(['HEAD', 'OPTIONS']));
  });
});

describe('a tampered envelope', () => {
  const sound = envelope({ alg: 'RSA-OAEP-256', enc: 'A256GCM' });
  it.each(tamperingsOf({ method: 'jwe', payload: {} }))('differs from the valid one: %s', (tampering) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const broken = tamperWithEnvelope(sound, tampering, createRandom(seed));
        expect(broken).not.toBe(sound);
        expect(tamperWithEnvelope(sound, tampering, createRandom(seed))).toBe(broken);
      }),
    );
  });
});
