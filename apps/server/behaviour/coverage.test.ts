import {
  asArray,
  asObject,
  type DocumentedResponse,
  dereference,
  type JsonObject,
  listOperations,
} from '@sca-kit/openapi';
import document from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { distributionErrors } from '@sca-kit/store/testing';
import { describe, expect, it } from 'vitest';
import { eventTypes, observations, statements } from './support/observations.ts';

const operations = listOperations(document);

/** Returns the enum of a response member, or nothing. */
function listed({ contents }: DocumentedResponse, member: string): readonly unknown[] {
  const resolved = (schema: unknown): JsonObject => asObject(dereference(document, schema));
  return contents
    .map(({ schema }) => resolved(schema))
    .flatMap((schema) => [schema, ...asArray(schema.oneOf).map(resolved)])
    .flatMap(({ properties }) => asArray(resolved(asObject(properties)[member]).enum));
}

/**
 * Checks what the whole suite has observed, so run the whole suite. A difference lists responses of the OpenAPI
 * document that no test has produced.
 */
describe('The suite has observed', () => {
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

  it('every error code of the OpenAPI document', () => {
    // No operation returns these: `e2e/malformed-http.test.ts` and `e2e/connections.test.ts` observe them.
    const ofConnections = ['request.timeout', 'expectation.failed', 'request.headers.too.large'];
    const seen = new Set([...observations().flatMap(({ codes }) => codes), ...ofConnections]);
    const { ErrorCode, JoseError } = document.components.schemas;
    const documented = [...ErrorCode.enum, ...JoseError.properties.error.enum];
    expect(documented.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('no error code that the OpenAPI document does not list', () => {
    const { ErrorCode } = document.components.schemas;
    const known = new Set([...ErrorCode.enum, 'jwe_error', 'jws_error']);
    const dotted = observations().flatMap(({ codes }) => codes.filter((code) => code.includes('.')));
    expect(dotted.filter((code) => !known.has(code))).toEqual([]);
  });

  it('every event type of the OpenAPI document and no other', () => {
    expect(eventTypes().toSorted()).toEqual(document.components.schemas.SandboxEvent.properties.type.enum.toSorted());
  });

  it('no statement that touches a table without its distribution key, joins across keys or relies on a sequence', () => {
    expect(statements().length).toBeGreaterThan(100);
    expect(distributionErrors(statements())).toEqual([]);
  });
});
