import { SCA_ERRORS, ScaError } from '@sca-kit/engine';
import { expect, test } from 'vitest';
import { renderError } from './render-error.ts';
import { REQUEST_ERRORS, RequestError } from './request-error.ts';

/** The documented HTTP status of every code. Not derived from the sources: a changed status has to be changed here too. */
const ENGINE_STATUS = {
  400: [
    'pin.invalid',
    'pin.verification.failed',
    'device.fingerprint.invalid',
    'device.fingerprint.limit.reached',
    'device.fingerprint.verification.failed',
    'facemap.invalid',
    'facemap.verification.failed',
    'phone.number.invalid',
    'sms.verification.failed',
    'whatsapp.verification.failed',
    'voice.verification.failed',
    'challenge.not.applicable',
    'challenge.not.triggered',
    'oauth.invalid_grant',
  ],
  401: ['authentication.required', 'token.invalid', 'oauth.invalid_client', 'oauth.invalid_code'],
  403: ['login.failed', 'sca.required', 'sca.factors.insufficient', 'access.denied', 'step.up.required'],
  404: [
    'pin.not.setup',
    'device.fingerprint.not.found',
    'facemap.not.setup',
    'phone.number.not.found',
    'one.time.token.not.found',
    'user.not.found',
    'profile.not.found',
    'client.not.found',
    'push.not.found',
  ],
  409: [
    'pin.already.exists',
    'device.fingerprint.already.exists',
    'facemap.already.exists',
    'phone.number.already.exists',
    'email.already.exists',
    'factor.conflict',
  ],
  422: ['phone.number.repeated'],
  429: ['sca.locked', 'otp.resend.too.early', 'otp.hourly.limit.reached', 'rate.limit.reached'],
  503: ['delivery.unavailable', 'service.unavailable'],
} as const;

const REQUEST_STATUS = {
  400: ['request.malformed', 'request.invalid', 'jwe_error', 'jws_error'],
  401: ['authentication.required', 'token.invalid'],
  403: ['access.denied'],
  404: ['route.not.found'],
  405: ['method.not.allowed'],
  406: ['not.acceptable'],
  413: ['request.too.large'],
  415: ['media.type.unsupported'],
  417: ['expectation.failed'],
} as const;

function pairs<Code extends string>(table: Readonly<Record<number, readonly Code[]>>): [Code, number][] {
  return Object.entries(table).flatMap(([status, codes]) =>
    codes.map((code): [Code, number] => [code, Number(status)]),
  );
}

type EngineCode = keyof typeof SCA_ERRORS;
type RequestCode = keyof typeof REQUEST_ERRORS;
const FAMILIES = ['standard', 'factor', 'oauth'] as const;

test.each(pairs<EngineCode>(ENGINE_STATUS))('%s of the engine is a %i in every error family', (code, status) => {
  const error = new ScaError(code);
  expect(FAMILIES.map((family) => renderError(family, error).status)).toEqual([status, status, status]);
});

test.each(pairs<RequestCode>(REQUEST_STATUS))('%s of the HTTP layer is a %i in every error family', (code, status) => {
  const error = new RequestError(code);
  expect(FAMILIES.map((family) => renderError(family, error).status)).toEqual([status, status, status]);
});

test('the tables of statuses contain every code of the engine and of the HTTP layer', () => {
  const codesOf = (table: Readonly<Record<number, readonly string[]>>) => Object.values(table).flat().sort();
  expect(codesOf(ENGINE_STATUS)).toEqual(Object.keys(SCA_ERRORS).sort());
  expect(codesOf(REQUEST_STATUS)).toEqual(Object.keys(REQUEST_ERRORS).sort());
});
