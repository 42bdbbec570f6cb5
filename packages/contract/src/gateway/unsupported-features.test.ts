import type { JsonObject } from '@sca-kit/openapi';
import { describe, expect, it } from 'vitest';
import { openContract } from '../document/contract-document.ts';
import { unsupportedFeatures } from './unsupported-features.ts';

const features = async (operation: JsonObject, components: JsonObject = {}): Promise<readonly string[]> =>
  unsupportedFeatures(
    await openContract({
      openapi: '3.1.0',
      info: { title: 'Anything', version: '1' },
      components,
      paths: { '/a': { post: { operationId: 'postA', responses: { 204: { description: 'Done' } }, ...operation } } },
    }),
  );
const body = (mediaType: string, schema: JsonObject): JsonObject => ({
  requestBody: { content: { [mediaType]: { schema } } },
});
const NEVER = { type: 'string', pattern: '(' };

describe('unsupportedFeatures lists', () => {
  it.each<[string, JsonObject, JsonObject, string]>([
    [
      'a body whose schema does not compile',
      body('application/json', { type: 'object', properties: { a: NEVER } }),
      {},
      'The schema of postA request application/json cannot be compiled, so values are not validated by it.',
    ],
    [
      'a parameter whose schema does not compile',
      { parameters: [{ name: 'q', in: 'query', schema: NEVER }] },
      {},
      'The schema of postA query q cannot be compiled, so values are not validated by it.',
    ],
    [
      'a parameter of JSON whose schema does not compile',
      { parameters: [{ name: 'q', in: 'query', content: { 'application/json': { schema: NEVER } } }] },
      {},
      'The schema of postA query q cannot be compiled, so values are not validated by it.',
    ],
    [
      'a response header whose schema does not compile',
      { responses: { 204: { description: 'Done', headers: { 'X-A': { schema: NEVER } } } } },
      {},
      'The schema of postA 204 header X-A cannot be compiled, so values are not validated by it.',
    ],
    [
      'a security scheme that Prism does not know',
      { security: [{ Certificate: [] }] },
      { securitySchemes: { Certificate: { type: 'mutualTLS' } } },
      'The security scheme Certificate is not supported: every request is accepted as authenticated by it.',
    ],
    [
      'a body that is not read',
      body('application/xml', { type: 'object' }),
      {},
      'Bodies of application/xml are not parsed, so they are not validated by their schema.',
    ],
    [
      'an object in a form that is not JSON',
      {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { a: { type: 'object' }, b: { type: 'string' } } },
              encoding: { a: { contentType: 'application/xml' } },
            },
          },
        },
      },
      {},
      'The member a of the form of postA is an object in another format than JSON, which is not parsed, so it is not validated by its schema.',
    ],
    [
      'a table',
      body('text/csv', { type: 'array', items: { type: 'object' } }),
      {},
      'Bodies of text/csv are not parsed, so they are not validated by their schema.',
    ],
    [
      'a response in parts',
      {
        responses: {
          200: { description: 'A form', content: { 'multipart/form-data': { schema: { type: 'object' } } } },
        },
      },
      {},
      'Responses of multipart/form-data are not parsed, so they are not validated by their schema.',
    ],
  ])('%s', async (_, operation, components, line) => {
    expect(await features(operation, components)).toEqual([line]);
  });

  it('nothing when everything is supported', async () => {
    const operation = { ...body('application/json', { type: 'object' }), parameters: [] };
    expect(await features(operation)).toEqual([]);
  });
});
