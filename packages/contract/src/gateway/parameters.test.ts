import { beforeAll, describe, expect, it } from 'vitest';
import { request } from '../../test/support/requests.ts';
import { type ContractDocument, openContract } from '../document/contract-document.ts';
import { createMockGateway } from './gateway.ts';

const QUERY = { type: 'object', required: ['text'], properties: { text: { $ref: '#/components/schemas/Text' } } };
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });

let contracts: ContractDocument[];
beforeAll(async () => {
  const described = (openapi: string): Promise<ContractDocument> =>
    openContract({
      openapi,
      info: { title: 'Search', version: '1' },
      components: { schemas: { Text: { type: 'string', minLength: 2 } } },
      paths: {
        '/cookie': {
          get: {
            parameters: [
              { name: 'sid', in: 'cookie', required: true, schema: { type: 'string', pattern: '^[0-9a-f]+$' } },
              { name: 'page', in: 'cookie', schema: { type: 'integer' } },
              { name: 'prefs', in: 'cookie', ...json(QUERY) },
            ],
            responses: { 204: { description: 'Seen' } },
          },
        },
        '/search': {
          get: {
            parameters: [
              { name: 'q', in: 'query', required: true, ...json(QUERY) },
              { name: 'X-Filter', in: 'header', ...json({ type: 'array', items: { type: 'integer' } }) },
            ],
            responses: { 204: { description: 'Found' } },
          },
        },
      },
    });
  contracts = await Promise.all([described('3.0.3'), described('3.1.0')]);
});

/** What a request is found guilty of, in whichever version it is described. */
async function errors(target: string, headers: Record<string, string> = {}): Promise<string[]> {
  const [old = [], recent] = await Promise.all(
    contracts.map(async (contract) => {
      const { violations } = await createMockGateway({ contract }).exchange(request('GET', target, headers));
      return violations.map(({ location, code }) => `${location} ${code}`);
    }),
  );
  expect(recent).toEqual(old);
  return old;
}

it('validates a parameter with JSON content by the dialect of the document', async () => {
  const schema = { properties: { a: {} }, unevaluatedProperties: false };
  const parameters = [{ name: 'q', in: 'query', ...json(schema) }];
  const contract = await openContract({
    openapi: '3.1.0',
    info: { title: 'Closed', version: '1' },
    paths: { '/a': { get: { parameters, responses: { 204: { description: 'Done' } } } } },
  });
  const raw = request('GET', `/a?q=${encodeURIComponent('{"b":1}')}`);
  const { violations } = await createMockGateway({ contract }).exchange(raw);
  expect(violations).toMatchObject([{ location: 'query.q', code: 'unevaluatedProperties' }]);
});

describe('cookies', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['that fit', { cookie: 'other=x; sid=0a1b; page=7; prefs=%7B%22text%22%3A%22abc%22%7D' }, []],
    ['in quotes', { cookie: 'sid="0a1b"' }, []],
    ['that are missing', {}, ['cookie required']],
    ['that have the wrong form', { cookie: 'sid=xyz; page=one' }, ['cookie.sid pattern', 'cookie.page type']],
    ['that hold JSON', { cookie: 'sid=0a; prefs=%7B%22text%22%3A%22a%22%7D' }, ['cookie.prefs.text minLength']],
  ])('are validated: %s', async (_, headers, expected) => {
    expect((await errors('/cookie', headers)).sort()).toEqual(expected.sort());
  });
});

describe('parameters with content', () => {
  const query = (value: string): string => `/search?q=${encodeURIComponent(value)}`;
  it.each<[string, string, Record<string, string>, string[]]>([
    ['that fit', query('{"text":"abc"}'), { 'x-filter': '[1,2]' }, []],
    ['that are missing', '/search', {}, ['query required']],
    ['that lack a member', query('{"tex":"a"}'), {}, ['query.q required']],
    ['that are too short within', query('{"text":"a"}'), {}, ['query.q.text minLength']],
    ['that are no JSON', query('text'), {}, ['query.q json']],
    ['in a header', query('{"text":"abc"}'), { 'x-filter': '["a"]' }, ['header.x-filter.0 type']],
  ])('are validated: %s', async (_, target, headers, expected) => {
    expect(await errors(target, headers)).toEqual(expected);
  });
});
