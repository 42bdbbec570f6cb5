import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A JSON Schema or a reference to one, as far as the generator looks into it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface JoseExtension {
  readonly method: 'jwe' | 'jws' | 'jwsjwe';
  readonly response?: 'direct' | 'key';
  readonly payload: Schema;
}

export interface MediaType {
  readonly schema: Schema;
  readonly 'x-jose'?: JoseExtension;
}

export interface Answer {
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface ScaExtension {
  readonly actionType: string;
  readonly risk: 'low' | 'high';
  readonly link?: readonly string[];
  readonly when?: string;
}

export interface FactorExtension {
  readonly type: string;
  readonly action: 'enrol' | 'delete' | 'trigger' | 'verify';
  readonly field?: string;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly deprecated?: boolean;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly 'x-factor'?: FactorExtension;
  readonly 'x-sca'?: ScaExtension;
  readonly 'x-successor'?: string;
}

/** The bundled description. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface LocatedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Reads the bundle that `@sca-kit/spec` builds. */
export function openApiDocument(): Document {
  const path = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
  return JSON.parse(readFileSync(path, 'utf8')) as Document;
}

/** Every operation in the order of the document, with parameters, bodies and answers resolved one level deep. */
export function locatedOperations(document: Document): readonly LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => ({
      method,
      path,
      operation: resolvedOperation(document, item[method] as Operation),
    })),
  );
}

function resolvedOperation(document: Document, operation: Operation): Operation {
  const responses = Object.fromEntries(
    Object.entries(operation.responses).map(([status, answer]) => [status, resolve<Answer>(document, answer)]),
  );
  return {
    ...operation,
    responses,
    parameters: (operation.parameters ?? []).map((parameter) => resolve<Parameter>(document, parameter)),
    ...(operation.requestBody
      ? { requestBody: resolve<NonNullable<Operation['requestBody']>>(document, operation.requestBody) }
      : {}),
  };
}

/** Follows `$ref`s within the document until something else is found. */
export function resolve<T>(document: Document, value: unknown): T {
  let current = value;
  while (isReference(current)) {
    current = current.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (node, step) => (node as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
  }
  return current as T;
}

function isReference(value: unknown): value is { readonly $ref: string } {
  return typeof value === 'object' && value !== null && typeof (value as { $ref?: unknown }).$ref === 'string';
}
