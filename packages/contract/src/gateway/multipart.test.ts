import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { startTarget, type Target } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createGatewayApp } from './app.ts';
import { createMockGateway, createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const schema = {
  type: 'object',
  required: ['title', 'file'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 3 },
    pages: { type: 'integer' },
    file: { type: 'string', format: 'binary' },
    about: { type: 'object', properties: { author: { type: 'string' } } },
    'a;b="c"': { type: 'string', maxLength: 1 },
  },
};
let contract: ContractDocument;
let target: Target | undefined;
let proxy: Gateway | undefined;
beforeAll(async () => {
  const encoding = { file: { contentType: 'image/png' }, title: { contentType: 'text/plain' } };
  const put = (content: object): object => ({
    requestBody: { required: true, content },
    responses: { 204: { description: 'Stored' } },
  });
  contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'Books', version: '1' },
    paths: {
      '/book': { put: put({ 'multipart/form-data': { schema, encoding } }) },
      '/copy': {
        get: { responses: { 200: { description: 'A copy', content: { 'multipart/form-data': { schema } } } } },
      },
      '/any': { put: put({ '*/*': { schema } }) },
    },
  });
});
afterEach(async () => {
  proxy?.close();
  await target?.close();
});

const form = (text: string, path = '/book'): RawRequest =>
  request('PUT', path, { 'content-type': 'multipart/form-data; boundary=xyz' }, text);
/** A form of parts, each its headers and its data. */
const parts = (...all: readonly [headers: string, data: string][]): string =>
  `${all.map(([headers, data]) => `--xyz\r\n${headers}\r\n\r\n${data}\r\n`).join('')}--xyz--\r\n`;
const named = (parameters: string, more = ''): string => `Content-Disposition: form-data; ${parameters}${more}`;
const TITLE: [string, string] = [named('name="title"'), 'Spring'];
const FILE: [string, string] = [named('name="file"; filename="a.png"', '\r\nContent-Type: image/png'), 'octets'];
const codes = async (gateway: Gateway, raw: RawRequest): Promise<string[]> =>
  (await gateway.exchange(raw)).violations.map(({ location, code }) => `${location} ${code}`);

describe('a multipart form with files', () => {
  it.each<[string, string]>([
    ['as browsers send it', parts(TITLE, FILE)],
    ['a file without a content type', parts(TITLE, [named('name="file"; filename="a.png"'), 'octets'])],
    ['a file name without quotes', parts(TITLE, [named('name=file; filename=a.png'), 'octets'])],
    ['a file name with a semicolon', parts(TITLE, [named('name="file"; filename="a;b=c.png"'), 'octets'])],
    ['a file name with a backslash', parts(TITLE, [named('name="file"; filename="C:\\new\\a.png"'), 'octets'])],
    ['a file name in UTF-8', parts(TITLE, [named(`name="file"; filename*=UTF-8''%e2%82%ac.png`), 'octets'])],
    ['the file name before the name', parts(TITLE, [named('filename="a.png"; name="file"'), 'octets'])],
    ['the name of a header in any case', parts(TITLE, [`content-DISPOSITION: Form-Data; NAME="file"`, 'octets'])],
    ['a preamble, padding and an epilogue', `Hello\r\n${parts(TITLE, FILE).replace('--xyz\r\n', '--xyz \t\r\n')}Bye`],
    ['a line that is nearly a delimiter', parts(TITLE, [FILE[0], 'a--xyz\r\n-xyz\r\nb'])],
    ['signs that a form in a URL could not hold', parts([TITLE[0], 'Spring & (all) = 100%?'], FILE)],
    [
      'an object in it as JSON',
      parts(TITLE, FILE, [named('name="about"', '\r\nContent-Type: application/json'), '{}']),
    ],
    ['an empty file', parts(TITLE, [FILE[0], ''])],
  ])('is validated by its members: %s', async (_, text) => {
    expect(await codes(createMockGateway({ contract }), form(text))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['a member is missing', parts(TITLE), ['body required']],
    ['a text is too short', parts([TITLE[0], 'Sp'], FILE), ['body.title minLength']],
    ['a number is none', parts(TITLE, FILE, [named('name="pages"'), 'many']), ['body.pages type']],
    ['a name has odd signs', parts(TITLE, FILE, [named('name="a;b=\\"c\\""'), 'ab']), ['body.a;b="c" maxLength']],
    ['an object is not JSON', parts(TITLE, FILE, [named('name="about"'), 'me']), ['body.about type']],
    [
      'a member of an object is wrong',
      parts(TITLE, FILE, [named('name="about"'), '{"author":7}']),
      ['body.about.author type'],
    ],
    ['a part has no name', parts(TITLE, FILE, ['Content-Disposition: form-data', 'x']), ['body malformed']],
    ['a part has no headers', `--xyz\r\n\r\nSpring\r\n--xyz--`, ['body malformed']],
    [
      'a part is no field of a form',
      parts(TITLE, ['Content-Disposition: attachment; name="file"', 'x']),
      ['body malformed'],
    ],
    ['the end is missing', parts(TITLE, FILE).replace('--xyz--\r\n', ''), ['body malformed']],
    ['no part is there', 'nothing', ['body malformed']],
  ])('is a violation when %s', async (_, text, expected) => {
    expect(await codes(createMockGateway({ contract }), form(text))).toEqual(expected);
  });

  it('gets 400, not 500, when it cannot be parsed', async () => {
    const app = createGatewayApp(createMockGateway({ contract }));
    const headers = { 'content-type': 'multipart/form-data; boundary=xyz' };
    const response = await app.request('/book', { method: 'PUT', headers, body: parts(['X-A: 1', 'x']) });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('is not validated by the schema of a media type range', async () => {
    expect(await codes(createMockGateway({ contract }), form(parts(TITLE, FILE), '/any'))).toEqual([]);
  });

  it('is forwarded unchanged', async () => {
    const sent = parts(TITLE, [named('name="file"; filename="a.png"'), 'octets']);
    let received = '';
    target = await startTarget(async (incoming, response) => {
      for await (const chunk of incoming.setEncoding('utf8')) received += chunk;
      response.writeHead(204).end();
    });
    proxy = createProxyGateway({ contract, target: { baseUrl: target.url } });
    expect(await codes(proxy, form(sent))).toEqual([]);
    expect(received).toBe(sent);
  });

  it('is not validated by its schema in a response', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=xyz' };
    target = await startTarget((_, response) => response.writeHead(200, headers).end(parts(TITLE, FILE)));
    proxy = createProxyGateway({ contract, target: { baseUrl: target.url } });
    expect(await codes(proxy, request('GET', '/copy'))).toEqual([]);
  });
});
