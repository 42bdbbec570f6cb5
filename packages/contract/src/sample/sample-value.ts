import {
  acceptedTypes,
  asArray,
  asObject,
  asString,
  isObject,
  type JsonObject,
  locate,
  type OpenApiDocument,
  type Schema,
} from '@sca-kit/openapi';
import { schemaValidator } from '../gateway/schema-validator.ts';
import { isOfOtherSide, type Side } from '../gateway/schema-views.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { sampleNumber, sampleText } from './sample-scalar.ts';

/** A value for a schema; the closest one that was found where no valid one was. */
export interface Sample {
  readonly value: unknown;
  readonly isValid: boolean;
}

/** How many values are tried: with and without optional members, and with other branches of `oneOf` and `anyOf`. */
const VARIANTS = 16;
/** How many values one sample has before optional members and items are left out. */
const BUDGET = 500;

const samples = { request: new WeakMap<object, Sample>(), response: new WeakMap<object, Sample>() };

/**
 * Makes a value for a schema: an example of the schema, else one built from its keywords, checked by the validator. The
 * same schema gets the same value each time.
 */
export function sampleValue(document: OpenApiDocument, side: Side, schema: Schema): Sample {
  const key = isObject(schema) ? schema : {};
  const known = samples[side].get(key) ?? findSample(document, side, schema);
  samples[side].set(key, known);
  return known;
}

function findSample(document: OpenApiDocument, side: Side, schema: Schema): Sample {
  const validator = schemaValidator(document);
  let best: { value: unknown; errors: number } | undefined;
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    const value = build(schema, { document, side, variant, budget: { left: BUDGET }, open: [] });
    const errors = validator.validate(side, schema, value, 'body').length;
    if (errors === 0) return { value, isValid: true };
    if (!best || errors < best.errors) best = { value, errors };
  }
  return { value: best?.value, isValid: false };
}

interface Scope {
  readonly document: OpenApiDocument;
  readonly side: Side;
  readonly variant: number;
  readonly budget: { left: number };
  /** The references that lead to this place. */
  readonly open: readonly string[];
}

/** How many references deep optional members are made. */
const FULL_DEPTH = 3;
const MAX_DEPTH = 40;

function build(schema: unknown, outer: Scope): unknown {
  if (outer.open.length > MAX_DEPTH) return null;
  const { pointer = '' } = locate(outer.document, schema);
  const references = outer.open.filter((each) => each !== '');
  const isShort = pointer !== '' && (references.includes(pointer) || references.length > FULL_DEPTH);
  const scope: Scope = { ...outer, open: [...outer.open, pointer], budget: isShort ? { left: 0 } : outer.budget };
  scope.budget.left -= 1;
  const own = flatten(schema, scope);
  const given = 'const' in own ? [own.const] : [own.example, ...asArray(own.examples), own.default];
  const validator = schemaValidator(scope.document);
  const example = given.find(
    (value) => value !== undefined && validator.validate(scope.side, schema as Schema, value, '').length === 0,
  );
  if (example !== undefined) return example;
  const choices = asArray(own.enum);
  if (choices.length > 0) return choices[scope.variant % choices.length];
  const types = [own.type].flat().filter((type) => typeof type === 'string' && type !== 'null');
  switch (types[scope.variant % Math.max(types.length, 1)] ?? inferredType(own)) {
    case 'object':
      return buildObject(own, scope);
    case 'array':
      return buildArray(own, scope);
    case 'boolean':
      return true;
    case 'integer':
      return sampleNumber(own, true);
    case 'number':
      return sampleNumber(own, false);
    case 'null':
      return null;
    default:
      return sampleText(own, scope.variant);
  }
}

function inferredType(own: JsonObject): string | undefined {
  if ([own.type].flat().includes('null')) return 'null';
  const [known] = acceptedTypes([own]);
  if (known !== undefined) return known;
  const isNumber = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].some(
    (key) => key in own,
  );
  if (isNumber) return 'number';
  return 'required' in own || 'minProperties' in own ? 'object' : 'minItems' in own ? 'array' : undefined;
}

/** A schema with everything that it refers to, the branches of its `allOf`, and one branch of its `oneOf` and `anyOf`. */
function flatten(schema: unknown, scope: Scope, depth = 0): JsonObject {
  if (depth > MAX_DEPTH) return {};
  const target = asObject(locate(scope.document, schema).value);
  const beside = isObject(schema) && '$ref' in schema ? { ...schema, $ref: undefined } : {};
  const { allOf, oneOf, anyOf, if: _if, then, else: otherwise, ...own } = { ...target, ...beside } as JsonObject;
  const merge = (base: JsonObject, part: unknown): JsonObject => mergeSchemas(base, flatten(part, scope, depth + 1));
  let merged: JsonObject = asArray(allOf).reduce<JsonObject>(merge, own);
  for (const branches of [oneOf, anyOf]) {
    const branch = chooseBranch(asArray(branches), scope);
    if (branch === undefined) continue;
    merged = mergeSchemas(merge(merged, branch), discriminated(own, branch));
  }
  return scope.variant % 4 > 1 ? merge(merged, scope.variant % 4 === 2 ? then : otherwise) : merged;
}

/** The branch of this variant: those that are null, or are being built already, come last. */
function chooseBranch(branches: readonly unknown[], { document, open, variant }: Scope): unknown {
  const rank = (branch: unknown): number => {
    const { value, pointer = '' } = locate(document, branch);
    return (asObject(value).type === 'null' ? 1 : 0) + (pointer !== '' && open.includes(pointer) ? 2 : 0);
  };
  const ranked = branches.toSorted((a, b) => rank(a) - rank(b));
  return ranked[Math.floor(variant / 2) % Math.max(ranked.length, 1)];
}

/** The member that names the branch (OpenAPI 3.1, section 4.8.25). */
function discriminated({ discriminator }: JsonObject, branch: unknown): JsonObject {
  const { propertyName, mapping } = asObject(discriminator);
  const { $ref } = asObject(branch);
  if (typeof propertyName !== 'string' || typeof $ref !== 'string') return {};
  const name = $ref.split('/').at(-1) ?? '';
  const mapped = Object.entries(asObject(mapping)).find(([, to]) => to === $ref || to === name)?.[0];
  return { properties: { [propertyName]: { const: mapped ?? name } }, required: [propertyName] };
}

function buildObject(own: JsonObject, scope: Scope): JsonObject {
  const { document, side, variant, budget } = scope;
  const required = new Set(asArray(own.required).flatMap((name) => asString(name) ?? []));
  const listed = Object.entries(asObject(own.properties)).filter(
    ([, member]) => !isOfOtherSide(document, side, member),
  );
  const object: Record<string, unknown> = {};
  const max = typeof own.maxProperties === 'number' ? own.maxProperties : Number.POSITIVE_INFINITY;
  const count = (): number => Object.keys(object).length;
  for (const [name, member] of listed) if (required.has(name)) object[name] = build(member, scope);
  for (const [name, member] of listed) {
    const isWanted = variant % 2 === 0 && budget.left > 0 && count() < max && member !== false;
    if (!(name in object) && isWanted) object[name] = build(member, scope);
  }
  const isListed = (name: string): boolean => name in asObject(own.properties);
  for (const name of required)
    if (!(name in object) && !isListed(name)) object[name] = build(freeMember(own, name), scope);
  for (const [name, names] of Object.entries(asObject(own.dependentRequired))) {
    if (name in object)
      for (const each of asArray(names)) object[String(each)] ??= build(memberOf(own, String(each)), scope);
  }
  const min = typeof own.minProperties === 'number' ? own.minProperties : 0;
  const hasFree = isObject(own.additionalProperties) || isObject(own.patternProperties);
  const wanted = Math.max(min, hasFree && budget.left > 0 ? Math.min(max, count() + 1) : 0);
  for (let at = 1; count() < wanted && at <= wanted; at += 1) {
    const name = freeName(own, scope, at);
    object[name] ??= build(freeMember(own, name), scope);
  }
  return object;
}

const memberOf = (own: JsonObject, name: string): unknown => asObject(own.properties)[name] ?? freeMember(own, name);

function freeMember(own: JsonObject, name: string): unknown {
  const matching = Object.entries(asObject(own.patternProperties)).find(([pattern]) => new RegExp(pattern).test(name));
  return matching?.[1] ?? own.additionalProperties ?? {};
}

function freeName(
  { patternProperties, additionalProperties, propertyNames }: JsonObject,
  scope: Scope,
  at: number,
): string {
  const [pattern] = Object.keys(asObject(patternProperties));
  if (pattern !== undefined && !isObject(additionalProperties)) return sampleText({ pattern }, scope.variant + at);
  const names = asArray(asObject(propertyNames).enum);
  if (names.length > 0) return String(names[(at - 1) % names.length]);
  return isObject(propertyNames) ? String(build(propertyNames, { ...scope, variant: scope.variant + at })) : `key${at}`;
}

function buildArray(own: JsonObject, scope: Scope): unknown[] {
  const { minItems, maxItems, uniqueItems, contains, minContains } = own;
  const prefix = asArray(own.prefixItems);
  const min = Math.max(
    typeof minItems === 'number' ? minItems : 0,
    contains === undefined ? 0 : Number(minContains ?? 1),
  );
  const usual = scope.budget.left > 0 && scope.variant % 4 !== 1 ? Math.max(1, prefix.length) : 0;
  const length = Math.min(Math.max(min, usual), typeof maxItems === 'number' ? maxItems : MAX_ITEMS);
  return Array.from({ length }, (_, at) => {
    const isContained = contains !== undefined && at >= length - Number(minContains ?? 1);
    const item = isContained ? contains : (prefix[at] ?? own.items ?? {});
    return uniqueItems === true ? distinct(item, scope, at) : build(item, scope);
  });
}

const MAX_ITEMS = 1000;

/** The value of an item, another one at each place. */
function distinct(item: unknown, scope: Scope, at: number): unknown {
  const value = build(item, at === 0 ? scope : { ...scope, variant: scope.variant + at });
  const own = flatten(item, scope);
  const { enum: choices, pattern, format, multipleOf, maxLength } = own;
  if (isObject(value) && at > 0) {
    return Object.fromEntries(Object.keys(value).map((name) => [name, distinct(memberOf(own, name), scope, at)]));
  }
  if (at === 0 || Array.isArray(choices)) return value;
  if (typeof value === 'number') return value + at * (typeof multipleOf === 'number' ? multipleOf : 1);
  if (typeof value === 'boolean') return at % 2 === 0;
  if (typeof value !== 'string' || pattern !== undefined) return value;
  const digits = String(at);
  if (format === 'uuid') return `${value.slice(0, -digits.length)}${digits}`;
  if (format !== undefined) return value;
  const room = typeof maxLength === 'number' ? maxLength - digits.length : value.length;
  return `${value.slice(0, Math.max(room, 0))}${digits}`;
}
