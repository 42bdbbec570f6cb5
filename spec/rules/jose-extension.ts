import type { Oas3Rule } from '@redocly/openapi-core';
import { type Body, bodiesOf, takesHeader } from './operation.ts';
import { isPart, type Part, part } from './reader.ts';

const sealed = 'application/jose+json';
const members = ['method', 'response', 'payload'];

/** `x-jose` marks the sealed media type and no other, names its plaintext, and the operation can be told the method. */
export const joseExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const place = { node: operation, from: location.source.absoluteRef };
    const bodies = bodiesOf(context, place);
    for (const body of bodies) {
      for (const fault of markFaults(body)) {
        report({
          message: `${body.status === 'request' ? 'Request' : body.status} (${body.mediaType}): ${fault}`,
          location,
        });
      }
    }
    const requests = bodies.filter((body) => body.role === 'request');
    if (!requests.some((body) => body.mediaType === sealed)) return;
    if (requests[0]?.mediaType !== sealed) report({ message: `${sealed} comes first.`, location });
    if (!takesHeader(context, place, 'X-TW-JOSE-Method')) {
      report({ message: 'An operation with a sealed body takes X-TW-JOSE-Method.', location });
    }
    if (!bodies.some((body) => body.status === '400' && showsEnvelopeFault(body))) {
      report({ message: 'An operation with a sealed body answers 400 with an example of a bad envelope.', location });
    }
  },
});

function* markFaults(body: Body): Generator<string> {
  const mark = body.media['x-jose'];
  if (body.mediaType !== sealed) {
    if (mark !== undefined) yield `x-jose belongs on ${sealed}.`;
    return;
  }
  if (!isPart(mark)) {
    yield 'the x-jose mark is missing.';
    return;
  }
  for (const name of Object.keys(mark).filter((key) => !members.includes(key))) yield `x-jose has no member ${name}.`;
  if (!['jwe', 'jws', 'jwsjwe'].includes(String(mark.method))) yield 'x-jose.method is jwe, jws or jwsjwe.';
  yield* responseFaults(body.role, mark);
  if (Object.keys(part(body.plaintext?.node)).length === 0) yield 'x-jose.payload does not lead to a schema.';
  const schema = part(body.schema.node);
  if (schema.type !== 'string' || schema.pattern === undefined)
    yield 'the schema is the compact serialization, a string.';
}

function* responseFaults(role: Body['role'], mark: Part): Generator<string> {
  const known = mark.response === 'direct' || mark.response === 'key';
  if (mark.response !== undefined && !known) yield 'x-jose.response is direct or key.';
  if (role === 'response' && mark.response === undefined && mark.method !== 'jws') {
    yield 'x-jose.response says under which key the answer comes: direct or key.';
  }
}

function showsEnvelopeFault(body: Body): boolean {
  return /"(?:jwe|jws)_error"/.test(JSON.stringify(body.media.examples ?? {}));
}
