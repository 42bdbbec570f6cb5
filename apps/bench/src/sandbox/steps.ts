import type { Step } from '../load/job.ts';

const authorization = 'Bearer <<accessToken>>';
const ofToken = { authorization, 'one-time-token': '<<token>>' };
const json = { ...ofToken, 'content-type': 'application/json' };
const jose = {
  ...ofToken,
  'content-type': 'application/jose+json',
  accept: 'application/jose+json',
  'x-tw-jose-method': 'jwe',
};
const STATEMENT =
  '/v1/profiles/<<profile>>/balance-statements/<<balance>>/statement.json?currency=EUR&intervalStart=2026-01-01T00:00:00Z&intervalEnd=2026-12-31T00:00:00Z&type=COMPACT';

// The requests that the benchmarks are made of.

/** Creates a one-time token in advance. */
export const createSession: Step = {
  method: 'POST',
  path: '/v2/profiles/<<profile>>/sca-sessions/authorise',
  headers: { authorization },
  status: 200,
  take: { name: 'token', member: 'oneTimeTokenProperties.oneTimeToken' },
};

export const status: Step = {
  method: 'GET',
  path: '/v1/one-time-token/status',
  headers: ofToken,
  status: 200,
};

/** Calls a protected operation without an approval. */
export const challenge: Step = {
  method: 'GET',
  path: STATEMENT,
  headers: { authorization },
  status: 403,
  take: { name: 'token', header: 'x-2fa-approval' },
};

/** Repeats the protected call with the approval. */
export const approved: Step = {
  method: 'GET',
  path: STATEMENT,
  headers: { authorization, 'x-2fa-approval': '<<token>>' },
  status: 200,
};

export const verifyPin: Step = {
  method: 'POST',
  path: '/v2/profiles/<<profile>>/pin/verify',
  headers: json,
  body: '{"pin":"4821"}',
  status: 200,
};

export const verifyPinEncrypted: Step = { ...verifyPin, headers: jose, body: '<<pinJwe>>' };

export const verifyDevice: Step = {
  method: 'POST',
  path: '/v2/profiles/<<profile>>/device-fingerprints/verify',
  headers: json,
  body: '{"deviceFingerprint":"5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03"}',
  status: 200,
};

export const verifyDeviceEncrypted: Step = { ...verifyDevice, headers: jose, body: '<<deviceJwe>>' };

export const triggerSms: Step = {
  method: 'POST',
  path: '/v1/one-time-token/sms/trigger',
  headers: ofToken,
  status: 200,
};

export const verifySms: Step = {
  method: 'POST',
  path: '/v1/one-time-token/sms/verify',
  headers: json,
  body: '{"otpCode":"111111"}',
  status: 200,
};

/** Creates a sandbox user with a PIN and a device. */
export const createUser: Step = {
  method: 'POST',
  path: '/sandbox/users',
  headers: { 'content-type': 'application/json' },
  body: '{"pin":"4821","deviceFingerprint":"5f2a77d0-8c11-4a4e-9d41-aa01bb02cc03"}',
  status: 201,
};
