import { asObject, dereference, type JsonObject, listOperations } from '@sca-kit/openapi';
import { describe, expect, test } from 'vitest';
import { readSpec } from '../scripts/read-spec.ts';
import { validators } from './generated/validators.js';
import { type OperationId, operationIds, operationOf, type Validate } from './index.ts';

const document = readSpec();

interface Example {
  readonly name: string;
  readonly id: OperationId;
  readonly mediaType: string;
  readonly schema: JsonObject;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every example of a request body that is an object: what is sent in clear, and so what envelopes hold. */
const examples: readonly Example[] = listOperations(document).flatMap((operation) =>
  (operation.body?.contents ?? []).flatMap(({ name: mediaType, schema, examples: named }) =>
    named.flatMap(({ name, value }) => {
      if (typeof value !== 'object' || value === null) return [];
      const id = operation.id as OperationId;
      const resolved = asObject(dereference(document, schema));
      return [{ name: `${id}: ${name}`, id, mediaType, schema: resolved, value: value as Example['value'] }];
    }),
  ),
);

const validatorFor = ({ id, mediaType }: Pick<Example, 'id' | 'mediaType'>): Validate =>
  (validators[id].bodies as Readonly<Record<string, Validate>>)[mediaType] as Validate;
const propertiesOf = ({ schema }: Example): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(
    Object.entries(asObject(schema.properties)).map(([name, property]) => [
      name,
      asObject(dereference(document, property)),
    ]),
  );

test('there are examples to judge by', () => {
  const withBody = operationIds.filter((id) => operationOf(id).request.mediaTypes.length > 0);
  expect(new Set(examples.map(({ id }) => id))).toEqual(new Set(withBody));
});

describe.each(examples)('$name', (example) => {
  const { value, id } = example;
  const validate = validatorFor(example);

  test('is accepted, with unknown members too', () => {
    expect(validate(value) || validate.errors).toBe(true);
    expect(validate({ ...value, unknownMember: [null] }) || validate.errors).toBe(true);
  });

  test('is accepted as plaintext, where the operation knows envelopes', () => {
    if (!operationOf(id).request.jose) return expect(validators[id].bodies).not.toHaveProperty('application/jose+json');
    expect(validatorFor({ id, mediaType: 'application/jose+json' })(value)).toBe(true);
  });

  test('is refused without a member that it needs', () => {
    for (const name of (example.schema.required ?? []) as readonly string[]) {
      const { [name]: _, ...rest } = value;
      expect([name, validate(rest)]).toEqual([name, false]);
      expect(validate.errors).toContainEqual(
        expect.objectContaining({ instancePath: '', keyword: 'required', params: { missingProperty: name } }),
      );
    }
  });

  test('is refused with a member of the wrong type', () => {
    for (const name of Object.keys(propertiesOf(example))) {
      expect([name, validate({ ...value, [name]: [] })]).toEqual([name, false]);
      expect(validate.errors?.every(({ instancePath }) => instancePath === `/${name}`)).toBe(true);
      const nullable = [propertiesOf(example)[name]?.type].flat().includes('null');
      expect([name, validate({ ...value, [name]: null })]).toEqual([name, nullable]);
    }
  });

  test('is refused with a member out of its bounds', () => {
    for (const [name, { maxLength, minLength, maximum, minimum, enum: values }] of Object.entries(
      propertiesOf(example),
    )) {
      const wrong: unknown[] = [];
      if (typeof maxLength === 'number') wrong.push('1'.repeat(maxLength + 1));
      if (typeof minLength === 'number' && minLength > 0) wrong.push('');
      if (typeof maximum === 'number') wrong.push(maximum + 1, maximum * 4);
      if (typeof minimum === 'number') wrong.push(minimum - 1);
      if (Array.isArray(values)) wrong.push('NONE_OF_THEM');
      for (const one of wrong) expect([name, validate({ ...value, [name]: one })]).toEqual([name, false]);
    }
  });

  test.each([null, 1, 'text', true, []])('is not the same as %j', (other) => {
    expect(validate(other)).toBe(false);
  });
});

describe('parameters', () => {
  const judged = (id: OperationId, parts: object): unknown =>
    validators[id].parameters({ path: {}, query: {}, header: {}, ...parts }) || validators[id].parameters.errors;

  test('headers go by their lower-case name', () => {
    const header = { 'one-time-token': '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e' };
    expect(judged('getOneTimeTokenStatus', { header })).toBe(true);
    expect(judged('getOneTimeTokenStatus', {})).toEqual([
      expect.objectContaining({ instancePath: '/header', params: { missingProperty: 'one-time-token' } }),
    ]);
  });

  test('what Object.prototype has is not there', () => {
    const inherited = Object.create({ 'one-time-token': '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e' }) as object;
    expect(judged('getOneTimeTokenStatus', { header: inherited })).not.toBe(true);
  });

  test('all faults are told, not the first alone', () => {
    const faults = judged('getBalanceStatement', { path: { profileId: -1, balanceId: 'x' } });
    expect((faults as readonly unknown[]).length).toBeGreaterThan(3);
  });

  const integers = operationIds.flatMap((id) =>
    operationOf(id)
      .parameters.filter(({ type }) => type === 'integer')
      .map(({ name, in: location }) => ({ id, name, location })),
  );

  test.each(integers)('$id refuses a $name that JavaScript cannot hold', ({ id, name, location }) => {
    const key = location === 'header' ? name.toLowerCase() : name;
    for (const value of [2 ** 53, 2 ** 63, Number.POSITIVE_INFINITY, Number.NaN, 1.5, -1, '1', null]) {
      const faults = judged(id, { [location]: { [key]: value } });
      expect(faults).toContainEqual(expect.objectContaining({ instancePath: `/${location}/${key}` }));
    }
    const faults = judged(id, { [location]: { [key]: 1 } });
    const own = Array.isArray(faults)
      ? faults.filter(({ instancePath }) => instancePath === `/${location}/${key}`)
      : [];
    expect(own).toEqual([]);
  });
});
