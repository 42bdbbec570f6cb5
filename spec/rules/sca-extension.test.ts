import { describe, expect, it } from 'vitest';
import { answer, files, header, lint, operation, parameter, responses } from './fixture.ts';

const low = { actionType: 'THING__READ', risk: 'low' };
const high = { actionType: 'THING__SEND', risk: 'high', link: ['/path/thingId', '/body/amount'] };

function guarded(mark: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return operation({
    'x-sca': mark,
    parameters: [parameter('path', 'thingId'), parameter('header', 'x-2fa-approval')],
    requestBody: { content: { 'application/json': { schema: { properties: { amount: { type: 'object' } } } } } },
    responses: responses({
      '200': answer({ 'x-2fa-approval-result': header }),
      '403': answer({ 'x-2fa-approval-result': header, 'x-2fa-approval': header }),
    }),
    ...changes,
  });
}

describe('sca-extension', () => {
  it.each([
    ['low', low],
    ['high', high],
    ['sometimes', { ...low, when: 'enrolment-protected' }],
  ])('accepts a mark of %s risk', async (_case, mark) => {
    expect(await lint('sca-extension', files(guarded(mark)))).toEqual([]);
  });

  it.each([
    ['another action type', { ...low, actionType: 'read' }, 'RESOURCE__ACTION'],
    ['another risk', { ...low, risk: 'medium' }, 'low or high'],
    ['another member', { ...low, level: 1 }, 'no member level'],
    ['another condition', { ...low, when: 'sometimes' }, 'enrolment-protected'],
    ['a link at low risk', { ...high, risk: 'low' }, 'needs high risk'],
    ['an empty link', { ...high, link: [] }, 'list of JSON pointers'],
    ['a link to a body member that is not there', { ...high, link: ['/body/payee'] }, 'links /body/payee'],
    ['a link to a parameter that is not there', { ...high, link: ['/query/thingId'] }, 'links /query/thingId'],
    ['a mark that is no object', 'low', 'is an object'],
  ])('refuses %s', async (_case, mark, message) => {
    expect(await lint('sca-extension', files(guarded(mark)))).toEqual([expect.stringContaining(message)]);
  });

  it('needs the approval header, the 403 and the result', async () => {
    const bare = guarded(low, { parameters: [], responses: { '200': answer() } });
    expect(await lint('sca-extension', files(bare))).toEqual([
      'A protected operation takes x-2fa-approval.',
      'A protected operation answers 403.',
      'The answer 200 of a protected operation has the header x-2fa-approval-result.',
    ]);
  });

  it('needs the header that names the token on 403', async () => {
    const changes = {
      responses: responses({
        '200': answer({ 'x-2fa-approval-result': header }),
        '403': answer({ 'x-2fa-approval-result': header }),
      }),
    };
    expect(await lint('sca-extension', files(guarded(low, changes)))).toHaveLength(1);
  });

  it('refuses the approval header on an operation without mark', async () => {
    expect(await lint('sca-extension', files(guarded(undefined)))).toHaveLength(1);
  });
});
