import type { Oas3Rule } from '@redocly/openapi-core';
import { bodiesOf, takesHeader } from './operation.ts';
import { isPart, type Part, type Place, part, type Resolver } from './reader.ts';
import { visitSchemas } from './schemas.ts';

const members = ['type', 'action', 'field'];
const actions = ['enrol', 'delete', 'trigger', 'verify'];

/** Validates `x-factor`: its members, that the body has `field`, and that only trigger and verify take a one-time token. */
export const factorExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const extension = part(operation)['x-factor'];
    if (extension === undefined) return;
    const at = location.child(['x-factor']);
    const place = { node: operation, from: location.source.absoluteRef };
    const errors = isPart(extension) ? extensionErrors(context, place, extension) : ['x-factor must be an object.'];
    for (const message of errors) report({ message, location: at });
  },
});

function* extensionErrors(
  resolver: Resolver,
  operation: Place,
  { type, action, field, ...rest }: Part,
): Generator<string> {
  for (const name of Object.keys(rest))
    yield `x-factor has an unknown member ${name}. Known members: ${members.join(', ')}.`;
  if (!/^[A-Z][A-Z0-9_]*$/.test(String(type))) yield 'x-factor.type must be a challenge type.';
  if (!actions.includes(String(action))) {
    yield `x-factor.action must be one of ${actions.join(', ')}.`;
    return;
  }
  const ofToken = action === 'trigger' || action === 'verify';
  if (takesHeader(resolver, operation, 'One-Time-Token') !== ofToken) {
    yield `An operation with the action ${action} must ${ofToken ? '' : 'not '}take the header One-Time-Token.`;
  }
  if (action === 'delete') {
    if (field !== undefined) yield 'x-factor.field must be absent: an operation that deletes has no body.';
    return;
  }
  const holder = action === 'trigger' ? '200' : 'request';
  const bodies = bodiesOf(resolver, operation).filter(({ status }) => status === holder);
  const found = bodies.filter((body) => hasMember(resolver, body.plaintext ?? body.schema, field));
  if (bodies.length === 0 || found.length < bodies.length) {
    yield `x-factor.field: ${String(field)} is not a member of the ${action === 'trigger' ? 'response' : 'request'}.`;
  }
}

function hasMember(resolver: Resolver, schema: Place, name: unknown): boolean {
  let found = false;
  visitSchemas(resolver, schema, ({ path }) => {
    found ||= path === `/${String(name)}`;
  });
  return found;
}
