import { describe, expect, it } from 'vitest';
import { expectErrorResponse, JSON_TYPE, openTestServer, UNKNOWN_ID } from './support/test-server.ts';

const server = openTestServer();
const { call, paths } = server;
const MIB = 1_048_576;

describe('bodies', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"deviceFingerprint":'],
    ['two values', '{} {}'],
    ['single quotes', "{'deviceFingerprint':'a'}"],
    ['a number that JSON does not know', '{"deviceFingerprint":NaN}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a bare text', '"a"'],
    ['a number instead of a text', '{"deviceFingerprint":1}'],
    ['null instead of a text', '{"deviceFingerprint":null}'],
    ['a list instead of a text', '{"deviceFingerprint":["a"]}'],
    ['a missing member', '{"fingerprint":"a"}'],
    ['a member that only the prototype has', '{"__proto__":{"deviceFingerprint":"a"}}'],
    ['too short a text', '{"deviceFingerprint":""}'],
    ['too long a text', JSON.stringify({ deviceFingerprint: 'a'.repeat(513) })],
    ['a hundred thousand open brackets', '['.repeat(100_000)],
  ])('%s: 400', async (_, body) => {
    const response = await call('POST', paths.device(), { headers: JSON_TYPE, body });
    expect([response.status, response.text]).toEqual([400, expect.stringMatching(/"request\.(malformed|invalid)"/)]);
  });

  it('a body that is not UTF-8: 400', async () => {
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
  ])('a PIN of %s: 400, without repeating it', async (_, pin) => {
    const response = await call('POST', paths.pin(), { headers: JSON_TYPE, body: JSON.stringify({ pin }) });
    expectErrorResponse(response, 400, 'request.invalid');
    expect(response.text).toContain('"path":"/body/pin"');
    expect(response.text).not.toContain(JSON.stringify(pin).slice(1, -1));
  });

  it('more than 1 MiB: 413, whether the length is announced or not', async () => {
    const body = JSON.stringify({ deviceFingerprint: 'a'.repeat(MIB) });
    expectErrorResponse(await call('POST', paths.device(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
    const stream = new Blob([body]).stream();
    expectErrorResponse(
      await call('POST', paths.device(), { headers: JSON_TYPE, body: stream }),
      413,
      'request.too.large',
    );
  });

  it('1 MiB of which little matters is read', async () => {
    const filler = `{"deviceFingerprint":"one-mebibyte","filler":""}`;
    const body = filler.replace('""', `"${'a'.repeat(MIB - filler.length)}"`);
    expect(body.length).toBe(MIB);
    expect((await call('POST', paths.device(), { headers: JSON_TYPE, body })).status).toBe(200);
  });

  it('a face map of 1 MiB is taken, a body of more than 2 MiB is not', async () => {
    const faceMap = Buffer.alloc(MIB, 7).toString('base64');
    const taken = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expect(taken.status).toBe(204);
    const body = JSON.stringify({ faceMap: 'A'.repeat(2 * MIB) });
    expectErrorResponse(await call('POST', paths.face(), { headers: JSON_TYPE, body }), 413, 'request.too.large');
  });

  it('a face map of more than 1 MiB, decoded: 400', async () => {
    const faceMap = Buffer.alloc(MIB + 1, 7).toString('base64');
    const response = await call('POST', paths.face(), { headers: JSON_TYPE, body: JSON.stringify({ faceMap }) });
    expectErrorResponse(response, 400, 'facemap.invalid');
  });

  it('a body where none belongs changes nothing', async () => {
    const response = await call('DELETE', `${paths.device()}/${UNKNOWN_ID}`, { headers: JSON_TYPE, body: '{"a":' });
    expect(response.status).toBe(404);
  });
});

describe('media types', () => {
  it.each([
    ['none', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['half a type', { 'content-type': 'application' }],
    ['two types', { 'content-type': 'application/json, text/plain' }],
    ['a compressed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('%s: 415', async (_, headers) => {
    const body = new Blob(['{"deviceFingerprint":"a"}']);
    expectErrorResponse(await call('POST', paths.device(), { headers, body }), 415, 'media.type.unsupported');
  });

  it('with parameters and in capitals it is the same type', async () => {
    const headers = { 'content-type': 'Application/JSON; charset="UTF-8"' };
    const response = await call('POST', paths.pin(), { headers, body: '{"pin":"4821"}' });
    expectErrorResponse(response, 409, 'pin.already.exists');
  });

  it('no acceptable answer: 406', async () => {
    expectErrorResponse(await call('GET', '/v1/me', { headers: { accept: 'text/html' } }), 406, 'not.acceptable');
    expectErrorResponse(
      await call('GET', '/v1/me', { headers: { accept: 'application/json;q=0' } }),
      406,
      'not.acceptable',
    );
  });
});
