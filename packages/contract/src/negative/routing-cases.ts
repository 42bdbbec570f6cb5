import type { Operation } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import type { NegativeCase } from './cases.ts';
import { planValidRequest, type RequestPlan } from './plan.ts';
import { createRandom } from './random.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Generates requests to unknown paths and with unknown methods.
 *
 * @example
 * routingCases(contract, 7).map(({ name }) => name);
 */
export function routingCases(
  contract: ContractDocument,
  seed: number,
  operations: readonly Operation[] = contract.operations,
): NegativeCase[] {
  const random = createRandom(seed, 'routing');
  const byPath = Map.groupBy(operations, ({ path }) => path);
  const empty = { pathParameters: {}, query: {}, headers: {} };
  const unknown: NegativeCase[] = [`/${random.letters(9)}`, `/${random.letters(5)}/${random.letters(5)}`].map(
    (path) => ({
      name: `unknown path ${path}`,
      plan: { method: 'GET', path, ...empty },
      expected: [404],
    }),
  );
  for (const [path, [first]] of byPath) {
    if (!first) continue;
    const { body: _body, ...plan } = planValidRequest(contract.document, first);
    const below: RequestPlan = { ...plan, method: 'GET', path: `${path}/${random.letters(7)}/${random.letters(7)}` };
    unknown.push({ name: `unknown path below ${path}`, plan: below, expected: [404] });
    const taken = methodsAt(contract, path);
    // HTTP defines these without the document. They must not cause a server error.
    const implied = ['OPTIONS', ...(taken.has('GET') ? ['HEAD'] : [])].filter((method) => !taken.has(method));
    for (const method of implied) {
      unknown.push({ name: `${method} on ${path}`, plan: { ...plan, method }, expected: 'no server error' });
    }
    const free = METHODS.filter((method) => !taken.has(method));
    if (free.length === 0) continue;
    const method = random.pick(free);
    unknown.push({ name: `${method} on ${path}`, plan: { ...plan, method }, expected: [405] });
  }
  return unknown;
}

/**
 * Returns the methods that the document has at a path, those of overlapping templates included.
 *
 * @example
 * methodsAt(contract, '/boxes/{boxId}').has('GET'); // true
 */
export function methodsAt(contract: ContractDocument, path: string): ReadonlySet<string> {
  return new Set(contract.operations.filter((each) => overlaps(each.path, path)).map(({ method }) => method));
}

function overlaps(one: string, other: string): boolean {
  const a = one.split('/');
  const b = other.split('/');
  return a.length === b.length && a.every((step, at) => step === b[at] || step.includes('{') || b[at]?.includes('{'));
}
