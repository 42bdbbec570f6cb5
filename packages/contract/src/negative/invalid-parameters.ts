import { acceptsType, type OpenApiDocument, type Operation, type Parameter, schemaShape } from '@sca-kit/openapi';
import { invalidNumbers, wrongTexts } from './invalid-values.ts';
import type { RequestPlan } from './plan.ts';
import type { Random } from './random.ts';

/** A request with one invalid parameter. */
export interface InvalidParameter {
  readonly name: string;
  readonly plan: RequestPlan;
}

/** Every required parameter left out, and every parameter given texts that its schema rejects. */
export function invalidParameters(
  document: OpenApiDocument,
  operation: Operation,
  plan: RequestPlan,
  random: Random,
): InvalidParameter[] {
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in === 'cookie') return [];
    const label = `${parameter.in} parameter ${parameter.name}`;
    const missing =
      parameter.required && parameter.in !== 'path'
        ? [{ name: `${label} missing`, plan: without(plan, parameter) }]
        : [];
    const wrong = invalidParameterTexts(document, parameter, random).map(({ problem, text }) => ({
      name: `${label} ${problem}`,
      plan: withValue(plan, parameter, text),
    }));
    return [...missing, ...wrong];
  });
}

function invalidParameterTexts(
  document: OpenApiDocument,
  parameter: Parameter,
  random: Random,
): { problem: string; text: string }[] {
  const shape = schemaShape(document, parameter.schema);
  const faults: { problem: string; text: string }[] = [];
  if (acceptsType(shape, 'integer') && shape.types.length > 0) {
    faults.push({ problem: 'not a number', text: random.letters(5) });
    for (const { problem, value } of invalidNumbers(shape, random)) {
      // A number that JavaScript would write with an exponent is written out in digits.
      const text = Number.isInteger(value) ? BigInt(value as number).toString() : String(value);
      faults.push({ problem, text });
    }
  } else if (shape.types.includes('boolean')) {
    faults.push({ problem: 'not a boolean', text: random.letters(5) });
  } else if (acceptsType(shape, 'string')) {
    if (Array.isArray(shape.keywords.enum)) {
      faults.push({ problem: 'outside the enumeration', text: `NOT_${random.letters(6).toUpperCase()}` });
    }
    for (const { problem, value } of wrongTexts(shape, random)) faults.push({ problem, text: String(value) });
  }
  // An empty path segment is another path; headers beyond some kilobytes never reach the application.
  return faults.filter(({ text }) => text !== '' && text.length <= 4096);
}

const KEYS = { path: 'pathParameters', query: 'query', header: 'headers', cookie: 'headers' } as const;

function withValue(plan: RequestPlan, parameter: Parameter, text: string): RequestPlan {
  const bare = without(plan, parameter);
  const key = KEYS[parameter.in];
  return { ...bare, [key]: { ...bare[key], [parameter.name]: text } };
}

function without(plan: RequestPlan, parameter: Parameter): RequestPlan {
  const key = KEYS[parameter.in];
  const name = parameter.name.toLowerCase();
  // Header names are the same in any case; the others are not, but never differ by case alone either.
  const rest = Object.entries(plan[key]).filter(([each]) => each.toLowerCase() !== name);
  return { ...plan, [key]: Object.fromEntries(rest) };
}
