import type { Validate, ValidationError } from '@sca-kit/api';
import { RequestError, type ValidationIssue } from '../errors/request-error.ts';

const MAX_ISSUES = 20;

/**
 * Validates a value with a compiled validator.
 * @param root the JSON pointer of the value in the request, such as `/body`
 * @throws RequestError `request.invalid` with one issue for each error
 */
export function validate(validator: Validate, value: unknown, root: string): void {
  if (validator(value)) return;
  const issues = distinct((validator.errors ?? []).map((issue) => toIssue(issue, root)));
  throw new RequestError('request.invalid', issues[0]?.message ?? 'The request is not valid.', { issues });
}

/** `oneOf` reports every branch; each path and message is listed once. */
function distinct(issues: readonly ValidationIssue[]): readonly ValidationIssue[] {
  const seen = new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue]));
  return [...seen.values()].slice(0, MAX_ISSUES);
}

function toIssue(issue: ValidationError, root: string): ValidationIssue {
  const missing = issue.params.missingProperty ?? issue.params.tag;
  const place = `${root}${issue.instancePath}${typeof missing === 'string' ? `/${missing}` : ''}`;
  return { path: place === '' ? '/' : place, message: sentence(issue), keyword: issue.keyword };
}

function sentence({ keyword, params, message }: ValidationError): string {
  if (keyword === 'required') return 'is missing.';
  if (keyword === 'discriminator')
    return params.tagValue === undefined ? 'is missing.' : 'is not one of the documented values.';
  if (keyword === 'pattern') return `must match the pattern ${String(params.pattern)}.`;
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}.`;
  if (keyword === 'const') return `must be ${String(params.allowedValue)}.`;
  return `${message ?? 'is not valid'}.`;
}
