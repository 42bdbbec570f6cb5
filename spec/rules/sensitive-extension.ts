import type { Oas3Rule } from '@redocly/openapi-core';
import { type Body, bodiesOf } from './operation.ts';
import { isPart, list, part, type Resolver } from './reader.ts';
import { type Visit, visitSchemas } from './schemas.ts';

/** Properties that are secret wherever they appear. */
const secrets =
  /^(?:pin|deviceFingerprint|faceMap|otpCode|verificationCode|code|password|client_?[sS]ecret|api_?[kK]ey|registration_?[cC]ode|.*(?:access|refresh|auth|application)_?[tT]oken|token)$/;

/** How a secret looks in the example of an answer. */
const placeholder = /placeholder|sample|example|redacted|^<.+>$/i;

/** Secrets are marked `x-sensitive`, are write-only in requests, and never appear in the example of an answer. */
export const sensitiveExtension: Oas3Rule = () => ({
  Operation(operation, context) {
    const { report, location } = context;
    for (const body of bodiesOf(context, { node: operation, from: location.source.absoluteRef })) {
      for (const fault of bodyFaults(context, body)) {
        report({ message: `${body.status === 'request' ? 'Request' : `Answer ${body.status}`}: ${fault}`, location });
      }
    }
  },
});

function bodyFaults(resolver: Resolver, body: Body): string[] {
  const faults: string[] = [];
  const sensitive = new Set<string>();
  visitSchemas(resolver, body.plaintext ?? body.schema, (visit) => {
    faults.push(...schemaFaults(body.role, visit));
    if (visit.schema['x-sensitive'] === true) sensitive.add(visit.path);
  });
  if (body.role === 'response' && body.plaintext === undefined) {
    for (const example of Object.values(part(body.media.examples))) {
      visitValues(part(example).value, '', (path, value) => {
        if (sensitive.has(path) && !placeholder.test(String(value))) {
          faults.push(`the example shows a secret at ${path}; write a placeholder.`);
        }
      });
    }
  }
  return faults;
}

function* schemaFaults(role: Body['role'], { schema, name, path }: Visit): Generator<string> {
  const mark = schema['x-sensitive'];
  if (mark !== undefined && mark !== true) yield `x-sensitive at ${path} is true or absent.`;
  const scalar = schema.properties === undefined && schema.enum === undefined;
  if (scalar && secrets.test(name) && mark !== true) yield `${path} is a secret and needs x-sensitive.`;
  if (mark !== true) return;
  if (role === 'request' && schema.writeOnly !== true) yield `${path} is a secret in a request and needs writeOnly.`;
  if (role === 'response' && schema.writeOnly === true) yield `${path} is writeOnly, so an answer cannot carry it.`;
}

function visitValues(value: unknown, path: string, callback: (path: string, value: unknown) => void): void {
  callback(path, value);
  if (isPart(value)) for (const [name, child] of Object.entries(value)) visitValues(child, `${path}/${name}`, callback);
  for (const child of list(value)) visitValues(child, `${path}/[]`, callback);
}
