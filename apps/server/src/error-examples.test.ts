import { SCA_ERRORS } from '@sca-kit/engine';
import document from '@sca-kit/spec/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { DEMO_ERRORS } from './demo-resources/demo-error.ts';
import { PUBLIC_KEY_ERRORS } from './handlers/public-key-error.ts';

/** Codes whose message depends on the request. */
const DYNAMIC: ReadonlySet<string> = new Set([
  'access.denied',
  'authentication.required',
  'phone.number.repeated',
  'public.key.invalid',
  'sca.factors.insufficient',
  'sca.required',
]);

const messages = new Map<string, string>([
  ...Object.entries(SCA_ERRORS),
  ...[...Object.entries(DEMO_ERRORS), ...Object.entries(PUBLIC_KEY_ERRORS)].map(
    ([code, [, message]]): [string, string] => [code, message],
  ),
]);

interface ErrorExample {
  readonly code: string;
  readonly message: string;
}

/** Returns all errors in the examples of the OpenAPI document. */
function errorsIn(value: unknown): readonly ErrorExample[] {
  if (typeof value !== 'object' || value === null) return [];
  const { code, message, error, error_description: description } = value as Readonly<Record<string, unknown>>;
  const found = [
    { code, message },
    { code: error, message: description },
  ].filter((each): each is ErrorExample => typeof each.code === 'string' && typeof each.message === 'string');
  return [...found, ...Object.values(value).flatMap(errorsIn)];
}

test('the examples of the OpenAPI document have the error messages that the server sends', () => {
  const examples = errorsIn(document).filter(({ code }) => messages.has(code) && !DYNAMIC.has(code));
  expect(examples.length).toBeGreaterThan(50);
  expect(examples.filter(({ code, message }) => message !== messages.get(code))).toEqual([]);
});
