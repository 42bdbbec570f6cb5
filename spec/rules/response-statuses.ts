import type { Oas3Rule } from '@redocly/openapi-core';
import { parametersOf } from './operation.ts';
import { isPart, list, type Part, part } from './reader.ts';

/** A status that an operation cannot return, with the reason. */
type Exception = { operationId: string; status: string; reason: string };

/** Requires a response for every error that an operation can return. Exceptions are listed one by one, with a reason. */
export const responseStatuses: Oas3Rule = (options) => {
  const exceptions = list(options.exceptions).filter(isException);
  const unused = new Set(exceptions);
  return {
    Operation(operation, context) {
      const { report, location } = context;
      const documented = Object.keys(operation.responses ?? {});
      const place = { node: operation, from: location.source.absoluteRef };
      const required = requiredStatuses(part(operation), parametersOf(context, place));
      for (const [status, reason] of required.filter(([code]) => !documented.includes(code))) {
        const exception = exceptions.find((one) => one.operationId === operation.operationId && one.status === status);
        if (exception === undefined) {
          report({
            message: `Response ${status} is missing: ${reason}.`,
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
          report({ message: `Remove the exception for ${operationId} and ${status}: it is not needed.` });
        }
      },
    },
  };
};

function isException(value: unknown): value is Exception {
  return isPart(value) && ['operationId', 'status', 'reason'].every((name) => typeof value[name] === 'string');
}

function requiredStatuses(operation: Part, parameters: Part[]): [status: string, reason: string][] {
  const required: [string, string][] = [
    ['400', 'headers can be invalid'],
    ['406', 'the Accept header can be unsatisfiable'],
    ['429', 'every caller has rate limits'],
    ['500', 'every operation can fail'],
    ['503', 'the database can be unavailable'],
  ];
  const schemes = new Set(list(operation.security).flatMap((requirement) => Object.keys(part(requirement))));
  if (schemes.size > 0) required.push(['401', 'the operation is secured']);
  const oneKind = schemes.has('UserToken') !== schemes.has('ApplicationToken');
  if (oneKind || schemes.has('AuthToken')) required.push(['403', 'a token can have the wrong type']);
  if (parameters.some((parameter) => parameter.in === 'path' && /Id$/.test(String(parameter.name)))) {
    required.push(['404', 'the resource in the path may not exist']);
  }
  if (operation.requestBody !== undefined) {
    required.push(['413', 'the body can be too large'], ['415', 'the body can have another media type']);
  }
  return required;
}
