import { type OpenApiDocument, type Schema, schemaDialect, valueAt } from '@sca-kit/openapi';
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isMultiple } from './decimal.ts';
import { type Side, viewSchema } from './schema-views.ts';
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

const OPTIONS: Options = { allErrors: true, strict: false, allowUnionTypes: true, logger: false };
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

function createValidator(document: OpenApiDocument): SchemaValidator {
  const ajv = createAjv(document);
  const compiled = {
    request: new Map<Schema, ValidateFunction | undefined>(),
    response: new Map<Schema, ValidateFunction | undefined>(),
  };
  const added = new Set<string>();
  const refer =
    (side: Side) =>
    (pointer: string): string => {
      const id = `${side}:${pointer.replaceAll(/[^\w./~-]/g, (sign) => `_${sign.codePointAt(0)}_`)}`;
      const target = valueAt(document, pointer);
      if (!added.has(id) && target !== undefined) {
        added.add(id);
        ajv.addSchema(viewSchema(document, side, target, refer(side)) as Schema, id);
      }
      return id;
    };
  const compile = (side: Side, schema: Schema): ValidateFunction | undefined => {
    if (compiled[side].has(schema)) return compiled[side].get(schema);
    let made: ValidateFunction | undefined;
    try {
      made = ajv.compile(viewSchema(document, side, schema, refer(side)) as Schema);
    } catch {
      // Reported by `unsupportedFeatures`.
    }
    compiled[side].set(schema, made);
    return made;
  };
  return {
    validate(side, schema, value, location) {
      const check = compile(side, schema);
      if (!check || check(value)) return [];
      return (check.errors ?? []).map((error) => toError(side, error, location));
    },
    compiles: (side, schema) => compile(side, schema) !== undefined,
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
