import type { FactorExtension, Operation } from '@sca-kit/openapi';
import { beforeAll, describe, expect, it } from 'vitest';
import { specContract } from '../../test/support/contracts.ts';
import type { SandboxUserOptions } from '../client/sandbox-user.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import {
  bodyWith,
  documentedCode,
  type Factor,
  factorsOf,
  otherSecret,
  secretOf,
  successOf,
  userWith,
  userWithout,
} from './factor.ts';
import type { ScenarioContext } from './scenario.ts';

let own: ContractDocument;
let factors: ReadonlyMap<string, Factor>;
beforeAll(async () => {
  own = await specContract();
  factors = new Map(factorsOf(own.operations).map((factor) => [factor.type, factor]));
});

const factorOf = (type: string): Factor => {
  const found = factors.get(type);
  if (!found) throw new Error(`There is no factor ${type}.`);
  return found;
};
const ids = (operations: readonly Operation[]): string[] => operations.map(({ id }) => id);
const marked = (id: string, path: string, factor?: FactorExtension): Operation =>
  ({ id, path, ...(factor ? { factor } : {}) }) as unknown as Operation;

describe('the factors of a document', () => {
  it('are its operations with x-factor by type and action, those of a profile first', () => {
    const found = factorsOf([
      marked('listThings', '/things'),
      marked('checkOldWord', '/word/verify', { type: 'WORD', action: 'verify', field: 'word' }),
      marked('sendCode', '/code', { type: 'MAIL', action: 'trigger', field: 'sentTo' }),
      marked('checkWord', '/{profileId}/word/verify', { type: 'WORD', action: 'verify', field: 'word' }),
      marked('setWord', '/{profileId}/word', { type: 'WORD', action: 'enrol', field: 'word' }),
      marked('dropWord', '/{profileId}/word', { type: 'WORD', action: 'delete' }),
    ]);
    expect(found.map(({ type }) => type)).toEqual(['WORD', 'MAIL']);
    const [word, mail] = found;
    expect(ids(word?.verify ?? [])).toEqual(['checkWord', 'checkOldWord']);
    expect([ids(word?.enrol ?? []), ids(word?.delete ?? [])]).toEqual([['setWord'], ['dropWord']]);
    expect(word?.trigger).toEqual([]);
    expect([ids(mail?.trigger ?? []), mail?.verify]).toEqual([['sendCode'], []]);
  });

  it('are empty without x-factor', () => {
    expect(factorsOf([marked('listThings', '/things')])).toEqual([]);
  });

  it('of the spec have a secret each and a code for every expected error response', () => {
    expect(factors.size).toBeGreaterThan(5);
    for (const factor of factors.values()) {
      expect(secretOf(factor), factor.type).toMatch(/^[\w=+/-]{4,}$/);
      for (const { id, codes } of [
        ...factor.enrol.map((one) => ({ id: one.id, codes: documentedCode(one, 409, '.already.exists') })),
        ...factor.delete.map((one) => ({ id: one.id, codes: documentedCode(one, 404, '.not.setup') })),
        ...factor.verify.map((one) => ({ id: one.id, codes: documentedCode(one, 400, '.verification.failed') })),
      ]) {
        expect(codes, id).toBeDefined();
      }
    }
  });
});

describe('another secret', () => {
  it.each([
    ['1234', '2234'],
    ['9876', '0876'],
    ['device-one', 'eevice-one'],
    ['zebra', 'aebra'],
    ['Zebra', 'Aebra'],
    ['--x1', '--y1'],
  ])('of %s is %s: the same form, another value', (secret, other) => {
    expect(otherSecret(secret)).toBe(other);
  });

  it.each(['', '----', 'é'])('of "%s" throws a TypeError', (secret) => {
    expect(() => otherSecret(secret)).toThrow(TypeError);
  });
});

describe('a documented code', () => {
  it('is found by its ending among the examples of the status', () => {
    const [verify] = factorOf('PIN').verify;
    if (!verify) throw new Error('PIN has no verification.');
    expect(documentedCode(verify, 400, '.verification.failed')).toBe('pin.verification.failed');
    expect(documentedCode(verify, 400, '.already.exists')).toBeUndefined();
    expect(documentedCode(verify, 401, '.verification.failed')).toBeUndefined();
    expect(documentedCode(verify, 418, '.verification.failed')).toBeUndefined();
  });
});

describe('a request', () => {
  it('has the secret in the field of x-factor and the documented success status', () => {
    const [enrol] = factorOf('FACE_MAP').enrol;
    if (!enrol) throw new Error('FACE_MAP has no enrolment.');
    expect(bodyWith(enrol, 'abc')).toEqual({ faceMap: 'abc' });
    expect(successOf(enrol)).toBe(Number(enrol.responses.find(({ status }) => status.startsWith('2'))?.status));
  });
});

describe('a user', () => {
  const PRESETS = { pin: '1234', deviceFingerprint: 'device-one', faceMap: expect.any(String) };

  async function made(
    make: (context: ScenarioContext, factor: Factor) => Promise<unknown>,
    type: string,
  ): Promise<{ readonly options: SandboxUserOptions | undefined; readonly calls: readonly string[] }> {
    let options: SandboxUserOptions | undefined;
    const calls: string[] = [];
    const context = {
      phone: '+6581234567',
      user: async (given: SandboxUserOptions) => {
        options = given;
        return {};
      },
      call: async (id: string, { body }: { body: unknown }) => {
        calls.push(`${id} ${JSON.stringify(body)}`);
        const { method = 'GET', path = '/', responses = [] } = own.byId.get(id) ?? {};
        const status = Number(responses.find((each) => each.status.startsWith('2'))?.status);
        return {
          status,
          body: {},
          header: () => undefined,
          exchange: { operationId: id, request: { method, target: path } },
        };
      },
    } as unknown as ScenarioContext;
    await make(context, factorOf(type));
    return { options, calls };
  }

  it.each<[string, object]>([
    ['PIN', { deviceFingerprint: PRESETS.deviceFingerprint, faceMap: PRESETS.faceMap }],
    ['PARTNER_DEVICE_FINGERPRINT', { pin: PRESETS.pin, faceMap: PRESETS.faceMap }],
    ['FACE_MAP', { pin: PRESETS.pin, deviceFingerprint: PRESETS.deviceFingerprint }],
    ['SMS', PRESETS],
  ])('without %s has others of two categories', async (type, options) => {
    expect(await made(userWithout, type)).toEqual({ options, calls: [] });
  });

  it('enrols a factor by the operation of the profile', async () => {
    const { options, calls } = await made(userWith, 'PIN');
    expect(options).not.toHaveProperty('pin');
    expect(calls).toEqual([`createPin {"pin":"${secretOf(factorOf('PIN'))}"}`]);
  });

  it('is created with the device that is verified', async () => {
    const { options, calls } = await made(userWith, 'PARTNER_DEVICE_FINGERPRINT');
    const secret = secretOf(factorOf('PARTNER_DEVICE_FINGERPRINT'));
    expect(options).toEqual({ pin: '1234', phoneNumber: '+6581234567', deviceFingerprint: secret });
    expect(calls).toEqual([]);
  });

  it('has no secret for a phone: the code is sent', async () => {
    expect(secretOf(factorOf('SMS'))).toBe('111111');
    const { options } = await made(userWith, 'SMS');
    expect(options).toEqual({ pin: '1234', deviceFingerprint: 'device-one', phoneNumber: '+6581234567' });
  });
});
