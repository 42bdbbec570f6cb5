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

/** All request body examples that are objects: plain bodies, which are also the plaintexts of encrypted bodies. */
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

test('every operation with a body has an example', () => {
  const withBody = operationIds.filter((id) => operationOf(id).request.mediaTypes.length > 0);
  expect(new Set(examples.map(({ id }) => id))).toEqual(new Set(withBody));
});

describe.each(examples)('$name', (example) => {
  const { value, id } = example;
  const validate = validatorFor(example);

  test('is valid, also with unknown members', () => {
    expect(validate(value) || validate.errors).toBe(true);
    expect(validate({ ...value, unknownMember: [null] }) || validate.errors).toBe(true);
  });

  test('is valid as a plaintext if the operation accepts encrypted bodies', () => {
    if (!operationOf(id).request.jose) return expect(validators[id].bodies).not.toHaveProperty('application/jose+json');
    expect(validatorFor({ id, mediaType: 'application/jose+json' })(value)).toBe(true);
  });

  test('is invalid without a required member', () => {
    for (const name of (example.schema.required ?? []) as readonly string[]) {
      const { [name]: _, ...rest } = value;
      expect([name, validate(rest)]).toEqual([name, false]);
      expect(validate.errors).toContainEqual(
        expect.objectContaining({ instancePath: '', keyword: 'required', params: { missingProperty: name } }),
      );
    }
  });

  test('is invalid with a member of the wrong type', () => {
    for (const name of Object.keys(propertiesOf(example))) {
      expect([name, validate({ ...value, [name]: [] })]).toEqual([name, false]);
      expect(validate.errors?.every(({ instancePath }) => instancePath === `/${name}`)).toBe(true);
      const nullable = [propertiesOf(example)[name]?.type].flat().includes('null');
      expect([name, validate({ ...value, [name]: null })]).toEqual([name, nullable]);
    }
  });

  test('is invalid with a member out of range', () => {
    for (const [name, { maxLength, minLength, maximum, minimum, enum: values }] of Object.entries(
      propertiesOf(example),
    )) {
      const wrong: unknown[] = [];
      if (typeof maxLength === 'number') wrong.push('1'.repeat(maxLength + 1));
      if (typeof minLength === 'number' && minLength > 0) wrong.push('');
      if (typeof maximum === 'number') wrong.push(maximum + 1, maximum * 4);
      if (typeof minimum === 'number') wrong.push(minimum - 1);
      if (Array.isArray(values)) wrong.push('UNKNOWN_VALUE');
      for (const one of wrong) expect([name, validate({ ...value, [name]: one })]).toEqual([name, false]);
    }
  });

  test.each([null, 1, 'text', true, []])('cannot be replaced by %j', (other) => {
    expect(validate(other)).toBe(false);
  });
});

describe('parameters', () => {
  const validateParameters = (id: OperationId, parts: object): unknown =>
    validators[id].parameters({ path: {}, query: {}, header: {}, ...parts }) || validators[id].parameters.errors;

  test('header names are in lower case', () => {
    const header = { 'one-time-token': '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e' };
    expect(validateParameters('getOneTimeTokenStatus', { header })).toBe(true);
    expect(validateParameters('getOneTimeTokenStatus', {})).toEqual([
      expect.objectContaining({ instancePath: '/header', params: { missingProperty: 'one-time-token' } }),
    ]);
  });

  test('inherited members are ignored', () => {
    const inherited = Object.create({ 'one-time-token': '5f0f4f46-6b8e-4f7c-9b61-3f2a0b1c2d3e' }) as object;
    expect(validateParameters('getOneTimeTokenStatus', { header: inherited })).not.toBe(true);
  });

  test('all errors are reported, not only the first', () => {
    const errors = validateParameters('getBalanceStatement', { path: { profileId: -1, balanceId: 'x' } });
    expect((errors as readonly unknown[]).length).toBeGreaterThan(3);
  });

  const integers = operationIds.flatMap((id) =>
    operationOf(id)
      .parameters.filter(({ type }) => type === 'integer')
      .map(({ name, in: location }) => ({ id, name, location })),
  );

  test.each(integers)('$id rejects a $name that is not a safe integer', ({ id, name, location }) => {
    const key = location === 'header' ? name.toLowerCase() : name;
    for (const value of [2 ** 53, 2 ** 63, Number.POSITIVE_INFINITY, Number.NaN, 1.5, -1, '1', null]) {
      const errors = validateParameters(id, { [location]: { [key]: value } });
      expect(errors).toContainEqual(expect.objectContaining({ instancePath: `/${location}/${key}` }));
    }
    const errors = validateParameters(id, { [location]: { [key]: 1 } });
    const ownErrors = Array.isArray(errors)
      ? errors.filter(({ instancePath }) => instancePath === `/${location}/${key}`)
      : [];
    expect(ownErrors).toEqual([]);
  });
});
