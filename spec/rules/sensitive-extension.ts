import type { Oas3Rule } from '@redocly/openapi-core';
import { type Body, bodiesOf } from './operation.ts';
import { isPart, list, part, type Resolver } from './reader.ts';
import { type Visit, visitSchemas } from './schemas.ts';

/** Property names that are always secret. */
const secrets =
  /^(?:pin|deviceFingerprint|faceMap|otpCode|verificationCode|code|password|client_?[sS]ecret|api_?[kK]ey|registration_?[cC]ode|.*(?:access|refresh|auth|application)_?[tT]oken|token)$/;

/** Placeholder of a secret in the example of a response. */
const placeholder = /placeholder|sample|example|redacted|^<.+>$/i;

/** Requires `x-sensitive` on secrets, `writeOnly` in requests, and placeholders in the examples of responses. */
export const sensitiveExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    for (const body of bodiesOf(context, { node: operation, from: location.source.absoluteRef })) {
      for (const error of bodyErrors(context, body)) {
        report({ message: `${body.status === 'request' ? 'Request' : `Response ${body.status}`}: ${error}`, location });
      }
    }
  },
});

function bodyErrors(resolver: Resolver, body: Body): string[] {
  const errors: string[] = [];
  const sensitive = new Set<string>();
  visitSchemas(resolver, body.plaintext ?? body.schema, (visit) => {
    errors.push(...schemaErrors(body.role, visit));
    if (visit.schema['x-sensitive'] === true) sensitive.add(visit.path);
  });
  if (body.role === 'response' && body.plaintext === undefined) {
    for (const example of Object.values(part(body.media.examples))) {
      visitValues(part(example).value, '', (path, value) => {
        if (sensitive.has(path) && !placeholder.test(String(value))) {
          errors.push(`the example contains a secret at ${path}. Use a placeholder.`);
        }
      });
    }
  }
  return errors;
}

function* schemaErrors(role: Body['role'], { schema, name, path }: Visit): Generator<string> {
  const extension = schema['x-sensitive'];
  if (extension !== undefined && extension !== true) yield `x-sensitive at ${path} must be true or absent.`;
  const scalar = schema.properties === undefined && schema.enum === undefined;
  if (scalar && secrets.test(name) && extension !== true) yield `${path} is a secret and must have x-sensitive.`;
  if (extension !== true) return;
  if (role === 'request' && schema.writeOnly !== true)
    yield `${path} is a secret in a request and must have writeOnly.`;
  if (role === 'response' && schema.writeOnly === true)
    yield `${path} is writeOnly, so a response must not contain it.`;
}

function visitValues(value: unknown, path: string, callback: (path: string, value: unknown) => void): void {
  callback(path, value);
  if (isPart(value)) for (const [name, child] of Object.entries(value)) visitValues(child, `${path}/${name}`, callback);
  for (const child of list(value)) visitValues(child, `${path}/[]`, callback);
}
