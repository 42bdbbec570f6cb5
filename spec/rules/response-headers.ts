import type { Oas3Rule } from '@redocly/openapi-core';
import { responsesOf, takesHeader } from './operation.ts';
import { lowerNames, part } from './reader.ts';

const factorPath = /^\/(?:authentication_factors|stepup|managed_accounts)(?:\/|$)/;

/** Every answer names its trace, repeats the correlation id, and has the further headers of its kind. */
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
        report({ message: 'Every operation takes X-External-Correlation-Id.', location });
      }
      for (const [status, response] of responsesOf(context, place)) {
        const present = lowerNames(part(response.node).headers);
        const wanted = wantedHeaders(path, status, operation.deprecated === true);
        for (const name of wanted.filter((header) => !present.includes(header.toLowerCase()))) {
          report({
            message: `The answer ${status} needs the header ${name}.`,
            location: location.child(['responses', status]).key(),
          });
        }
        if (operation.deprecated !== true && (present.includes('deprecation') || present.includes('link'))) {
          report({
            message: `The answer ${status} says deprecated, the operation does not.`,
            location: location.child(['responses', status]).key(),
          });
        }
      }
    },
  };
};

function wantedHeaders(path: string, status: string, deprecated: boolean): string[] {
  const factor = factorPath.test(path);
  const wanted = ['x-trace-id', 'X-External-Correlation-Id'];
  if (factor) wanted.push('request-ref');
  if (deprecated) wanted.push('Deprecation', 'Link');
  if (status === '429') wanted.push('Retry-After');
  if (status === '429' && factor) wanted.push('x-ratelimit-limit', 'x-ratelimit-reset');
  if (status === '429' && !factor && path !== '/login_with_password') wanted.push('X-Rate-Limited-By');
  return wanted;
}
