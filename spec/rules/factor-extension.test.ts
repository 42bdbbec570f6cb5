import { describe, expect, it } from 'vitest';
import { answer, files, lint, operation, parameter, responses } from './fixture.ts';

const verify = { type: 'PIN', action: 'verify', field: 'pin' };
const token = parameter('header', 'One-Time-Token');
const media = { schema: { type: 'object', properties: { pin: { type: 'string' } } } };

function marked(mark: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    'x-factor': mark,
    parameters: [token],
    requestBody: { content: { 'application/json': media } },
    ...changes,
  });
}

describe('factor-extension', () => {
  it.each([
    ['verify', marked(verify)],
    ['enrol', marked({ ...verify, action: 'enrol' }, { parameters: [] })],
    ['delete', marked({ type: 'PIN', action: 'delete' }, { parameters: [] })],
    [
      'trigger',
      marked(
        { ...verify, action: 'trigger' },
        { requestBody: undefined, responses: responses({ '200': answer({}, media) }) },
      ),
    ],
  ])('accepts an operation that has the action %s', async (_case, one) => {
    expect(await lint('factor-extension', files(one))).toEqual([]);
  });

  it.each([
    ['a mark that is no object', marked('PIN'), 'is an object'],
    ['another member', marked({ ...verify, secret: 'pin' }), 'no member secret'],
    ['a type in lower case', marked({ ...verify, type: 'pin' }), 'kind of challenge'],
    ['an unknown action', marked({ ...verify, action: 'check' }), 'one of enrol'],
    ['a field that is not in the request', marked({ ...verify, field: 'code' }), 'code is not a member of the request'],
    ['a field of no body', marked(verify, { requestBody: undefined }), 'pin is not a member of the request'],
    ['a verification without a token', marked(verify, { parameters: [] }), 'the header One-Time-Token'],
    ['an enrolment with a token', marked({ ...verify, action: 'enrol' }), 'no one-time token'],
    [
      'a deletion with a field',
      marked({ ...verify, action: 'delete' }, { parameters: [] }),
      'an operation that deletes has no body',
    ],
    ['a trigger that answers without it', marked({ ...verify, action: 'trigger' }), 'not a member of the answer'],
  ])('refuses %s', async (_case, one, message) => {
    expect(await lint('factor-extension', files(one))).toEqual([expect.stringContaining(message)]);
  });
});
