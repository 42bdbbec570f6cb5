import type { Oas3Rule } from '@redocly/openapi-core';
import { bodiesOf, takesHeader } from './operation.ts';
import { isPart, type Part, type Place, part, type Resolver } from './reader.ts';
import { visitSchemas } from './schemas.ts';

const members = ['type', 'action', 'field'];
const actions = ['enrol', 'delete', 'trigger', 'verify'];

/** `x-factor` is well formed, and what it names is in the body; only what belongs to a token takes one. */
export const factorExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const mark = part(operation)['x-factor'];
    if (mark === undefined) return;
    const at = location.child(['x-factor']);
    const place = { node: operation, from: location.source.absoluteRef };
    const faults = isPart(mark) ? markFaults(context, place, mark) : ['x-factor is an object.'];
    for (const message of faults) report({ message, location: at });
  },
});

function* markFaults(resolver: Resolver, operation: Place, { type, action, field, ...rest }: Part): Generator<string> {
  for (const name of Object.keys(rest)) yield `x-factor has no member ${name}; it has ${members.join(', ')}.`;
  if (!/^[A-Z][A-Z0-9_]*$/.test(String(type))) yield 'x-factor.type is a kind of challenge.';
  if (!actions.includes(String(action))) {
    yield `x-factor.action is one of ${actions.join(', ')}.`;
    return;
  }
  const ofToken = action === 'trigger' || action === 'verify';
  if (takesHeader(resolver, operation, 'One-Time-Token') !== ofToken) {
    yield `An operation with the action ${action} takes ${ofToken ? 'the header One-Time-Token' : 'no one-time token'}.`;
  }
  if (action === 'delete') {
    if (field !== undefined) yield 'x-factor.field: an operation that deletes has no body.';
    return;
  }
  const holder = action === 'trigger' ? '200' : 'request';
  const bodies = bodiesOf(resolver, operation).filter(({ status }) => status === holder);
  const found = bodies.filter((body) => hasMember(resolver, body.plaintext ?? body.schema, field));
  if (bodies.length === 0 || found.length < bodies.length) {
    yield `x-factor.field: ${String(field)} is not a member of the ${action === 'trigger' ? 'answer' : 'request'}.`;
  }
}

function hasMember(resolver: Resolver, schema: Place, name: unknown): boolean {
  let found = false;
  visitSchemas(resolver, schema, ({ path }) => {
    found ||= path === `/${String(name)}`;
  });
  return found;
}
