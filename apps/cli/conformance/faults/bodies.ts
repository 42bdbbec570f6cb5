import { altering, changed, type Fault, rewritten } from './fault.ts';

const FACTOR_BODY = JSON.stringify({ message: 'There is no PIN.' });

/** Bodies that violate the OpenAPI document. */
export const bodies: readonly Fault[] = [
  {
    name: 'getMe has an additional property',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · body.*additional properties.*shoeSize/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      rewritten(response, (body) => ({ ...body, shoeSize: 44 })),
    ),
  },
  {
    name: 'getMe lacks a required member',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · body.*required.*email/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      rewritten(response, ({ email: _left, ...body }) => body),
    ),
  },
  {
    name: 'a member of getMe is null',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · body\.email.*string/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      rewritten(response, (body) => ({ ...body, email: null })),
    ),
  },
  {
    name: 'validity is a string',
    operations: ['createScaSession'],
    detectedBy: { status: 200 },
    named: /createScaSession 200 · body\.oneTimeTokenProperties\.validity.*integer/,
    plant: altering({ operationId: 'createScaSession', status: 200 }, (response) =>
      rewritten(response, ({ oneTimeTokenProperties }) => ({
        oneTimeTokenProperties: { ...(oneTimeTokenProperties as object), validity: '3600' },
      })),
    ),
  },
  {
    name: 'a factor has a type outside the enumeration',
    operations: ['listAuthenticationFactors'],
    detectedBy: { status: 200 },
    named: /listAuthenticationFactors 200 · body\.factors\.0\.type.*enum/,
    plant: altering({ operationId: 'listAuthenticationFactors', status: 200 }, (response) =>
      rewritten(response, () => ({ factors: [{ type: 'IRIS', status: 'ACTIVE', channel: 'SMS' }] })),
    ),
  },
  {
    name: 'the profiles are an object in place of a list',
    operations: ['listProfiles'],
    detectedBy: { status: 200 },
    named: /listProfiles 200 · body.*array/,
    plant: altering({ operationId: 'listProfiles', status: 200 }, (response) =>
      rewritten(response, (profiles) => ({ profiles })),
    ),
  },
  {
    name: 'getMe responds with XML',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named:
      /getMe 200 · header\.content-type: The document does not define the media type application\/xml.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': 'application/xml' }, body: '<me/>' }),
    ),
  },
  {
    name: 'getMe sends JSON as text/plain',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named:
      /getMe 200 · header\.content-type: The document does not define the media type text\/plain.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': 'text/plain' } }),
    ),
  },
  {
    name: 'the content type of getMe is malformed',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · header\.content-type.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': 'application/json; charset=;;"' } }),
    ),
  },
  {
    name: 'getMe declares a charset that its body is not encoded in',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · header\.content-type.*charset/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': 'application/json; charset=utf-16' } }),
    ),
  },
  {
    name: 'the body of getMe is truncated',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · body: The body is not valid JSON/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) => changed(response, { body: '{"id":' })),
  },
  {
    name: 'getMe sends 200 without a body',
    operations: ['getMe'],
    detectedBy: { status: 200 },
    named: /getMe 200 · body.*missing-body/,
    plant: altering({ operationId: 'getMe', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': null }, body: '' }),
    ),
  },
  {
    name: 'an error response of v2 has the schema of another family',
    operations: ['deletePin'],
    detectedBy: { status: 404 },
    named: /deletePin 404 · body.*errors/,
    plant: altering({ operationId: 'deletePin', status: 404 }, (response) => changed(response, { body: FACTOR_BODY })),
  },
  {
    name: 'an error has no code',
    operations: ['deletePin'],
    detectedBy: { status: 404 },
    named: /deletePin 404 · body\.errors\.0.*required.*code/,
    plant: altering({ operationId: 'deletePin', status: 404 }, (response) =>
      changed(response, { body: JSON.stringify({ errors: [{ message: 'There is no PIN.' }] }) }),
    ),
  },
  {
    name: 'an error has the wrong code',
    operations: ['createPin'],
    detectedBy: { status: 409 },
    named: /createPin 409 · a second PIN is rejected.*pin\.exists, not pin\.already\.exists/,
    plant: altering({ operationId: 'createPin', status: 409 }, (response) =>
      changed(response, { body: JSON.stringify({ errors: [{ code: 'pin.exists', message: 'There is a PIN.' }] }) }),
    ),
  },
  {
    name: 'an errorCode outside the enumeration',
    operations: ['verifyOtpFactor'],
    detectedBy: { status: 409 },
    named: /verifyOtpFactor 409 · body\.errorCode.*(enum|allowed)/,
    plant: altering({ operationId: 'verifyOtpFactor', status: 409 }, (response) =>
      changed(response, { body: JSON.stringify({ errorCode: 'NO_IDEA' }) }),
    ),
  },
  {
    name: 'a phone number is not masked',
    operations: ['triggerSms'],
    detectedBy: { status: 200 },
    named: /triggerSms 200 · .*obfuscatedPhoneNo/,
    plant: altering({ operationId: 'triggerSms', status: 200 }, (response) =>
      rewritten(response, () => ({ obfuscatedPhoneNo: '+6588888888' })),
    ),
  },
  {
    name: 'the metrics are sent as JSON',
    operations: ['getMetrics'],
    detectedBy: { status: 200 },
    named: /getMetrics 200 · header\.content-type.*undocumented-media-type/,
    plant: altering({ operationId: 'getMetrics', status: 200 }, (response) =>
      changed(response, { headers: { 'content-type': 'application/json' }, body: '{}' }),
    ),
  },
];
