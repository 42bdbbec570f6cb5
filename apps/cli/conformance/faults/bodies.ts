import { altered, type Fault } from './fault.ts';

const FACTOR_BODY = JSON.stringify({ message: 'There is no PIN.' });

/** Bodies that violate the OpenAPI document. */
export const bodies: readonly Fault[] = [
  altered('getMe has an additional property', 'getMe', 200, /200 · body.*additional properties.*shoeSize/, (body) => ({
    ...body,
    shoeSize: 44,
  })),
  altered(
    'getMe lacks a required member',
    'getMe',
    200,
    /200 · body.*required.*email/,
    ({ email: _left, ...body }) => body,
  ),
  altered('a member of getMe is null', 'getMe', 200, /200 · body\.email.*string/, (body) => ({
    ...body,
    email: null,
  })),
  altered(
    'validity is a string',
    'createScaSession',
    200,
    /200 · body\.oneTimeTokenProperties\.validity.*integer/,
    ({ oneTimeTokenProperties }) => ({
      oneTimeTokenProperties: { ...(oneTimeTokenProperties as object), validity: '3600' },
    }),
  ),
  altered(
    'a factor has a type outside the enumeration',
    'listAuthenticationFactors',
    200,
    /200 · body\.factors\.0\.type.*enum/,
    () => ({ factors: [{ type: 'IRIS', status: 'ACTIVE', channel: 'SMS' }] }),
  ),
  altered('the profiles are an object in place of a list', 'listProfiles', 200, /200 · body.*array/, (profiles) => ({
    profiles,
  })),
  altered(
    'getMe responds with XML',
    'getMe',
    200,
    /200 · header\.content-type: The document does not define the media type application\/xml.*undocumented-media-type/,
    { headers: { 'content-type': 'application/xml' }, body: '<me/>' },
  ),
  altered(
    'getMe sends JSON as text/plain',
    'getMe',
    200,
    /200 · header\.content-type: The document does not define the media type text\/plain.*undocumented-media-type/,
    { headers: { 'content-type': 'text/plain' } },
  ),
  altered(
    'the content type of getMe is malformed',
    'getMe',
    200,
    /200 · header\.content-type.*undocumented-media-type/,
    { headers: { 'content-type': 'application/json; charset=;;"' } },
  ),
  altered(
    'getMe declares a charset that its body is not encoded in',
    'getMe',
    200,
    /200 · header\.content-type.*charset/,
    { headers: { 'content-type': 'application/json; charset=utf-16' } },
  ),
  altered('the body of getMe is truncated', 'getMe', 200, /200 · body: The body is not valid JSON/, {
    body: '{"id":',
  }),
  altered('getMe sends 200 without a body', 'getMe', 200, /200 · body.*missing-body/, {
    headers: { 'content-type': null },
    body: '',
  }),
  altered('an error response of v2 has the schema of another family', 'deletePin', 404, /404 · body.*errors/, {
    body: FACTOR_BODY,
  }),
  altered('an error has no code', 'deletePin', 404, /404 · body\.errors\.0.*required.*code/, {
    body: JSON.stringify({ errors: [{ message: 'There is no PIN.' }] }),
  }),
  altered(
    'an error has the wrong code',
    'createPin',
    409,
    /409 · a second PIN is rejected.*pin\.exists, not pin\.already\.exists/,
    { body: JSON.stringify({ errors: [{ code: 'pin.exists', message: 'There is a PIN.' }] }) },
  ),
  altered('an errorCode outside the enumeration', 'verifyOtpFactor', 409, /409 · body\.errorCode.*(enum|allowed)/, {
    body: JSON.stringify({ errorCode: 'NO_IDEA' }),
  }),
  altered('a phone number is not masked', 'triggerSms', 200, /200 · .*obfuscatedPhoneNo/, () => ({
    obfuscatedPhoneNo: '+6588888888',
  })),
  altered('the metrics are sent as JSON', 'getMetrics', 200, /200 · header\.content-type.*undocumented-media-type/, {
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }),
];
