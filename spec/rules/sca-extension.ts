import type { Oas3Rule } from '@redocly/openapi-core';
import { bodiesOf, parametersOf, responsesOf, takesHeader } from './operation.ts';
import { isPart, list, lowerNames, type Part, type Place, part, type Resolver } from './reader.ts';
import { visitSchemas } from './schemas.ts';

const members = ['actionType', 'risk', 'link', 'when'];

/** `x-sca` is well formed, and the operation has the headers that clearing a challenge needs. */
export const scaExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const place = { node: operation, from: location.source.absoluteRef };
    const mark = part(operation)['x-sca'];
    if (mark === undefined) {
      if (takesHeader(context, place, 'x-2fa-approval')) {
        report({ message: 'The operation takes x-2fa-approval, so it needs an x-sca mark.', location });
      }
      return;
    }
    const at = location.child(['x-sca']);
    if (!isPart(mark)) {
      report({ message: 'x-sca is an object.', location: at });
      return;
    }
    for (const message of markFaults(mark)) report({ message, location: at });
    for (const pointer of list(mark.link).map(String)) {
      if (!pointerExists(context, place, pointer))
        report({ message: `x-sca links ${pointer}, which the request does not have.`, location: at });
    }
    if (!takesHeader(context, place, 'x-2fa-approval')) {
      report({ message: 'A protected operation takes x-2fa-approval.', location: at });
    }
    const responses = responsesOf(context, place);
    if (!responses.some(([status]) => status === '403'))
      report({ message: 'A protected operation answers 403.', location: at });
    for (const [status, response] of responses) {
      if (!/^2|^403$/.test(status)) continue;
      const present = lowerNames(part(response.node).headers);
      const wanted = status === '403' ? ['x-2fa-approval-result', 'x-2fa-approval'] : ['x-2fa-approval-result'];
      for (const name of wanted.filter((header) => !present.includes(header))) {
        report({ message: `The answer ${status} of a protected operation has the header ${name}.`, location: at });
      }
    }
  },
});

function* markFaults(mark: Part): Generator<string> {
  for (const name of Object.keys(mark).filter((key) => !members.includes(key))) yield `x-sca has no member ${name}.`;
  if (!/^[A-Z0-9_]+__[A-Z0-9_]+$/.test(String(mark.actionType))) yield 'x-sca.actionType is written RESOURCE__ACTION.';
  if (mark.risk !== 'low' && mark.risk !== 'high') yield 'x-sca.risk is low or high.';
  if (mark.when !== undefined && mark.when !== 'enrolment-protected')
    yield 'x-sca.when is enrolment-protected or absent.';
  if (mark.link === undefined) return;
  if (list(mark.link).length === 0) yield 'x-sca.link is a list of JSON pointers.';
  if (mark.risk !== 'high') yield 'x-sca.link needs high risk: a session would not look at it.';
}

function pointerExists(resolver: Resolver, operation: Place, pointer: string): boolean {
  const [, where, ...names] = pointer.split('/');
  if (where === 'body') {
    return bodiesOf(resolver, operation)
      .filter((body) => body.role === 'request')
      .some((body) => {
        let found = false;
        visitSchemas(resolver, body.plaintext ?? body.schema, ({ path }) => {
          found ||= path === `/${names.join('/')}`;
        });
        return found;
      });
  }
  return parametersOf(resolver, operation).some((one) => one.in === where && one.name === names[0]);
}
