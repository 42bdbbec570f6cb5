import type http from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTarget, type Target } from '../../test/support/target.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createMockGateway, createProxyGateway, type Gateway } from './gateway.ts';
import type { RawRequest } from './message.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0x00]);
const binary = { schema: { type: 'string', format: 'binary' } };
const upload = {
  type: 'object',
  required: ['title', 'file'],
  properties: { title: { type: 'string', minLength: 3 }, file: { type: 'string', format: 'binary' } },
};
const stored = { 204: { description: 'Stored' } };

let contract: ContractDocument;
let target: Target | undefined;
let proxy: Gateway | undefined;
beforeAll(async () => {
  contract = await openContract({
    openapi: '3.0.3',
    info: { title: 'Pictures', version: '1' },
    paths: {
      '/picture': {
        get: { responses: { 200: { description: 'A picture', content: { 'image/png': binary } } } },
        put: {
          requestBody: { required: true, content: { 'multipart/form-data': { schema: upload } } },
          responses: stored,
        },
        post: {
          requestBody: { required: true, content: { 'application/octet-stream': binary } },
          responses: stored,
        },
      },
    },
  });
});
afterEach(async () => {
  proxy?.close();
  await target?.close();
});

const send = (method: string, type: string, body: Uint8Array): RawRequest => ({
  method,
  target: '/picture',
  headers: [['content-type', type]],
  body,
});
const form = (title: string): RawRequest =>
  send(
    'PUT',
    'multipart/form-data; boundary=xyz',
    Buffer.concat([
      Buffer.from(`--xyz\r\nContent-Disposition: form-data; name="title"\r\n\r\n${title}\r\n`),
      Buffer.from(
        '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
      ),
      PNG,
      Buffer.from('\r\n--xyz--\r\n'),
    ]),
  );
const codes = async (gateway: Gateway, raw: RawRequest): Promise<string[]> =>
  (await gateway.exchange(raw)).violations.map(({ location, code }) => `${location} ${code}`);
async function proxyTo(handler: http.RequestListener): Promise<Gateway> {
  target = await startTarget(handler);
  proxy = createProxyGateway({ contract, target: { baseUrl: target.url } });
  return proxy;
}

describe('a binary body through the gateway', () => {
  it.each([
    ['a file in a form', form('spring'), []],
    ['a text beside it that does not fit', form('é'), ['body.title minLength']],
    ['a plain upload', send('POST', 'application/octet-stream', PNG), []],
  ])('is validated alike by the mock and the proxy: %s', async (_, raw, expected) => {
    expect(await codes(createMockGateway({ contract }), raw)).toEqual(expected);
    const through = await proxyTo((_request, response) => response.writeHead(204).end());
    expect(await codes(through, raw)).toEqual(expected);
  });

  it('is forwarded unchanged', async () => {
    const through = await proxyTo((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(PNG));
    const exchange = await through.exchange({ method: 'GET', target: '/picture', headers: [], body: new Uint8Array() });
    expect(exchange.violations).toEqual([]);
    expect(Uint8Array.from(exchange.response?.body ?? [])).toEqual(PNG);
  });

  it('is reported once when it cannot be decoded', async () => {
    const raw = send('POST', 'application/octet-stream', PNG);
    const coded: RawRequest = { ...raw, headers: [...raw.headers, ['content-encoding', 'gzip']] };
    expect(await codes(createMockGateway({ contract }), coded)).toEqual(['body encoding']);
  });
});
