import { describe, expect, it } from 'vitest';
import { answer, files, lint, operation, parameter } from './fixture.ts';

const body = { content: { 'application/json': { schema: { type: 'object' } } } };

describe('response-statuses', () => {
  it('accepts a public operation with the failures that all have', async () => {
    expect(await lint('response-statuses', files())).toEqual([]);
  });

  it.each([
    ['any operation', { responses: { '200': answer() } }, ['400', '406', '429', '500', '503']],
    ['a secured one', { security: [{ UserToken: [] }] }, ['401', '403']],
    ['one that takes either token', { security: [{ UserToken: [] }, { ApplicationToken: [] }] }, ['401']],
    ['one with api key and auth token', { security: [{ ApiKey: [], AuthToken: [] }] }, ['401', '403']],
    ['one with an id in the path', { parameters: [parameter('path', 'thingId')] }, ['404']],
    ['one with a channel in the path', { parameters: [parameter('path', 'channel')] }, []],
    ['one with a body', { requestBody: body }, ['413', '415']],
  ])('%s documents its failures', async (_case, changes, statuses) => {
    const problems = await lint('response-statuses', files(operation(changes)));
    expect(problems.map((message) => message.slice(11, 14))).toEqual(statuses);
  });

  it('takes an exception for one operation and status', async () => {
    const exceptions = [{ operationId: 'getThing', status: '503', reason: 'It depends on nothing.' }];
    const { '503': _left, ...rest } = operation().responses as Record<string, unknown>;
    expect(await lint('response-statuses', files(operation({ responses: rest })), { exceptions })).toEqual([]);
  });

  it('refuses an exception that is not needed', async () => {
    const exceptions = [{ operationId: 'getThing', status: '503', reason: 'It depends on nothing.' }];
    expect(await lint('response-statuses', files(), { exceptions })).toHaveLength(1);
  });

  it('takes no exception without a reason', async () => {
    const { '503': _left, ...rest } = operation().responses as Record<string, unknown>;
    const exceptions = [{ operationId: 'getThing', status: '503' }];
    expect(await lint('response-statuses', files(operation({ responses: rest })), { exceptions })).toHaveLength(1);
  });
});
