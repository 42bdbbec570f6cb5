import { type OperationId, operationOf } from '@sca-kit/api';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../errors/request-error.ts';
import { negotiate } from './negotiate-content.ts';

type Mode = 'required' | 'optional';

/** The negotiated media types, or the error code. */
function negotiated(id: OperationId, headers: Record<string, string>, mode: Mode = 'optional'): unknown {
  try {
    return negotiate(operationOf(id), new Headers(headers), { mode });
  } catch (error) {
    if (error instanceof RequestError) return error.code;
    throw error;
  }
}

const JSON_TYPE = 'application/json';
const JOSE = 'application/jose+json';
const FORM = 'application/x-www-form-urlencoded';

describe('media types of request and response', () => {
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
    // Many clients send a Content-Type without a body.
    ['deletePin', JSON_TYPE, null, null],
    ['triggerSms', 'text/plain', null, JSON_TYPE],
  ])('%s with Content-Type %s reads %s and responds with %s', (id, type, request, response) => {
    expect(negotiated(id, type === undefined ? {} : { 'content-type': type })).toEqual({ request, response });
  });
});

describe('415 Unsupported Media Type', () => {
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
  ])('rejects %s with %j while encryption is %s', (id, headers, _mode) => {
    expect(negotiated(id, headers, _mode)).toBe('media.type.unsupported');
  });
});

describe('JSON without its content type', () => {
  test.each<[OperationId, string | undefined, unknown]>([
    ['createFaceMap', undefined, { request: 'application/json' }],
    ['createFaceMap', 'application/x-www-form-urlencoded', { request: 'application/json' }],
    ['createFaceMap', 'Application/X-WWW-Form-Urlencoded; charset=utf-8', { request: 'application/json' }],
    ['createFaceMap', 'text/plain', 'media.type.unsupported'],
    ['createPin', undefined, 'media.type.unsupported'],
    ['createPin', 'application/x-www-form-urlencoded', 'media.type.unsupported'],
  ])('%s with %s', (id, type, expected) => {
    const seen = negotiated(id, type === undefined ? {} : { 'content-type': type });
    if (typeof expected === 'string') expect(seen).toBe(expected);
    else expect(seen).toMatchObject(expected as object);
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
  ])('%s with "%s" is acceptable: %s', (id, accept, isAccepted) => {
    const seen = negotiated(id, { accept });
    if (isAccepted) expect(seen).toMatchObject({ request: null });
    else expect(seen).toBe('not.acceptable');
  });
});
