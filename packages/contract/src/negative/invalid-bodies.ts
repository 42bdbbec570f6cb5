import { isObject, type OpenApiDocument, type Schema, schemaShape } from '@sca-kit/openapi';
import { invalidValues } from './invalid-values.ts';
import type { Random } from './random.ts';

/** A body with one error. */
export interface InvalidBody {
  readonly name: string;
  readonly value: unknown;
}

const MAX_DEPTH = 5;

/**
 * Every required member dropped, and every member given values that its schema rejects, one at a time.
 *
 * @param sample a body that fits; members that it lacks are added to break them
 */
export function invalidBodies(
  document: OpenApiDocument,
  schema: Schema,
  sample: unknown,
  random: Random,
): InvalidBody[] {
  const whole = invalidValues(document, schema, random).map(({ problem, value }) => ({
    name: `body ${problem}`,
    value,
  }));
  return [...whole, ...invalidMembers(document, schema, sample, random, '', MAX_DEPTH)];
}

function invalidMembers(
  document: OpenApiDocument,
  schema: Schema,
  sample: unknown,
  random: Random,
  prefix: string,
  depth: number,
): InvalidBody[] {
  if (depth === 0) return [];
  const shape = schemaShape(document, schema);
  if (Array.isArray(sample)) {
    if (shape.items === undefined || sample.length === 0) return [];
    const inner = invalidMembers(document, shape.items, sample[0], random, `${prefix}0.`, depth - 1);
    const wrong = invalidValues(document, shape.items, random).map(({ problem, value }) => ({
      name: `${prefix}0 ${problem}`,
      value,
    }));
    return [...wrong, ...inner].map(({ name, value }) => ({ name, value: [value, ...sample.slice(1)] }));
  }
  if (!isObject(sample)) return [];
  const faults: InvalidBody[] = [];
  for (const [name, member] of Object.entries(shape.properties)) {
    if (schemaShape(document, member).keywords.readOnly === true) continue;
    const label = `${prefix}${name}`;
    if (shape.required.includes(name)) {
      const { [name]: _dropped, ...rest } = sample;
      faults.push({ name: `${label} missing`, value: rest });
    }
    for (const { problem, value } of invalidValues(document, member, random)) {
      faults.push({ name: `${label} ${problem}`, value: { ...sample, [name]: value } });
    }
    if (name in sample) {
      const inner = invalidMembers(document, member, sample[name], random, `${label}.`, depth - 1);
      faults.push(...inner.map((each) => ({ name: each.name, value: { ...sample, [name]: each.value } })));
    }
  }
  if (shape.closed) {
    const extra = `unknown${random.letters(6)}`;
    faults.push({ name: `${prefix}${extra} where closed`, value: { ...sample, [extra]: 1 } });
  }
  return faults;
}
