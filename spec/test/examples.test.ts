import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import {
  array,
  type Json,
  type JsonObject,
  mediaOf,
  object,
  operationsOf,
  readBundle,
  resolve,
  visit,
} from './bundle.ts';

const bundle = readBundle('openapi');
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(bundle, 'bundle');

/** The schemas of the bundle, with every object closed: an undocumented member is an error. */
const closed = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(closed);
closed.addSchema(closeObjects(structuredClone(bundle)), 'bundle');

function closeObjects(document: JsonObject): JsonObject {
  visit(document, (value) => {
    const schema = object(value);
    const plain = schema.type === 'object' && typeof schema.properties === 'object';
    if (plain && schema.additionalProperties === undefined && schema.unevaluatedProperties === undefined) {
      schema.unevaluatedProperties = false;
    }
  });
  return document;
}

/** Validators by Ajv instance and schema: many bodies share a schema. */
const compiled = new Map<Ajv2020, Map<string, ValidateFunction>>([
  [ajv, new Map()],
  [closed, new Map()],
]);

function errorsOf(validator: Ajv2020, schema: Json | undefined, value: Json): string[] {
  const relocated = JSON.stringify(schema ?? {}).replaceAll('"$ref":"#/', '"$ref":"bundle#/');
  const validate = compiled.get(validator)?.get(relocated) ?? validator.compile(JSON.parse(relocated) as JsonObject);
  compiled.get(validator)?.set(relocated, validate);
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const bodies = operationsOf(bundle).flatMap((one) =>
  mediaOf(bundle, one).map(([where, media]) => ({ where: `${String(one.operation.operationId)} ${where}`, media })),
);

describe('examples of bodies', () => {
  it.each(bodies)('$where: all examples are valid and have only documented members', ({ media }) => {
    const examples = Object.values(object(media.examples)).map((example) => resolve(bundle, example).value);
    expect(examples.length).toBeGreaterThan(0);
    for (const value of examples) {
      expect(errorsOf(ajv, media.schema, value ?? null)).toEqual([]);
      expect(errorsOf(closed, media.schema, value ?? null)).toEqual([]);
    }
  });

  it('are invalid with a wrong value or an undocumented member', () => {
    const schema: JsonObject = { $ref: '#/components/schemas/PinRequest' };
    expect(errorsOf(ajv, schema, { pin: '12345' })).not.toEqual([]);
    expect(errorsOf(ajv, schema, { pin: '1234', more: 1 })).toEqual([]);
    expect(errorsOf(closed, schema, { pin: '1234', more: 1 })).not.toEqual([]);
  });
});

describe('examples of streams', () => {
  const streams = bodies.filter(({ where }) => where.endsWith('text/event-stream'));
  const eventsIn = (text: string): Record<string, string>[] =>
    text
      .split('\n\n')
      .map((block) =>
        Object.fromEntries([...block.matchAll(/^(\w+): (.*)$/gm)].map(([, name, value]) => [name, value])),
      )
      .filter(({ data }) => data !== undefined);

  it.each(streams)('$where: each event is valid and repeats its position and type', ({ media }) => {
    const schema = object(media.schema);
    const named = Object.values(object(media.examples)).map((example) => resolve(bundle, example).value);
    const events = [...named, ...array(schema.examples)].flatMap((text) => eventsIn(String(text)));
    expect(events.length).toBeGreaterThan(1);
    for (const { id, event, data } of events) {
      const value = JSON.parse(data ?? '') as JsonObject;
      expect(errorsOf(ajv, media['x-event'], value)).toEqual([]);
      expect(errorsOf(closed, media['x-event'], value)).toEqual([]);
      expect(value.type).toBe(event);
      expect(id?.split(',')).toContain(`${value.shard}:${value.sequence}`);
    }
  });

  it('streamEvents documents exactly the event types of SandboxEvent', () => {
    const operation = operationsOf(bundle).find((each) => each.operation.operationId === 'streamEvents')?.operation;
    const rows = String(operation?.description).match(/^\| `.*$/gm) ?? [];
    const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, type]) => type));
    const { type } = object(object(object(object(bundle.components).schemas).SandboxEvent).properties);
    expect(listed).toEqual(object(type).enum);
  });
});

describe('examples of scalars', () => {
  const schemas: { pointer: string; schema: JsonObject }[] = [];
  visit(bundle, (value, pointer) => {
    const schema = object(value);
    if (Array.isArray(schema.examples) && schema.type !== undefined) schemas.push({ pointer, schema });
  });

  it('exist', () => {
    expect(schemas.length).toBeGreaterThan(50);
  });

  it('are valid against their schema', () => {
    for (const { pointer, schema } of schemas) {
      for (const example of array(schema.examples))
        expect([pointer, errorsOf(ajv, schema, example)]).toEqual([pointer, []]);
    }
  });
});
