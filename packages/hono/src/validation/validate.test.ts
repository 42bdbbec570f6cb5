import { type OperationDescriptor, operationOf } from '@sca-kit/api';
import { validators } from '@sca-kit/api/validators';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../errors/request-error.ts';
import { readParameters } from './parameters.ts';
import { validate } from './validate.ts';

const statement: OperationDescriptor = operationOf('getBalanceStatement');
const read = (path: Record<string, string>, query = '', headers: Record<string, string> = {}) =>
  readParameters(statement, { path, query: new URLSearchParams(query), headers: new Headers(headers) });

function issuesOf(work: () => void): RequestError['issues'] {
  try {
    work();
  } catch (error) {
    if (error instanceof RequestError) return error.issues;
    throw error;
  }
  return [];
}

describe('parameters', () => {
  test('have the types of the description', () => {
    expect(read({ profileId: '101', balanceId: '7' }, 'currency=EUR', { 'X-2FA-Approval': 'abc' })).toEqual({
      path: { profileId: 101, balanceId: 7 },
      query: { currency: 'EUR' },
      header: { 'x-2fa-approval': 'abc' },
    });
  });

  test.each(['', ' 1', '1.0', '1e3', '0x1', '01', '+1', '--1', '1_000', '\u0661'])('"%s" stays text', (text) => {
    expect(read({ profileId: text }).path).toEqual({ profileId: text });
  });

  test.each([
    ['9007199254740993', 9007199254740992],
    ['-5', -5],
    ['0', 0],
  ])('%s is parsed as the number %d for the validator', (text, number) => {
    expect(read({ profileId: text }).path).toEqual({ profileId: number });
  });

  test('those that are not documented are left out', () => {
    expect(read({ profileId: '1', other: 'x' }, 'page=2', { cookie: 'x' })).toEqual({
      path: { profileId: 1 },
      query: {},
      header: {},
    });
  });

  test('rejects a parameter that is sent twice, even with the same value', () => {
    expect(issuesOf(() => read({}, 'currency=EUR&currency=EUR'))).toEqual([
      { path: '/query/currency', message: 'is given more than once.' },
    ]);
  });
});

describe('issues', () => {
  const validator = validators.verifyOtpFactor.bodies['application/json'];

  test('none for a valid value', () => {
    expect(issuesOf(() => validate(validator, { verificationCode: '123456' }, '/body'))).toEqual([]);
  });

  test.each([
    [{}, { path: '/body/verificationCode', message: 'is missing.', keyword: 'required' }],
    [{ verificationCode: 1 }, { path: '/body/verificationCode', keyword: 'type' }],
    [{ verificationCode: '12345' }, { path: '/body/verificationCode', keyword: 'minLength' }],
    [{ verificationCode: '12345x' }, { path: '/body/verificationCode', keyword: 'pattern' }],
    [null, { path: '/body', keyword: 'type' }],
  ])('%j: place and keyword', (value, issue) => {
    expect(issuesOf(() => validate(validator, value, '/body'))).toEqual([expect.objectContaining(issue)]);
  });

  test('none repeats the value', () => {
    const value = { verificationCode: 'secret-4711-secret' };
    expect(JSON.stringify(issuesOf(() => validate(validator, value, '/body')))).not.toContain('4711');
  });

  test('a list is read to its twentieth issue', () => {
    const errors = Array.from({ length: 1000 }, (_, index) => ({
      instancePath: `/${index}`,
      keyword: 'type',
      params: { type: 'string' },
      message: 'must be string',
    }));
    const rejecting = Object.assign(() => false, { errors });
    expect(issuesOf(() => validate(rejecting, [], '/body'))).toHaveLength(20);
  });

  test('reports the issues of the variant that the discriminator selects', () => {
    const form = validators.createAccessToken.bodies['application/x-www-form-urlencoded'];
    expect(issuesOf(() => validate(form, { grant_type: 'refresh_token' }, '/body'))).toEqual([
      expect.objectContaining({ path: '/body/refresh_token', message: 'is missing.' }),
    ]);
    expect(issuesOf(() => validate(form, {}, '/body'))).toEqual([
      expect.objectContaining({ path: '/body/grant_type', message: 'is missing.' }),
    ]);
  });
});
