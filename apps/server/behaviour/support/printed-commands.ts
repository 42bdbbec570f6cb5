/** What has to exist before a command: nothing, the factors of the user, a one-time token, or a code that was sent for it. */
export type Precondition = 'nothing' | 'factors' | 'token' | 'code';

/** A `curl` command, as the documents that the API was created from print it. */
export interface PrintedCommand {
  readonly command: string;
  readonly given: Precondition;
  readonly status: 200 | 204;
}

const HOST = 'https://api.sandbox.transferwise.tech';
const AUTH = `-H 'Authorization: Bearer <your api token>'`;
const APPLICATION = `-H 'Authorization: Bearer <your application token>'`;
const TOKEN = `-H 'One-Time-Token: <one time token>'`;
const JOSE = [
  "-H 'Accept: application/jose+json'",
  "-H 'Accept-Encoding: identity'",
  "-H 'Content-Type: application/jose+json'",
  "-H 'Content-Encoding: identity'",
  "-H 'X-tw-jose-method: jwe'",
].join(' \\\n');
const JOSE_V1 = [
  "-H 'Content-Type: application/jose+json'",
  "-H 'X-TW-JOSE-Method: jwe'",
  "-H 'Accept: application/jose+json'",
  "-H 'Accept-Encoding: *'",
].join(' \\\n');

const curl = (method: string, path: string, ...rest: readonly string[]): string =>
  [`curl -X ${method} \\\n${HOST}${path}`, ...rest].join(' \\\n');

const channel = (name: string): readonly PrintedCommand[] => [
  { command: curl('POST', `/v1/one-time-token/${name}/trigger`, AUTH, TOKEN), given: 'token', status: 200 },
  {
    command: curl('POST', `/v1/one-time-token/${name}/verify`, AUTH, TOKEN, `-d '{\n"otpCode": "111111"\n}'`),
    given: 'code',
    status: 200,
  },
];

const PIN = `-d '{\n"pin": "1111"\n}'`;
const PIN_V2 = `-d '\n{\n"pin" : "1234"\n}'`;
const DEVICE = `-d '{\n"deviceFingerprint": "3207da22-a0d3-4b6b-a591-6297e646fe32"\n}'`;
const FACE = `-d '{\n"faceMap": "<base64_encoded_string>"\n}'`;
const PHONE = `-d '{\n"phoneNumber": "+6588888888"\n}'`;

/** User Security: missing addresses, commas and quotes are mended. */
const userSecurity: readonly PrintedCommand[] = [
  { command: curl('POST', '/v1/user/pin', AUTH, JOSE_V1, PIN), given: 'nothing', status: 204 },
  { command: curl('DELETE', '/v1/users/{{userId}}/pin', APPLICATION), given: 'factors', status: 204 },
  { command: curl('POST', '/v1/user/facemap/enrol', AUTH, FACE), given: 'nothing', status: 204 },
  { command: curl('DELETE', '/v1/users/{{userId}}/facemap/enrol', APPLICATION), given: 'factors', status: 204 },
  {
    command: curl('POST', '/v1/user/partner-device-fingerprints', AUTH, JOSE_V1, DEVICE),
    given: 'nothing',
    status: 200,
  },
  {
    command: curl('POST', '/v1/users/{{userId}}/partner-device-fingerprints', APPLICATION),
    given: 'factors',
    status: 200,
  },
  {
    command: curl('DELETE', '/v1/users/{{userId}}/partner-device-fingerprints/{{deviceFingerprintId}}', APPLICATION),
    given: 'factors',
    status: 204,
  },
  ...['phone-numbers', 'phone_numbers'].flatMap((path): PrintedCommand[] => {
    const numbers = `/v1/application/users/{{user_id}}/${path}`;
    return [
      { command: curl('GET', numbers, APPLICATION), given: 'factors', status: 200 },
      { command: curl('POST', numbers, APPLICATION, PHONE), given: 'nothing', status: 200 },
      { command: curl('PUT', `${numbers}/{{phoneNumberId}}`, APPLICATION, PHONE), given: 'factors', status: 200 },
      { command: curl('DELETE', `${numbers}/{{phoneNumberId}}`, APPLICATION), given: 'factors', status: 204 },
    ];
  }),
];

const oneTimeToken: readonly PrintedCommand[] = [
  { command: curl('GET', '/v1/one-time-token/status', AUTH, TOKEN), given: 'token', status: 200 },
  { command: curl('POST', '/v1/one-time-token/pin/verify', AUTH, JOSE, TOKEN, PIN), given: 'token', status: 200 },
  {
    command: curl('POST', '/v1/one-time-token/partner-device-fingerprint/verify', AUTH, JOSE, TOKEN, DEVICE),
    given: 'token',
    status: 200,
  },
  { command: curl('POST', '/v1/one-time-token/facemap/verify', AUTH, TOKEN, FACE), given: 'token', status: 200 },
  ...['sms', 'whatsapp', 'voice'].flatMap(channel),
];

const profile = (path: string): string => `/v2/profiles/{{profileId}}/${path}`;

const strongCustomerAuthentication: readonly PrintedCommand[] = [
  { command: curl('POST', profile('pin'), AUTH, JOSE, PIN_V2), given: 'nothing', status: 200 },
  { command: curl('POST', profile('pin/verify'), AUTH, JOSE, TOKEN, PIN_V2), given: 'token', status: 200 },
  { command: curl('DELETE', profile('pin'), AUTH), given: 'factors', status: 204 },
  { command: curl('POST', profile('device-fingerprints'), AUTH, JOSE, DEVICE), given: 'nothing', status: 200 },
  {
    command: curl('POST', profile('device-fingerprints/verify'), AUTH, JOSE, TOKEN, DEVICE),
    given: 'token',
    status: 200,
  },
  {
    command: curl('DELETE', profile('device-fingerprints/{{deviceFingerprintId}}'), AUTH),
    given: 'factors',
    status: 204,
  },
  { command: curl('POST', profile('facemaps'), AUTH, FACE), given: 'nothing', status: 204 },
  { command: curl('POST', profile('facemaps/verify'), AUTH, TOKEN, FACE), given: 'token', status: 200 },
  { command: curl('DELETE', profile('facemaps'), AUTH), given: 'factors', status: 204 },
  { command: curl('POST', profile('sca-sessions/authorise'), AUTH), given: 'factors', status: 200 },
];

export const PRINTED_COMMANDS: readonly PrintedCommand[] = [
  ...userSecurity,
  ...oneTimeToken,
  ...strongCustomerAuthentication,
];
