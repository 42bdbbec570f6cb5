import {
  asArray,
  asObject,
  type DocumentedResponse,
  dereference,
  type JsonObject,
  listOperations,
} from '@sca-kit/openapi';
import description from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { eventTypes, observations } from './support/observations.ts';

const operations = listOperations(description);

/** The values that a member of a response may have, where the document lists them. */
function listed({ contents }: DocumentedResponse, member: string): readonly unknown[] {
  const resolved = (schema: unknown): JsonObject => asObject(dereference(description, schema));
  return contents
    .map(({ schema }) => resolved(schema))
    .flatMap((schema) => [schema, ...asArray(schema.oneOf).map(resolved)])
    .flatMap(({ properties }) => asArray(resolved(asObject(properties)[member]).enum));
}

/**
 * These tests judge what the whole suite saw: run it whole. Every line of a difference is an answer of the description
 * that no test has produced.
 */
describe('The suite has produced', () => {
  it('every status of every operation', () => {
    const seen = new Set(observations().map(({ operationId, status }) => `${operationId} ${status}`));
    const documented = operations.flatMap(({ id, responses }) => responses.map(({ status }) => `${id} ${status}`));
    expect(documented.length).toBeGreaterThan(600);
    expect(documented.filter((response) => !seen.has(response))).toEqual([]);
  });

  it('every errorCode of every operation', () => {
    const seen = new Set(
      observations().flatMap(({ operationId, codes }) => codes.map((code) => `${operationId} ${code}`)),
    );
    const documented = operations.flatMap(({ id, responses }) =>
      responses.flatMap((response) => listed(response, 'errorCode').map((errorCode) => `${id} ${errorCode}`)),
    );
    expect(documented.length).toBeGreaterThan(30);
    expect(documented.filter((response) => !seen.has(response))).toEqual([]);
  });

  it('every code of the description', () => {
    // These stand before any operation: `e2e/malformed-http.test.ts` and `e2e/connections.test.ts` produce them on raw connections.
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
