import description from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { eventTypes, observations } from './support/observations.ts';

/** What of the description is read here. References are resolved by hand. */
interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
}
interface ApiResponse {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const operations = Object.values(description.paths as unknown as Record<string, Record<string, Operation>>).flatMap(
  (path) => METHODS.flatMap((method) => path[method] ?? []),
);

function resolved<Node extends { readonly $ref?: string }>(node: Node): Node {
  if (node.$ref === undefined) return node;
  return node.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], description) as Node;
}

/** The values that a member of an answer may have, where the description lists them. */
function listed(response: ApiResponse, member: string): readonly string[] {
  const schemas = Object.values(resolved(response).content ?? {}).map(({ schema }) => resolved(schema));
  return schemas
    .flatMap((schema) => [schema, ...(schema.oneOf ?? []).map(resolved)])
    .flatMap(({ properties }) => (properties?.[member] ? (resolved(properties[member]).enum ?? []) : []));
}

/**
 * These tests judge what the whole suite saw: run it whole. Every line of a difference is an answer of the description
 * that no test has produced.
 */
describe('The suite has produced', () => {
  it('every status of every operation', () => {
    const seen = new Set(observations().map(({ operationId, status }) => `${operationId} ${status}`));
    const documented = operations.flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    );
    expect(documented.length).toBeGreaterThan(600);
    expect(documented.filter((response) => !seen.has(response))).toEqual([]);
  });

  it('every errorCode of every operation', () => {
    const seen = new Set(
      observations().flatMap(({ operationId, codes }) => codes.map((code) => `${operationId} ${code}`)),
    );
    const documented = operations.flatMap(({ operationId, responses }) =>
      Object.values(responses).flatMap((response) =>
        listed(response, 'errorCode').map((errorCode) => `${operationId} ${errorCode}`),
      ),
    );
    expect(documented.length).toBeGreaterThan(30);
    expect(documented.filter((response) => !seen.has(response))).toEqual([]);
  });

  it('every code of the description', () => {
    // These stand before any operation: `e2e/raw-connections.test.ts` produces them on bare connections.
    const ofConnections = ['request.timeout', 'expectation.failed', 'request.headers.too.large'];
    const seen = new Set([...observations().flatMap(({ codes }) => codes), ...ofConnections]);
    const { ErrorCode, JoseError } = description.components.schemas;
    const documented = [...ErrorCode.enum, ...JoseError.properties.error.enum];
    expect(documented.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('no code that the description does not know', () => {
    const { ErrorCode } = description.components.schemas;
    const known = new Set([...ErrorCode.enum, 'jwe_error', 'jws_error']);
    const dotted = observations().flatMap(({ codes }) => codes.filter((code) => code.includes('.')));
    expect(dotted.filter((code) => !known.has(code))).toEqual([]);
  });

  it('every type of event that the description lists, and no other', () => {
    expect(eventTypes().toSorted()).toEqual(
      description.components.schemas.SandboxEvent.properties.type.enum.toSorted(),
    );
  });
});
