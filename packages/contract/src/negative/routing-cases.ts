import type { ContractDocument } from '../document/contract-document.ts';
import type { NegativeCase } from './cases.ts';
import { planFromExamples, type RequestPlan } from './plan.ts';
import { createRandom } from './random.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Requests to paths that the description does not have, and with methods that a path does not have. */
export function routingCases(contract: ContractDocument, seed: number): NegativeCase[] {
  const random = createRandom(seed, 'routing');
  const byPath = Map.groupBy(contract.operations, ({ path }) => path);
  const empty = { pathParameters: {}, query: {}, headers: {} };
  const unknown: NegativeCase[] = [`/${random.letters(9)}`, `/${random.letters(5)}/${random.letters(5)}`].map(
    (path) => ({
      name: `unknown path ${path}`,
      plan: { method: 'GET', path, ...empty },
      expected: [404],
    }),
  );
  for (const [path, operations] of byPath) {
    const [first] = operations;
    if (!first) continue;
    const { body: _body, ...plan } = planFromExamples(first);
    const below: RequestPlan = { ...plan, method: 'GET', path: `${path}/${random.letters(7)}/${random.letters(7)}` };
    unknown.push({ name: `unknown path below ${path}`, plan: below, expected: [404] });
    // Another template may cover the same path with other methods.
    const taken = new Set(contract.operations.filter((each) => overlaps(each.path, path)).map(({ method }) => method));
    const free = METHODS.filter((method) => !taken.has(method));
    if (free.length === 0) continue;
    const method = random.pick(free);
    unknown.push({ name: `${method} on ${path}`, plan: { ...plan, method }, expected: [405] });
  }
  return unknown;
}

function overlaps(one: string, other: string): boolean {
  const a = one.split('/');
  const b = other.split('/');
  return a.length === b.length && a.every((step, at) => step === b[at] || step.includes('{') || b[at]?.includes('{'));
}
