import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BreakingChange, findBreakingChanges } from './compare.ts';

// biome-ignore lint/suspicious/noExplicitAny: the changes below reach into every corner of a JSON document
type Document = any;

interface Planted {
  readonly name: string;
  /** Part of the place at which the change has to be reported. */
  readonly at: string;
  change(document: Document): void;
}

const bundled: Document = JSON.parse(readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8'));
const pin = '/v2/profiles/{profileId}/pin';
const device = '/v2/profiles/{profileId}/device-fingerprints';

// Each in a place of its own, so that all can be planted at once and none hides another.
const breaking: readonly Planted[] = [
  { name: 'an operation goes', at: '~1v2~1profiles/get', change: ({ paths }) => delete paths['/v2/profiles'].get },
  {
    name: 'a status goes',
    at: '~1v1~1me/get/responses/401',
    change: ({ paths }) => delete paths['/v1/me'].get.responses['401'],
  },
  {
    name: 'a media type of a request goes',
    at: `~1pin/post/requestBody/content/application~1json`,
    change: ({ paths }) => delete paths[pin].post.requestBody.content['application/json'],
  },
  {
    name: 'a media type of an answer goes',
    at: '~1pin/post/responses/200/content/application~1json',
    change: ({ paths }) => delete paths[pin].post.responses['200'].content['application/json'],
  },
  {
    name: 'a header of an answer goes',
    at: '~1sandbox~1clock/get/responses/200/headers/x-trace-id',
    change: ({ paths }) => delete paths['/sandbox/clock'].get.responses['200'].headers['x-trace-id'],
  },
  {
    name: 'a parameter becomes required',
    at: '~1sandbox~1inbox/get/parameters',
    change({ paths }) {
      paths['/sandbox/inbox'].get.parameters[0] = {
        name: 'userId',
        in: 'query',
        required: true,
        schema: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      };
    },
  },
  {
    name: 'a required parameter is new',
    at: '~1ready/get/parameters',
    change: ({ paths }) =>
      paths['/ready'].get.parameters.push({ name: 'deep', in: 'query', required: true, schema: { type: 'boolean' } }),
  },
  {
    name: 'a property of a request becomes required',
    at: '~1sandbox~1users/post/requestBody',
    change({ components }) {
      components.schemas.SandboxUserRequest.required = ['pin'];
    },
  },
  {
    name: 'a property of a request changes its type',
    at: '/properties/otpCode',
    change({ components }) {
      components.schemas.OtpRequest.properties.otpCode.type = 'integer';
    },
  },
  {
    name: 'a length gets smaller',
    at: '/properties/verificationCode',
    change({ components }) {
      components.schemas.VerificationCodeRequest.properties.verificationCode.maxLength = 4;
    },
  },
  {
    name: 'an enum of a request loses a value',
    at: '~1stepup~1challenges~1push~1{channel}/post/parameters',
    change({ components }) {
      components.parameters.StepUpPushChannel.schema.enum.pop();
    },
  },
  {
    name: 'an enum of an answer gains a value',
    at: '/properties/channel',
    change({ components }) {
      components.schemas.InboxMessage.properties.channel.enum.push('PIGEON');
    },
  },
  {
    name: 'a property of an answer goes',
    at: '~1sandbox~1users/post/responses/201',
    change({ components }) {
      const schema = components.schemas.SandboxUser;
      delete schema.properties.email;
      schema.required = schema.required.filter((each: string) => each !== 'email');
    },
  },
  {
    name: 'a property of an answer may be null',
    at: '/properties/friendlyName',
    change({ components }) {
      components.schemas.ManagedAccount.properties.friendlyName.type = ['string', 'null'];
    },
  },
  {
    name: 'an operation asks for credentials',
    at: '~1health/get',
    change({ paths }) {
      paths['/health'].get.security = [{ UserToken: [] }];
    },
  },
  {
    name: 'an operation asks for SCA',
    at: '~1v1~1me/get/x-sca',
    change({ paths }) {
      paths['/v1/me'].get['x-sca'] = { actionType: 'ME__GET', risk: 'low' };
    },
  },
  {
    name: 'a request no longer takes unknown members',
    at: '~1v1~1transfers/post/requestBody',
    change({ components }) {
      components.schemas.TransferRequest.additionalProperties = false;
    },
  },
  {
    name: 'a body is sealed in another way',
    at: '~1device-fingerprints/post/requestBody/content/application~1jose+json;method=jwsjwe;response=direct',
    change({ paths }) {
      paths[device].post.requestBody.content['application/jose+json']['x-jose'].method = 'jwsjwe';
    },
  },
  {
    name: 'a sealed body has another plaintext',
    at: '~1device-fingerprints~1verify/post/requestBody/content/application~1jose+json;method=jwe;response=direct',
    change({ paths }) {
      const sealed = paths[`${device}/verify`].post.requestBody.content['application/jose+json'];
      sealed['x-jose'].payload = { type: 'object', required: ['device'], properties: { device: { type: 'string' } } };
    },
  },
];

const harmless: readonly Omit<Planted, 'at'>[] = [
  {
    name: 'an operation is new',
    change({ paths }) {
      paths['/v1/new'] = { get: { operationId: 'getNew', responses: { '200': { description: 'New.' } } } };
    },
  },
  {
    name: 'an optional parameter is new',
    change: ({ paths }) =>
      paths['/v1/me'].get.parameters.push({ name: 'deep', in: 'query', schema: { type: 'boolean' } }),
  },
  {
    name: 'an optional property of a request is new',
    change({ components }) {
      components.schemas.PinRequest.properties.hint = { type: 'string' };
    },
  },
  {
    name: 'a property of an answer is new',
    change({ components }) {
      components.schemas.SandboxUser.properties.phoneNumber = { type: 'string' };
    },
  },
  {
    name: 'a length gets larger',
    change({ components }) {
      components.schemas.DeviceFingerprintRequest.properties.deviceFingerprint.maxLength = 1024;
    },
  },
  {
    name: 'a text changes',
    change({ paths }) {
      paths['/v1/me'].get.description = 'Says it better.';
    },
  },
  {
    name: 'a status is new',
    change({ paths }) {
      paths['/v1/me'].get.responses['409'] = { description: 'A conflict.' };
    },
  },
  {
    name: 'an operation asks for SCA where a setting says so',
    change({ paths }) {
      paths['/v1/me'].get['x-sca'] = { actionType: 'ME__GET', risk: 'low', when: 'enrolment-protected' };
    },
  },
];

function planted(changes: readonly Pick<Planted, 'change'>[]): Document {
  const document = structuredClone(bundled);
  for (const { change } of changes) change(document);
  return document;
}

describe('findBreakingChanges', () => {
  let found: readonly BreakingChange[] = [];
  beforeAll(async () => {
    found = await findBreakingChanges(bundled, planted(breaking));
  }, 30_000);

  test.each(breaking)('finds that $name', ({ at }) => {
    expect(found.map(({ path }) => path)).toContainEqual(expect.stringContaining(at));
  });

  test('reports nothing beside what was planted', () => {
    expect(found.filter(({ path }) => !breaking.some(({ at }) => path.includes(at)))).toEqual([]);
  });

  test('finds no fault with a change that breaks nobody', { timeout: 30_000 }, async () => {
    expect(harmless.length).toBeGreaterThan(0);
    expect(await findBreakingChanges(bundled, planted(harmless))).toEqual([]);
  });
});
