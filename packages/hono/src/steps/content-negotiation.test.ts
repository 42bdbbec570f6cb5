import { type OperationId, operationOf } from '@sca-kit/api';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../errors/request-error.ts';
import { negotiateContent } from './content-negotiation.ts';

type Mode = 'required' | 'optional';

/** What is negotiated, or the code of the refusal. */
function outcome(id: OperationId, headers: Record<string, string>, mode: Mode = 'optional'): unknown {
  try {
    return negotiateContent(operationOf(id), new Headers(headers), { mode });
  } catch (error) {
    if (error instanceof RequestError) return error.code;
    throw error;
  }
}

const JSON_TYPE = 'application/json';
const JOSE = 'application/jose+json';
const FORM = 'application/x-www-form-urlencoded';

describe('what comes in and what goes out', () => {
  test.each<[OperationId, string | undefined, string | null, string | null]>([
    ['createPin', JSON_TYPE, JSON_TYPE, JSON_TYPE],
    ['createPin', JOSE, JOSE, JOSE],
    ['createPin', 'Application/JSON; charset=UTF-8', JSON_TYPE, JSON_TYPE],
    ['createPin', 'application/json;charset="utf-8"', JSON_TYPE, JSON_TYPE],
    ['createUserPin', JOSE, JOSE, null],
    ['createAccessToken', FORM, FORM, JSON_TYPE],
    ['getFaceTecPublicKey', undefined, null, 'text/plain'],
    ['streamEvents', undefined, null, 'text/event-stream'],
    ['echoJweGet', undefined, null, JOSE],
    ['deletePin', undefined, null, null],
    ['createSandboxUser', undefined, null, JSON_TYPE],
    // Many clients name a type on requests that have no body.
    ['deletePin', JSON_TYPE, null, null],
    ['triggerSms', 'text/plain', null, JSON_TYPE],
  ])('%s sent as %s: reads %s, answers %s', (id, type, request, answer) => {
    expect(outcome(id, type === undefined ? {} : { 'content-type': type })).toEqual({ request, answer });
  });
});

describe('415', () => {
  test.each<[OperationId, Record<string, string>, Mode]>([
    ['createPin', {}, 'optional'],
    ['createPin', { 'content-type': '' }, 'optional'],
    ['createPin', { 'content-type': FORM }, 'optional'],
    ['createPin', { 'content-type': 'application/jose' }, 'optional'],
    ['createPin', { 'content-type': 'application/json; charset=latin1' }, 'optional'],
    ['createPin', { 'content-type': JSON_TYPE }, 'required'],
    ['createAccessToken', { 'content-type': JSON_TYPE }, 'optional'],
    ['createSandboxUser', { 'content-length': '2' }, 'optional'],
    ['createSandboxUser', { 'transfer-encoding': 'chunked' }, 'optional'],
    ['createPin', { 'content-type': JSON_TYPE, 'content-encoding': 'br' }, 'optional'],
  ])('for %s with %j where envelopes are %s', (id, headers, _mode) => {
    expect(outcome(id, headers, _mode)).toBe('media.type.unsupported');
  });
});

describe('Accept', () => {
  test.each<[OperationId, string, boolean]>([
    ['getMe', 'application/json', true],
    ['getMe', 'application/json;q=0.001', true],
    ['getMe', 'application/json;q=0', false],
    ['getMe', 'application/json;q=0.000', false],
    ['getMe', 'application/*', true],
    ['getMe', 'application/*;q=0, */*', false],
    ['getMe', '*/*;q=0', false],
    ['getMe', '*/*;q=0, application/json', true],
    ['getMe', 'application/json;q=0, application/*', false],
    ['getMe', 'text/html, application/xhtml+xml', false],
    ['getMe', 'application/json; charset=utf-8', true],
    ['getMe', 'application/problem+json', false],
    ['getMe', 'application/jose+json', false],
    ['getMe', 'nonsense', false],
    ['getMe', ' ', true],
    ['getFaceTecPublicKey', 'text/*', true],
    ['getFaceTecPublicKey', 'application/json', false],
    ['streamEvents', 'text/event-stream', true],
    ['deletePin', 'application/json', true],
    ['deletePin', 'application/jose+json', true],
    ['deletePin', 'text/html', false],
    ['echoJweGet', 'application/jose+json', true],
    ['echoJweGet', 'application/json', false],
  ])('%s with "%s": %s', (id, accept, isAccepted) => {
    const seen = outcome(id, { accept });
    if (isAccepted) expect(seen).toMatchObject({ request: null });
    else expect(seen).toBe('not.acceptable');
  });
});
