import { describe, expect, it } from 'vitest';
import { files, lint, operation, parameter, response, responses } from './fixture.ts';

const verify = { type: 'PIN', action: 'verify', field: 'pin' };
const token = parameter('header', 'One-Time-Token');
const media = { schema: { type: 'object', properties: { pin: { type: 'string' } } } };

function withExtension(extension: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    'x-factor': extension,
    parameters: [token],
    requestBody: { content: { 'application/json': media } },
    ...changes,
  });
}

describe('factor-extension', () => {
  it.each([
    ['verify', withExtension(verify)],
    ['enrol', withExtension({ ...verify, action: 'enrol' }, { parameters: [] })],
    ['delete', withExtension({ type: 'PIN', action: 'delete' }, { parameters: [] })],
    [
      'trigger',
      withExtension(
        { ...verify, action: 'trigger' },
        { requestBody: undefined, responses: responses({ '200': response({}, media) }) },
      ),
    ],
  ])('accepts an operation that has the action %s', async (_case, one) => {
    expect(await lint('factor-extension', files(one))).toEqual([]);
  });

  it.each([
    ['an extension that is not an object', withExtension('PIN'), 'must be an object'],
    ['another member', withExtension({ ...verify, secret: 'pin' }), 'unknown member secret'],
    ['a type in lower case', withExtension({ ...verify, type: 'pin' }), 'must be a challenge type'],
    ['an unknown action', withExtension({ ...verify, action: 'check' }), 'one of enrol'],
    [
      'a field that is not in the request',
      withExtension({ ...verify, field: 'code' }),
      'code is not a member of the request',
    ],
    [
      'a field without a request body',
      withExtension(verify, { requestBody: undefined }),
      'pin is not a member of the request',
    ],
    [
      'a verification without a token',
      withExtension(verify, { parameters: [] }),
      'must take the header One-Time-Token',
    ],
    [
      'an enrolment with a token',
      withExtension({ ...verify, action: 'enrol' }),
      'must not take the header One-Time-Token',
    ],
    [
      'a deletion with a field',
      withExtension({ ...verify, action: 'delete' }, { parameters: [] }),
      'an operation that deletes has no body',
    ],
    [
      'a field that is not in the response of a trigger',
      withExtension({ ...verify, action: 'trigger' }),
      'not a member of the response',
    ],
  ])('reports %s', async (_case, one, message) => {
    expect(await lint('factor-extension', files(one))).toEqual([expect.stringContaining(message)]);
  });
});
