import { describe, expect, it } from 'vitest';
import { files, lint, operation, parameter, response } from './fixture.ts';

const body = { content: { 'application/json': { schema: { type: 'object' } } } };

describe('response-statuses', () => {
  it('accepts a public operation with the common error responses', async () => {
    expect(await lint('response-statuses', files())).toEqual([]);
  });

  it.each([
    ['any operation', { responses: { '200': response() } }, ['400', '406', '429', '500', '503']],
    ['a secured operation', { security: [{ UserToken: [] }] }, ['401', '403']],
    ['an operation that accepts either token', { security: [{ UserToken: [] }, { ApplicationToken: [] }] }, ['401']],
    ['an operation with api key and auth token', { security: [{ ApiKey: [], AuthToken: [] }] }, ['401', '403']],
    ['an operation with an id in the path', { parameters: [parameter('path', 'thingId')] }, ['404']],
    ['an operation with a channel in the path', { parameters: [parameter('path', 'channel')] }, []],
    ['an operation with a body', { requestBody: body }, ['413', '415']],
  ])('requires the error responses of %s', async (_case, changes, statuses) => {
    const problems = await lint('response-statuses', files(operation(changes)));
    expect(problems.map((message) => message.slice(9, 12))).toEqual(statuses);
  });

  it('accepts an exception for an operation and status', async () => {
    const exceptions = [{ operationId: 'getThing', status: '503', reason: 'It has no dependencies.' }];
    const { '503': _left, ...rest } = operation().responses as Record<string, unknown>;
    expect(await lint('response-statuses', files(operation({ responses: rest })), { exceptions })).toEqual([]);
  });

  it('reports an exception that is not needed', async () => {
    const exceptions = [{ operationId: 'getThing', status: '503', reason: 'It has no dependencies.' }];
    expect(await lint('response-statuses', files(), { exceptions })).toHaveLength(1);
  });

  it('ignores an exception without a reason', async () => {
    const { '503': _left, ...rest } = operation().responses as Record<string, unknown>;
    const exceptions = [{ operationId: 'getThing', status: '503' }];
    expect(await lint('response-statuses', files(operation({ responses: rest })), { exceptions })).toHaveLength(1);
  });
});
