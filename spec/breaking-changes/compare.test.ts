import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BreakingChange, findBreakingChanges } from './compare.ts';

// biome-ignore lint/suspicious/noExplicitAny: the changes below edit arbitrary parts of a JSON document
type Document = any;

interface Planted {
  readonly name: string;
  /** Part of the path at which the change must be reported. */
  readonly at: string;
  change(document: Document): void;
}

const bundled: Document = JSON.parse(readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8'));
const pin = '/v2/profiles/{profileId}/pin';
const device = '/v2/profiles/{profileId}/device-fingerprints';

// Each change has its own place, so that one comparison finds all of them and none hides another.
const breaking: readonly Planted[] = [
  {
    name: 'an operation is removed',
    at: '~1v2~1profiles/get',
    change: ({ paths }) => delete paths['/v2/profiles'].get,
  },
  {
    name: 'a status is removed',
    at: '~1v1~1me/get/responses/401',
    change: ({ paths }) => delete paths['/v1/me'].get.responses['401'],
  },
  {
    name: 'a media type of a request is removed',
    at: `~1pin/post/requestBody/content/application~1json`,
    change: ({ paths }) => delete paths[pin].post.requestBody.content['application/json'],
  },
  {
    name: 'a media type of a response is removed',
    at: '~1pin/post/responses/200/content/application~1json',
    change: ({ paths }) => delete paths[pin].post.responses['200'].content['application/json'],
  },
  {
    name: 'a header of a response is removed',
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
    name: 'a required parameter is added',
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
    name: 'a maximum length decreases',
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
    name: 'an enum of a response gains a value',
    at: '/properties/channel',
    change({ components }) {
      components.schemas.InboxMessage.properties.channel.enum.push('PIGEON');
    },
  },
  {
    name: 'a property of a response is removed',
    at: '~1sandbox~1users/post/responses/201',
    change({ components }) {
      const schema = components.schemas.SandboxUser;
      delete schema.properties.email;
      schema.required = schema.required.filter((each: string) => each !== 'email');
    },
  },
  {
    name: 'a property of a response becomes nullable',
    at: '/properties/friendlyName',
    change({ components }) {
      components.schemas.ManagedAccount.properties.friendlyName.type = ['string', 'null'];
    },
  },
  {
    name: 'an operation requires credentials',
    at: '~1health/get',
    change({ paths }) {
      paths['/health'].get.security = [{ UserToken: [] }];
    },
  },
  {
    name: 'an operation requires SCA',
    at: '~1v1~1me/get/x-sca',
    change({ paths }) {
      paths['/v1/me'].get['x-sca'] = { actionType: 'ME__GET', risk: 'low' };
    },
  },
  {
    name: 'a request no longer accepts unknown members',
    at: '~1v1~1transfers/post/requestBody',
    change({ components }) {
      components.schemas.TransferRequest.additionalProperties = false;
    },
  },
  {
    name: 'the JOSE method of a body changes',
    at: '~1device-fingerprints/post/requestBody/content/application~1jose+json;method=jwsjwe;response=direct',
    change({ paths }) {
      paths[device].post.requestBody.content['application/jose+json']['x-jose'].method = 'jwsjwe';
    },
  },
  {
    name: 'the plaintext of an encrypted body changes',
    at: '~1device-fingerprints~1verify/post/requestBody/content/application~1jose+json;method=jwe;response=direct',
    change({ paths }) {
      const encrypted = paths[`${device}/verify`].post.requestBody.content['application/jose+json'];
      encrypted['x-jose'].payload = {
        type: 'object',
        required: ['device'],
        properties: { device: { type: 'string' } },
      };
    },
  },
];

const compatible: readonly Omit<Planted, 'at'>[] = [
  {
    name: 'an operation is added',
    change({ paths }) {
      paths['/v1/new'] = { get: { operationId: 'getNew', responses: { '200': { description: 'New.' } } } };
    },
  },
  {
    name: 'an optional parameter is added',
    change: ({ paths }) =>
      paths['/v1/me'].get.parameters.push({ name: 'deep', in: 'query', schema: { type: 'boolean' } }),
  },
  {
    name: 'an optional property of a request is added',
    change({ components }) {
      components.schemas.PinRequest.properties.hint = { type: 'string' };
    },
  },
  {
    name: 'a property of a response is added',
    change({ components }) {
      components.schemas.SandboxUser.properties.phoneNumber = { type: 'string' };
    },
  },
  {
    name: 'a maximum length increases',
    change({ components }) {
      components.schemas.DeviceFingerprintRequest.properties.deviceFingerprint.maxLength = 1024;
    },
  },
  {
    name: 'a description changes',
    change({ paths }) {
      paths['/v1/me'].get.description = 'A better description.';
    },
  },
  {
    name: 'a status is added',
    change({ paths }) {
      paths['/v1/me'].get.responses['409'] = { description: 'A conflict.' };
    },
  },
  {
    name: 'an operation requires SCA if a setting is enabled',
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
  });

  test.each(breaking)('reports that $name', ({ at }) => {
    expect(found.map(({ path }) => path)).toContainEqual(expect.stringContaining(at));
  });

  test('reports only the planted changes', () => {
    expect(found.filter(({ path }) => !breaking.some(({ at }) => path.includes(at)))).toEqual([]);
  });

  test('reports none of the compatible changes', async () => {
    expect(compatible.length).toBeGreaterThan(0);
    expect(await findBreakingChanges(bundled, planted(compatible))).toEqual([]);
  });
});
