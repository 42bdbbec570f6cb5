import type { Oas3Rule } from '@redocly/openapi-core';
import { responsesOf, takesHeader } from './operation.ts';
import { lowerNames, part } from './reader.ts';

const factorPath = /^\/(?:authentication_factors|stepup|managed_accounts)(?:\/|$)/;

/** Requires trace id and correlation id on every response, and the headers of its status and family. */
export const responseHeaders: Oas3Rule = () => {
  let path = '';
  return {
    PathItem: {
      enter(_item, { key }) {
        path = String(key);
      },
    },
    Operation(operation, context) {
      const { report, location } = context;
      const place = { node: operation, from: location.source.absoluteRef };
      if (!takesHeader(context, place, 'X-External-Correlation-Id')) {
        report({ message: 'Add the header parameter X-External-Correlation-Id.', location });
      }
      for (const [status, response] of responsesOf(context, place)) {
        const present = lowerNames(part(response.node).headers);
        const required = requiredHeaders(path, status, operation.deprecated === true);
        for (const name of required.filter((header) => !present.includes(header.toLowerCase()))) {
          report({
            message: `Response ${status} must have the header ${name}.`,
            location: location.child(['responses', status]).key(),
          });
        }
        if (operation.deprecated !== true && (present.includes('deprecation') || present.includes('link'))) {
          report({
            message: `Response ${status} has Deprecation or Link, but the operation is not deprecated.`,
            location: location.child(['responses', status]).key(),
          });
        }
      }
    },
  };
};

function requiredHeaders(path: string, status: string, deprecated: boolean): string[] {
  const factor = factorPath.test(path);
  const required = ['x-trace-id', 'X-External-Correlation-Id'];
  if (factor) required.push('request-ref');
  if (deprecated) required.push('Deprecation', 'Link');
  if (status === '429') required.push('Retry-After');
  if (status === '429' && factor) required.push('x-ratelimit-limit', 'x-ratelimit-reset');
  if (status === '429' && !factor && path !== '/login_with_password') required.push('X-Rate-Limited-By');
  return required;
}
