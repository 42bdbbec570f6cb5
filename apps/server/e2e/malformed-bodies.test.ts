import { describe, expect, it } from 'vitest';
import { expectErrorResponse, JSON_TYPE, openTestServer, UNKNOWN_ID } from './support/test-server.ts';

const server = openTestServer();
const { call, paths } = server;
const MIB = 1_048_576;

describe('request bodies', () => {
  it.each([
    ['an empty body', ''],
    ['half an object', '{"deviceFingerprint":'],
    ['two JSON values', '{} {}'],
    ['single quotes', "{'deviceFingerprint':'a'}"],
    ['NaN', '{"deviceFingerprint":NaN}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"a"'],
    ['a number instead of a string', '{"deviceFingerprint":1}'],
    ['null instead of a string', '{"deviceFingerprint":null}'],
    ['an array instead of a string', '{"deviceFingerprint":["a"]}'],
    ['a missing member', '{"fingerprint":"a"}'],
    ['a member of the prototype', '{"__proto__":{"deviceFingerprint":"a"}}'],
    ['a string that is too short', '{"deviceFingerprint":""}'],
    ['a string that is too long', JSON.stringify({ deviceFingerprint: 'a'.repeat(513) })],
    ['a hundred thousand open brackets', '['.repeat(100_000)],
  ])('returns 400 for %s', async (_, body) => {
    const response = await call('POST', paths.device(), { headers: JSON_TYPE, body });
    expect([response.status, response.text]).toEqual([400, expect.stringMatching(/"request\.(malformed|invalid)"/)]);
  });

  it('returns 400 for a body that is not UTF-8', async () => {
    const body = Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d);
    expectErrorResponse(await call('POST', paths.device(), { headers: JSON_TYPE, body }), 400, 'request.malformed');
  });

  it.each([
    ['three digits', '123'],
    ['five digits', '12345'],
    ['letters', 'abcd'],
    ['digits of another script', '١٢٣٤'],
    ['a trailing line break', '1234\n'],
    ['a sign', '-123'],
  ])('returns 400 for a PIN of %s without repeating it', async (_, pin) => {
    const response = await call('POST', paths.pin(), { headers: JSON_TYPE, body: JSON.stringify({ pin }) });
    expectErrorResponse(response, 400, 'request.invalid');
    expect(response.text).toContain('"path":"/body/pin"');
    expect(response.text).not.toContain(JSON.stringify(pin).slice(1, -1));
  });

  it('returns 413 for more than 1 MiB, with and without a Content-Length', async () => {
    const body = JSON.stringify({ deviceFingerprint: 'a'.repeat(MIB) });
    expectErrorResponse(await call('POST', paths.device(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
    const stream = new Blob([body]).stream();
    expectErrorResponse(
      await call('POST', paths.device(), { headers: JSON_TYPE, body: stream }),
      413,
      'request.too.large',
    );
  });

  it('accepts a body of 1 MiB', async () => {
    const filler = `{"deviceFingerprint":"one-mebibyte","filler":""}`;
    const body = filler.replace('""', `"${'a'.repeat(MIB - filler.length)}"`);
    expect(body.length).toBe(MIB);
    expect((await call('POST', paths.device(), { headers: JSON_TYPE, body })).status).toBe(200);
  });

  it('accepts a face map of 1 MiB and rejects a body of more than 2 MiB', async () => {
    const faceMap = Buffer.alloc(MIB, 7).toString('base64');
    const taken = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expect(taken.status).toBe(204);
    const body = JSON.stringify({ faceMap: 'A'.repeat(2 * MIB) });
    expectErrorResponse(await call('POST', paths.face(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
  });

  it('returns 400 for a face map of more than 1 MiB decoded', async () => {
    const faceMap = Buffer.alloc(MIB + 1, 7).toString('base64');
    const response = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expectErrorResponse(response, 400, 'facemap.invalid');
  });

  it('ignores a body of an operation without a request body', async () => {
    const response = await call('DELETE', `${paths.device()}/${UNKNOWN_ID}`, { headers: JSON_TYPE, body: '{"a":' });
    expect(response.status).toBe(404);
  });
});

describe('request media types', () => {
  it.each([
    ['no media type', {}],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['half a type', { 'content-type': 'application' }],
    ['two types', { 'content-type': 'application/json, text/plain' }],
    ['a compressed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('returns 415 for %s', async (_, headers) => {
    const body = new Blob(['{"deviceFingerprint":"a"}']);
    expectErrorResponse(await call('POST', paths.device(), { headers, body }), 415, 'media.type.unsupported');
  });

  it('accepts a media type with parameters and capital letters', async () => {
    const headers = { 'content-type': 'Application/JSON; charset="UTF-8"' };
    const response = await call('POST', paths.pin(), { headers, body: '{"pin":"4821"}' });
    expectErrorResponse(response, 409, 'pin.already.exists');
  });

  it('returns 406 for an unsupported Accept header', async () => {
    expectErrorResponse(await call('GET', '/v1/me', { headers: { accept: 'text/html' } }), 406, 'not.acceptable');
    expectErrorResponse(
      await call('GET', '/v1/me', { headers: { accept: 'application/json;q=0' } }),
      406,
      'not.acceptable',
    );
  });
});
