import { describe, expect, test } from 'vitest';
import { isOperationId, operationIds, operationOf } from './index.ts';

const all = operationIds.map(operationOf);

test('the table lists each operation by its operationId', () => {
  expect(all.length).toBeGreaterThan(60);
  expect(all.map(({ operationId }) => operationId)).toEqual(operationIds);
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
});

test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'verifypin', 'verifyPin '])(
  'isOperationId returns false for "%s"',
  (text) => {
    expect(isOperationId(text)).toBe(false);
  },
);

test('isOperationId returns true for every operationId', () => {
  expect(operationIds.every(isOperationId)).toBe(true);
});

test('operationOf returns all properties of an encrypted, protected, deprecated operation', () => {
  expect(operationOf('createUserPin')).toEqual({
    operationId: 'createUserPin',
    method: 'post',
    path: '/v1/user/pin',
    tag: 'User Security',
    deprecated: true,
    successor: '/v2/profiles/{profileId}/pin',
    security: [['UserToken']],
    errorFamily: 'standard',
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
      untypedJson: false,
    },
    responses: expect.objectContaining({ 204: [], 400: ['application/json'] }),
    responseJose: null,
    factor: { type: 'PIN', action: 'enrol', field: 'pin' },
    sca: {
      actionType: 'FACTOR__ENROL',
      risk: 'high',
      when: 'enrolment-protected',
      enrols: 'PIN',
      link: { '/body/pin': ['body', 'pin'] },
    },
  });
});

describe('every operation', () => {
  test('limits the body to 1 MiB, or 2 MiB with a face map', () => {
    const large = all.filter(({ request }) => request.limit !== 2 ** 20);
    expect(large.map(({ operationId, request }) => [operationId, request.limit]).sort()).toEqual([
      ['createFaceMap', 2 ** 21],
      ['createSandboxUser', 2 ** 21],
      ['enrolUserFaceMap', 2 ** 21],
      ['verifyFaceMap', 2 ** 21],
      ['verifyOneTimeTokenFaceMap', 2 ** 21],
    ]);
  });

  test('has a successor in the document if it is deprecated, and none otherwise', () => {
    const current = new Set(all.filter(({ deprecated }) => !deprecated).map(({ path }) => path));
    const paths = new Set(all.map(({ path }) => path));
    for (const { deprecated, successor, path } of all) {
      expect([path, successor !== null]).toEqual([path, deprecated]);
      if (successor !== null) expect(paths).toContain(successor);
    }
    expect(current.size).toBeGreaterThan(30);
  });

  test('documents the path parameters of its template as required', () => {
    for (const { path, parameters } of all) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const documented = parameters.filter((parameter) => parameter.in === 'path');
      expect(documented.map(({ name }) => name).sort()).toEqual(named.sort());
      expect(documented.every(({ required }) => required)).toBe(true);
    }
  });

  test('has the error shape of its family', () => {
    const named = all.filter(({ tag, security }) => tag !== 'JOSE' || security.length > 0);
    const families = new Map(named.map(({ tag, errorFamily }) => [tag, errorFamily]));
    expect(Object.fromEntries(families)).toMatchObject({
      'Strong Customer Authentication': 'standard',
      'One-Time Token': 'standard',
      'User Security': 'standard',
      'Additional Factors': 'factor',
      'Step-up': 'factor',
      JOSE: 'oauth',
      Sandbox: 'standard',
    });
  });

  test('requires a user token if it is protected', () => {
    for (const { operationId, sca, security } of all) {
      if (sca) expect([operationId, security]).toEqual([operationId, [['UserToken']]]);
    }
  });

  test('has an encrypted request if its response is encrypted directly', () => {
    for (const { operationId, request, responseJose } of all) {
      if (responseJose?.response === 'direct')
        expect([operationId, request.jose?.method]).toEqual([operationId, 'jwe']);
    }
  });
});
