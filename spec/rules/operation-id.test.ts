import { describe, expect, it } from 'vitest';
import { files, lint, operation } from './fixture.ts';

describe('operation-id', () => {
  it.each(['getThing', 'createScaSession', 'listPhoneNumbersAlias'])('accepts %s', async (operationId) => {
    expect(await lint('operation-id', files(operation({ operationId })))).toEqual([]);
  });

  it.each(['thingGet', 'GetThing', 'get_thing', 'get', 'getthing', 'makeThing'])('reports %s', async (operationId) => {
    expect(await lint('operation-id', files(operation({ operationId })))).toHaveLength(1);
  });
});
