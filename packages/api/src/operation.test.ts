import { describe, expect, test } from 'vitest';
import { isOperationId, operationIds, operationOf } from './index.ts';

const all = operationIds.map(operationOf);

test('each operation is in the table under its own name', () => {
  expect(all.length).toBeGreaterThan(60);
  expect(all.map(({ operationId }) => operationId)).toEqual(operationIds);
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
});

test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'verifypin', 'verifyPin '])(
  '"%s" is no operation',
  (text) => {
    expect(isOperationId(text)).toBe(false);
  },
);

test('the name of an operation is one', () => {
  expect(operationIds.every(isOperationId)).toBe(true);
});

test('what code has to know of a sealed, protected, deprecated operation', () => {
  expect(operationOf('createUserPin')).toEqual({
    operationId: 'createUserPin',
    method: 'post',
    path: '/v1/user/pin',
    tag: 'User Security',
    deprecated: true,
    successor: '/v2/profiles/{profileId}/pin',
    security: [['UserToken']],
    errors: 'errors',
    parameters: [
      { name: 'X-TW-JOSE-Method', in: 'header', required: false, type: 'string' },
      { name: 'x-2fa-approval', in: 'header', required: false, type: 'string' },
      { name: 'X-External-Correlation-Id', in: 'header', required: false, type: 'string' },
    ],
    request: {
      required: true,
      mediaTypes: expect.arrayContaining(['application/jose+json', 'application/json']),
      limit: 2 ** 20,
      jose: { method: 'jwe', response: null },
    },
    responses: expect.objectContaining({ 204: [], 400: ['application/json'] }),
    responseJose: null,
    factor: { type: 'PIN', action: 'enrol', field: 'pin' },
    sca: { actionType: 'FACTOR__ENROL', risk: 'high', when: 'enrolment-protected' },
  });
});

describe('across all operations', () => {
  test('bodies may have 1 MiB, those with a face map 2 MiB', () => {
    const large = all.filter(({ request }) => request.limit !== 2 ** 20);
    expect(large.map(({ operationId, request }) => [operationId, request.limit]).sort()).toEqual([
      ['createFaceMap', 2 ** 21],
      ['createSandboxUser', 2 ** 21],
      ['enrolUserFaceMap', 2 ** 21],
      ['verifyFaceMap', 2 ** 21],
      ['verifyOneTimeTokenFaceMap', 2 ** 21],
    ]);
  });

  test('deprecated ones name a successor that is not deprecated itself, others name none', () => {
    const current = new Set(all.filter(({ deprecated }) => !deprecated).map(({ path }) => path));
    const deprecatedPaths = new Set(all.map(({ path }) => path));
    for (const { deprecated, successor, path } of all) {
      expect([path, successor !== null]).toEqual([path, deprecated]);
      if (successor !== null) expect(deprecatedPaths).toContain(successor);
    }
    expect(current.size).toBeGreaterThan(30);
  });

  test('each path parameter of the template is documented as needed', () => {
    for (const { path, parameters } of all) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const documented = parameters.filter((parameter) => parameter.in === 'path');
      expect(documented.map(({ name }) => name).sort()).toEqual(named.sort());
      expect(documented.every(({ required }) => required)).toBe(true);
    }
  });

  test('each has an error shape, and the Additional Factors have their own', () => {
    const named = all.filter(({ tag, security }) => tag !== 'JOSE' || security.length > 0);
    const families = new Map(named.map(({ tag, errors }) => [tag, errors]));
    expect(Object.fromEntries(families)).toMatchObject({
      'Strong Customer Authentication': 'errors',
      'One-Time Token': 'errors',
      'User Security': 'errors',
      'Additional Factors': 'factor',
      'Step-up': 'factor',
      JOSE: 'oauth',
      Sandbox: 'errors',
    });
  });

  test('a protected one is for a user, whose profile it is', () => {
    for (const { operationId, sca, security } of all) {
      if (sca) expect([operationId, security]).toEqual([operationId, [['UserToken']]]);
    }
  });

  test('an answer that is sealed directly belongs to a request that is sealed', () => {
    for (const { operationId, request, responseJose } of all) {
      if (responseJose?.response === 'direct')
        expect([operationId, request.jose?.method]).toEqual([operationId, 'jwe']);
    }
  });
});
