import { isObject, type OpenApiDocument, type Schema, schemaShape } from '@sca-kit/openapi';
import type { Random } from './random.ts';
import { wrongValues } from './wrong-values.ts';

/** A whole body with one thing wrong in it. */
export interface BodyFault {
  readonly name: string;
  readonly value: unknown;
}

const MAX_DEPTH = 5;

/**
 * Every required member dropped, and every member given values that its schema rejects, one at a time.
 *
 * @param sample a body that fits; members that it lacks are added to break them
 */
export function bodyErrors(document: OpenApiDocument, schema: Schema, sample: unknown, random: Random): BodyFault[] {
  const whole = wrongValues(document, schema, random).map(({ fault, value }) => ({ name: `body ${fault}`, value }));
  return [...whole, ...memberFaults(document, schema, sample, random, '', MAX_DEPTH)];
}

function memberFaults(
  document: OpenApiDocument,
  schema: Schema,
  sample: unknown,
  random: Random,
  prefix: string,
  depth: number,
): BodyFault[] {
  if (depth === 0) return [];
  const shape = schemaShape(document, schema);
  if (Array.isArray(sample)) {
    if (shape.items === undefined || sample.length === 0) return [];
    const inner = memberFaults(document, shape.items, sample[0], random, `${prefix}0.`, depth - 1);
    const wrong = wrongValues(document, shape.items, random).map(({ fault, value }) => ({
      name: `${prefix}0 ${fault}`,
      value,
    }));
    return [...wrong, ...inner].map(({ name, value }) => ({ name, value: [value, ...sample.slice(1)] }));
  }
  if (!isObject(sample)) return [];
  const faults: BodyFault[] = [];
  for (const [name, member] of Object.entries(shape.properties)) {
    if (schemaShape(document, member).keywords.readOnly === true) continue;
    const label = `${prefix}${name}`;
    if (shape.required.includes(name)) {
      const { [name]: _dropped, ...rest } = sample;
      faults.push({ name: `${label} missing`, value: rest });
    }
    for (const { fault, value } of wrongValues(document, member, random)) {
      faults.push({ name: `${label} ${fault}`, value: { ...sample, [name]: value } });
    }
    if (name in sample) {
      const inner = memberFaults(document, member, sample[name], random, `${label}.`, depth - 1);
      faults.push(...inner.map((each) => ({ name: each.name, value: { ...sample, [name]: each.value } })));
    }
  }
  if (shape.closed) {
    const extra = `unknown${random.letters(6)}`;
    faults.push({ name: `${prefix}${extra} where closed`, value: { ...sample, [extra]: 1 } });
  }
  return faults;
}
