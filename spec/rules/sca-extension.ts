import type { Oas3Rule } from '@redocly/openapi-core';
import { bodiesOf, parametersOf, responsesOf, takesHeader } from './operation.ts';
import { isPart, list, lowerNames, type Part, type Place, part, type Resolver } from './reader.ts';
import { visitSchemas } from './schemas.ts';

const members = ['actionType', 'risk', 'link', 'when', 'enrols'];

/** Validates `x-sca`, and the headers and responses that a protected operation must have. */
export const scaExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    const place = { node: operation, from: location.source.absoluteRef };
    const extension = part(operation)['x-sca'];
    if (extension === undefined) {
      if (takesHeader(context, place, 'x-2fa-approval')) {
        report({ message: 'The operation takes x-2fa-approval, so it needs an x-sca extension.', location });
      }
      return;
    }
    const at = location.child(['x-sca']);
    if (!isPart(extension)) {
      report({ message: 'x-sca must be an object.', location: at });
      return;
    }
    for (const message of extensionErrors(extension)) report({ message, location: at });
    for (const pointer of list(extension.link).map(String)) {
      if (!pointerExists(context, place, pointer))
        report({ message: `x-sca.link contains ${pointer}, which the request does not have.`, location: at });
    }
    if (!takesHeader(context, place, 'x-2fa-approval')) {
      report({ message: 'A protected operation must take the header x-2fa-approval.', location: at });
    }
    const responses = responsesOf(context, place);
    if (!responses.some(([status]) => status === '403'))
      report({ message: 'A protected operation must document a 403 response.', location: at });
    for (const [status, response] of responses) {
      if (!/^2|^403$/.test(status)) continue;
      const present = lowerNames(part(response.node).headers);
      const required = status === '403' ? ['x-2fa-approval-result', 'x-2fa-approval'] : ['x-2fa-approval-result'];
      for (const name of required.filter((header) => !present.includes(header))) {
        report({ message: `Response ${status} of a protected operation must have the header ${name}.`, location: at });
      }
    }
  },
});

function* extensionErrors(extension: Part): Generator<string> {
  for (const name of Object.keys(extension).filter((key) => !members.includes(key)))
    yield `x-sca has an unknown member ${name}.`;
  if (!/^[A-Z0-9_]+__[A-Z0-9_]+$/.test(String(extension.actionType)))
    yield 'x-sca.actionType must have the form RESOURCE__ACTION.';
  if (extension.risk !== 'low' && extension.risk !== 'high') yield 'x-sca.risk must be low or high.';
  if (extension.when !== undefined && extension.when !== 'enrolment-protected')
    yield 'x-sca.when must be enrolment-protected or absent.';
  if ((extension.enrols === undefined) !== (extension.when === undefined))
    yield 'x-sca.enrols and when: enrolment-protected must be set together.';
  if (extension.enrols !== undefined && extension.link === undefined)
    yield 'x-sca.enrols needs a link to the secret of the factor.';
  if (extension.link === undefined) return;
  if (list(extension.link).length === 0) yield 'x-sca.link must be a list of JSON pointers.';
  if (extension.risk !== 'high') yield 'x-sca.link needs high risk: sessions do not check it.';
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
