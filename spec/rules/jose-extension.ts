import type { Oas3Rule } from '@redocly/openapi-core';
import { type Body, bodiesOf, takesHeader } from './operation.ts';
import { isPart, type Part, part } from './reader.ts';

const encrypted = 'application/jose+json';
const members = ['method', 'response', 'payload'];

/** Validates `x-jose`: only on the encrypted media type, with a plaintext schema, and with the method header on the operation. */
export const joseExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const place = { node: operation, from: location.source.absoluteRef };
    const bodies = bodiesOf(context, place);
    for (const body of bodies) {
      for (const error of extensionErrors(body)) {
        report({
          message: `${body.status === 'request' ? 'Request' : body.status} (${body.mediaType}): ${error}`,
          location,
        });
      }
    }
    const requests = bodies.filter((body) => body.role === 'request');
    if (!requests.some((body) => body.mediaType === encrypted)) return;
    if (requests[0]?.mediaType !== encrypted) report({ message: `List ${encrypted} first.`, location });
    if (!takesHeader(context, place, 'X-TW-JOSE-Method')) {
      report({ message: 'An operation with an encrypted body must take the header X-TW-JOSE-Method.', location });
    }
    if (!bodies.some((body) => body.status === '400' && showsInvalidJwe(body))) {
      report({
        message: 'An operation with an encrypted body must document a 400 example with jwe_error or jws_error.',
        location,
      });
    }
  },
});

function* extensionErrors(body: Body): Generator<string> {
  const extension = body.media['x-jose'];
  if (body.mediaType !== encrypted) {
    if (extension !== undefined) yield `x-jose is only allowed on ${encrypted}.`;
    return;
  }
  if (!isPart(extension)) {
    yield 'x-jose is missing.';
    return;
  }
  for (const name of Object.keys(extension).filter((key) => !members.includes(key)))
    yield `x-jose has an unknown member ${name}.`;
  if (!['jwe', 'jws', 'jwsjwe'].includes(String(extension.method))) yield 'x-jose.method must be jwe, jws or jwsjwe.';
  yield* responseErrors(body.role, extension);
  if (Object.keys(part(body.plaintext?.node)).length === 0) yield 'x-jose.payload must refer to a schema.';
  const schema = part(body.schema.node);
  if (schema.type !== 'string' || schema.pattern === undefined)
    yield 'the schema must be a string with a pattern: the compact serialization.';
}

function* responseErrors(role: Body['role'], extension: Part): Generator<string> {
  const known = extension.response === 'direct' || extension.response === 'key';
  if (extension.response !== undefined && !known) yield 'x-jose.response must be direct or key.';
  if (role === 'response' && extension.response === undefined && extension.method !== 'jws') {
    yield 'x-jose.response is missing: direct or key.';
  }
}

function showsInvalidJwe(body: Body): boolean {
  return /"(?:jwe|jws)_error"/.test(JSON.stringify(body.media.examples ?? {}));
}
