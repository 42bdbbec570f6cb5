import type { Oas3Rule } from '@redocly/openapi-core';
import { parametersOf } from './operation.ts';
import { isPart, list, type Part, part } from './reader.ts';

/** One status that one operation cannot answer, with the reason why. */
type Exception = { operationId: string; status: string; reason: string };

/** An operation documents every failure that its kind makes possible. Exceptions are given one by one, with a reason. */
export const responseStatuses: Oas3Rule = (options) => {
  const exceptions = list(options.exceptions).filter(isException);
  const unused = new Set(exceptions);
  return {
    Operation(operation, context) {
      const { report, location } = context;
      const documented = Object.keys(operation.responses ?? {});
      const place = { node: operation, from: location.source.absoluteRef };
      const wanted = wantedStatuses(part(operation), parametersOf(context, place));
      for (const [status, reason] of wanted.filter(([code]) => !documented.includes(code))) {
        const exception = exceptions.find((one) => one.operationId === operation.operationId && one.status === status);
        if (exception === undefined) {
          report({
            message: `The status ${status} is missing: ${reason}.`,
            location: location.child(['responses']).key(),
          });
        } else {
          unused.delete(exception);
        }
      }
    },
    Root: {
      leave(_root, { report }) {
        for (const { operationId, status } of unused) {
          report({ message: `The exception for ${operationId} and ${status} is not needed.` });
        }
      },
    },
  };
};

function isException(value: unknown): value is Exception {
  return isPart(value) && ['operationId', 'status', 'reason'].every((name) => typeof value[name] === 'string');
}

function wantedStatuses(operation: Part, parameters: Part[]): [status: string, reason: string][] {
  const wanted: [string, string][] = [
    ['400', 'a header can be malformed'],
    ['406', 'an Accept header can be impossible'],
    ['429', 'every caller has limits'],
    ['500', 'every operation can fail'],
    ['503', 'the database can be away'],
  ];
  const schemes = new Set(list(operation.security).flatMap((requirement) => Object.keys(part(requirement))));
  if (schemes.size > 0) wanted.push(['401', 'the operation is secured']);
  const oneKind = schemes.has('UserToken') !== schemes.has('ApplicationToken');
  if (oneKind || schemes.has('AuthToken')) wanted.push(['403', 'a token can be of the wrong kind']);
  if (parameters.some((parameter) => parameter.in === 'path' && /Id$/.test(String(parameter.name)))) {
    wanted.push(['404', 'the path names something that may not exist']);
  }
  if (operation.requestBody !== undefined) {
    wanted.push(['413', 'the body can be too large'], ['415', 'the body can be of another type']);
  }
  return wanted;
}
