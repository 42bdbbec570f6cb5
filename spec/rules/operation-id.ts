import type { Oas3Rule } from '@redocly/openapi-core';

const verbs = [
  'advance',
  'approve',
  'create',
  'delete',
  'echo',
  'enrol',
  'expire',
  'fund',
  'get',
  'list',
  'login',
  'reject',
  'set',
  'start',
  'stream',
  'trigger',
  'unlink',
  'update',
  'upload',
  'verify',
];
const pattern = new RegExp(`^(${verbs.join('|')})([A-Z][A-Za-z0-9]*)+$`);

/** Requires an operationId of a verb and a noun, in camelCase. */
export const operationId: Oas3Rule = () => ({
  Operation(operation, { report, location }) {
    if (operation.operationId !== undefined && !pattern.test(operation.operationId)) {
      const message = `${operation.operationId} must be a verb (${verbs.join(', ')}) and a noun, in camelCase.`;
      report({ message, location: location.child(['operationId']) });
    }
  },
});
