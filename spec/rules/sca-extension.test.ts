import { describe, expect, it } from 'vitest';
import { files, header, lint, operation, parameter, response, responses } from './fixture.ts';

const low = { actionType: 'THING__READ', risk: 'low' };
const high = { actionType: 'THING__SEND', risk: 'high', link: ['/path/thingId', '/body/amount'] };

function protectedOperation(extension: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    'x-sca': extension,
    parameters: [parameter('path', 'thingId'), parameter('header', 'x-2fa-approval')],
    requestBody: { content: { 'application/json': { schema: { properties: { amount: { type: 'object' } } } } } },
    responses: responses({
      '200': response({ 'x-2fa-approval-result': header }),
      '403': response({ 'x-2fa-approval-result': header, 'x-2fa-approval': header }),
    }),
    ...changes,
  });
}

describe('sca-extension', () => {
  it.each([
    ['low', low],
    ['high', high],
    ['enrolments', { ...high, when: 'enrolment-protected', enrols: 'PIN' }],
  ])('accepts an extension with %s risk', async (_case, extension) => {
    expect(await lint('sca-extension', files(protectedOperation(extension)))).toEqual([]);
  });

  it.each([
    ['another action type', { ...low, actionType: 'read' }, 'RESOURCE__ACTION'],
    ['another risk', { ...low, risk: 'medium' }, 'low or high'],
    ['another member', { ...low, level: 1 }, 'unknown member level'],
    ['another condition', { ...high, when: 'sometimes', enrols: 'PIN' }, 'enrolment-protected'],
    ['a protected enrolment of no factor', { ...high, when: 'enrolment-protected' }, 'must be set together'],
    [
      'an enrolment without a link',
      { ...high, when: 'enrolment-protected', enrols: 'PIN', link: undefined },
      'needs a link',
    ],
    ['a link at low risk', { ...high, risk: 'low' }, 'needs high risk'],
    ['an empty link', { ...high, link: [] }, 'list of JSON pointers'],
    ['a link to an unknown body member', { ...high, link: ['/body/payee'] }, 'contains /body/payee'],
    ['a link to an unknown parameter', { ...high, link: ['/query/thingId'] }, 'contains /query/thingId'],
    ['an extension that is not an object', 'low', 'must be an object'],
  ])('reports %s', async (_case, extension, message) => {
    expect(await lint('sca-extension', files(protectedOperation(extension)))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('requires the approval header, a 403 response and the result header', async () => {
    const bare = protectedOperation(low, { parameters: [], responses: { '200': response() } });
    expect(await lint('sca-extension', files(bare))).toEqual([
      'A protected operation must take the header x-2fa-approval.',
      'A protected operation must document a 403 response.',
      'Response 200 of a protected operation must have the header x-2fa-approval-result.',
    ]);
  });

  it('requires the header with the token on 403', async () => {
    const changes = {
      responses: responses({
        '200': response({ 'x-2fa-approval-result': header }),
        '403': response({ 'x-2fa-approval-result': header }),
      }),
    };
    expect(await lint('sca-extension', files(protectedOperation(low, changes)))).toHaveLength(1);
  });

  it('reports the approval header on an operation without x-sca', async () => {
    expect(await lint('sca-extension', files(protectedOperation(undefined)))).toHaveLength(1);
  });
});
