import { altering, changed, type Fault, rewritten } from './fault.ts';

const FACTOR_BODY = JSON.stringify({ message: 'There is no PIN.' });

/** Bodies that are not what the description says. */
export const bodies: readonly Fault[] = [
  {
    name: 'getMe has a member that the closed schema does not',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · body.*additional properties.*shoeSize/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      rewritten(answer, (body) => ({ ...body, shoeSize: 44 })),
    ),
  },
  {
    name: 'getMe lacks a required member',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · body.*required.*email/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      rewritten(answer, ({ email: _left, ...body }) => body),
    ),
  },
  {
    name: 'a member of getMe is null',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · body\.email.*string/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      rewritten(answer, (body) => ({ ...body, email: null })),
    ),
  },
  {
    name: 'validity is a text',
    operations: ['createScaSession'],
    status: 200,
    named: /createScaSession 200 · body\.oneTimeTokenProperties\.validity.*integer/,
    plant: altering({ operationId: 'createScaSession', status: 200 }, (answer) =>
      rewritten(answer, ({ oneTimeTokenProperties }) => ({
        oneTimeTokenProperties: { ...(oneTimeTokenProperties as object), validity: '3600' },
      })),
    ),
  },
  {
    name: 'a factor has a type outside the enumeration',
    operations: ['listAuthenticationFactors'],
    status: 200,
    named: /listAuthenticationFactors 200 · body\.factors\.0\.type.*enum/,
    plant: altering({ operationId: 'listAuthenticationFactors', status: 200 }, (answer) =>
      rewritten(answer, () => ({ factors: [{ type: 'IRIS', status: 'ACTIVE', channel: 'SMS' }] })),
    ),
  },
  {
    name: 'the profiles are an object in place of a list',
    operations: ['listProfiles'],
    status: 200,
    named: /listProfiles 200 · body.*array/,
    plant: altering({ operationId: 'listProfiles', status: 200 }, (answer) =>
      rewritten(answer, (profiles) => ({ profiles })),
    ),
  },
  {
    name: 'getMe answers XML',
    operations: ['getMe'],
    status: 200,
    named:
      /getMe 200 · header\.content-type: The document does not define the media type application\/xml.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': 'application/xml' }, body: '<me/>' }),
    ),
  },
  {
    name: 'getMe answers JSON as text/plain',
    operations: ['getMe'],
    status: 200,
    named:
      /getMe 200 · header\.content-type: The document does not define the media type text\/plain.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': 'text/plain' } }),
    ),
  },
  {
    name: 'the content type of getMe is garbage',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · header\.content-type.*undocumented-media-type/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': 'application/json; charset=;;"' } }),
    ),
  },
  {
    name: 'getMe claims a charset that its octets are not in',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · header\.content-type.*charset/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': 'application/json; charset=utf-16' } }),
    ),
  },
  {
    name: 'the body of getMe breaks off',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · body: The body is not valid JSON/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) => changed(answer, { body: '{"id":' })),
  },
  {
    name: 'getMe answers 200 without a body',
    operations: ['getMe'],
    status: 200,
    named: /getMe 200 · body.*missing-body/,
    plant: altering({ operationId: 'getMe', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': null }, body: '' }),
    ),
  },
  {
    name: 'a refusal of v2 has the shape of another family',
    operations: ['deletePin'],
    status: 404,
    named: /deletePin 404 · body.*errors/,
    plant: altering({ operationId: 'deletePin', status: 404 }, (answer) => changed(answer, { body: FACTOR_BODY })),
  },
  {
    name: 'an error has no code',
    operations: ['deletePin'],
    status: 404,
    named: /deletePin 404 · body\.errors\.0.*required.*code/,
    plant: altering({ operationId: 'deletePin', status: 404 }, (answer) =>
      changed(answer, { body: JSON.stringify({ errors: [{ message: 'There is no PIN.' }] }) }),
    ),
  },
  {
    name: 'an error has another code than it should',
    operations: ['createPin'],
    status: 409,
    named: /createPin 409 · a second PIN is rejected.*pin\.exists, not pin\.already\.exists/,
    plant: altering({ operationId: 'createPin', status: 409 }, (answer) =>
      changed(answer, { body: JSON.stringify({ errors: [{ code: 'pin.exists', message: 'There is a PIN.' }] }) }),
    ),
  },
  {
    name: 'an errorCode outside the enumeration',
    operations: ['verifyOtpFactor'],
    status: 409,
    named: /verifyOtpFactor 409 · body\.errorCode.*(enum|allowed)/,
    plant: altering({ operationId: 'verifyOtpFactor', status: 409 }, (answer) =>
      changed(answer, { body: JSON.stringify({ errorCode: 'NO_IDEA' }) }),
    ),
  },
  {
    name: 'a phone number comes in clear where it has to be masked',
    operations: ['triggerSms'],
    status: 200,
    named: /triggerSms 200 · .*obfuscatedPhoneNo/,
    plant: altering({ operationId: 'triggerSms', status: 200 }, (answer) =>
      rewritten(answer, () => ({ obfuscatedPhoneNo: '+6588888888' })),
    ),
  },
  {
    name: 'the metrics come as JSON',
    operations: ['getMetrics'],
    status: 200,
    named: /getMetrics 200 · header\.content-type.*undocumented-media-type/,
    plant: altering({ operationId: 'getMetrics', status: 200 }, (answer) =>
      changed(answer, { headers: { 'content-type': 'application/json' }, body: '{}' }),
    ),
  },
];
