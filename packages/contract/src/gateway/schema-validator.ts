import { type OpenApiDocument, type Schema, schemaDialect, valueAt } from '@sca-kit/openapi';
import { Ajv, type ErrorObject, type Options, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import { isMultiple } from './decimal.ts';
import { type Refer, type Side, viewSchema } from './schema-views.ts';
import type { ValidationError } from './violation.ts';

/** Validates values by the schemas of a document. Each schema is compiled when it is first used, and once. */
export interface SchemaValidator {
  /**
   * Validates a value by a schema of the document.
   *
   * @param location the location of the value, which the locations of errors start with
   */
  validate(side: Side, schema: Schema, value: unknown, location: string): ValidationError[];
  /** Whether a schema compiles; one that does not accepts every value. */
  compiles(side: Side, schema: Schema): boolean;
}

/** Optimizing the code of a schema takes longer than it saves here. */
const CODE = { optimize: false };
const OPTIONS: Options = { allErrors: true, strict: false, allowUnionTypes: true, logger: false, code: CODE };
/** The formats of OpenAPI for integers; JSON numbers above 2^53 are rounded before they get here. */
const INT64 = {
  type: 'number',
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63,
} as const;

const validators = new WeakMap<OpenApiDocument, SchemaValidator>();

/** Returns the validator of a document; the same one each time. */
export function schemaValidator(document: OpenApiDocument): SchemaValidator {
  const known = validators.get(document) ?? createValidator(document);
  validators.set(document, known);
  return known;
}

/** A schema that was compiled, if that is possible, and what it refers to. */
interface Compiled {
  readonly validate?: ValidateFunction;
  readonly targets: readonly string[];
}

/** Stands for a `$ref` whose target is compiled when a value reaches it: one schema may lead to all others. */
const LAZY_REF = 'x-lazy-ref';

function createValidator(document: OpenApiDocument): SchemaValidator {
  const ajv = createAjv(document);
  const bySchema = { request: new Map<Schema, Compiled>(), response: new Map<Schema, Compiled>() };
  const byId = new Map<string, Compiled>();

  const compile = (side: Side, schema: unknown, isAnnotated: boolean): Compiled => {
    const targets: string[] = [];
    const refer: Refer = (pointer, isEager) => {
      const id = `${side}${isEager ? '+' : ''}:${pointer.replaceAll(/[^\w./~-]/g, (sign) => `_${sign.codePointAt(0)}_`)}`;
      targets.push(id);
      if (!pointers.has(id)) {
        pointers.set(id, { pointer, side, isEager });
        if (isEager) ajv.addSchema(viewSchema(document, side, valueAt(document, pointer), refer, true) as Schema, id);
      }
      return isEager ? { $ref: id } : { [LAZY_REF]: id };
    };
    try {
      return { validate: ajv.compile(viewSchema(document, side, schema, refer, isAnnotated) as Schema), targets };
    } catch {
      // Reported by `unsupportedFeatures`.
      return { targets };
    }
  };
  const pointers = new Map<string, { readonly pointer: string; readonly side: Side; readonly isEager: boolean }>();
  const target = (id: string): Compiled => {
    const known = byId.get(id);
    if (known) return known;
    const { pointer, side, isEager } = pointers.get(id) ?? { pointer: '', side: 'request', isEager: false };
    const made = compile(side, valueAt(document, pointer), isEager);
    byId.set(id, made);
    return made;
  };
  const follow = (id: string, value: unknown, _: unknown, context?: DataValidationCxt): boolean => {
    const { validate } = target(id);
    const isValid = !validate || validate(value, context);
    (follow as { errors?: unknown }).errors = isValid ? undefined : validate?.errors;
    return isValid;
  };
  ajv.addKeyword({
    keyword: LAZY_REF,
    schemaType: 'string',
    errors: 'full',
    validate: follow as SchemaValidateFunction,
  });

  // Without members of one side, both sides have the same schemas.
  const hasSides = /"(?:readOnly|writeOnly)":true/.test(JSON.stringify(document));
  const compiled = (either: Side, schema: Schema): Compiled => {
    const side = hasSides ? either : 'response';
    const known = bySchema[side].get(schema) ?? compile(side, schema, false);
    bySchema[side].set(schema, known);
    return known;
  };
  return {
    validate(side, schema, value, location) {
      const { validate } = compiled(side, schema);
      if (!validate || validate(value)) return [];
      return (validate.errors ?? []).map((error) => toError(side, error, location));
    },
    compiles(side, schema) {
      const all = [compiled(side, schema)];
      const seen = new Set<string>();
      for (const { validate, targets } of all) {
        if (!validate) return false;
        for (const id of targets) {
          if (seen.has(id)) continue;
          seen.add(id);
          all.push(target(id));
        }
      }
      return true;
    },
  };
}

function createAjv(document: OpenApiDocument): Ajv {
  const dialect = schemaDialect(document) ?? '';
  const Dialect = /draft-0[67]/.test(dialect) ? Ajv : dialect.includes('2019-09') ? Ajv2019 : Ajv2020;
  const ajv = new Dialect(OPTIONS);
  formats.default(ajv);
  ajv.addFormat('int64', INT64);
  // Ajv divides floating-point numbers, by which 19.99 is no multiple of 0.01.
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    validate: (divisor: number, value: number) => isMultiple(value, divisor),
    error: { message: ({ schema }) => `must be multiple of ${schema}` },
  });
  return ajv;
}

/** The messages are those that Prism gives for the same errors. */
function toError(
  side: Side,
  { instancePath, keyword, message, params }: ErrorObject,
  location: string,
): ValidationError {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [place = 'body', ...rest] = location.split('.');
  const name = [...rest, ...steps].join('.');
  const kind = name === '' ? '' : `${place === 'body' || place === 'plaintext' ? 'property' : 'parameter'} ${name} `;
  const found = 'additionalProperty' in params ? `; found '${params.additionalProperty}'` : '';
  const unevaluated = 'unevaluatedProperty' in params ? `: '${params.unevaluatedProperty}'` : '';
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  const who = side === 'request' ? 'Request' : 'Response';
  return {
    location: [location, ...steps].join('.'),
    code: keyword,
    message: `${who} ${place} ${kind}${message ?? 'is invalid'}${allowed}${found}${unevaluated}`,
  };
}
