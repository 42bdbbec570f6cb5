import { asArray, asObject, asString, type FactorExtension, type Operation } from '@sca-kit/openapi';
import type { SandboxUser } from '../client/sandbox-user.ts';
import type { ScenarioContext } from './scenario.ts';
import { call, DEVICE, FACE_MAP, newToken, OTP_CODE, PIN } from './suite/steps.ts';

/** The operations with `x-factor` of one challenge type; those with a profile in the path first. */
export interface Factor {
  readonly type: string;
  readonly enrol: readonly Operation[];
  readonly delete: readonly Operation[];
  readonly trigger: readonly Operation[];
  readonly verify: readonly Operation[];
}

/** Groups the operations with `x-factor` by challenge type. */
export function factorsOf(operations: readonly Operation[]): Factor[] {
  const marked = operations.filter(({ factor }) => factor !== undefined);
  const ordered = marked.toSorted((a, b) => Number(namesProfile(b)) - Number(namesProfile(a)));
  const that = (type: string, action: FactorExtension['action']): Operation[] =>
    ordered.filter(({ factor }) => factor?.type === type && factor.action === action);
  return [...new Set(marked.flatMap(({ factor }) => factor?.type ?? []))].map((type) => ({
    type,
    enrol: that(type, 'enrol'),
    delete: that(type, 'delete'),
    trigger: that(type, 'trigger'),
    verify: that(type, 'verify'),
  }));
}

const namesProfile = ({ path }: Operation): boolean => path.includes('{profileId}');

/** The secret of a factor: the fixed code of the sandbox, or the first example. */
export function secretOf(factor: Factor): string {
  if (factor.trigger.length > 0) return OTP_CODE;
  const [operation] = factor.verify;
  const plain = operation?.body?.contents.find(({ jose }) => jose === undefined);
  const example = asObject(plain?.examples[0]?.value);
  return asString(example[operation?.factor?.field ?? '']) ?? '';
}

/**
 * Another secret of the same form: the first digit or letter becomes the next one.
 *
 * @throws TypeError when the secret has neither
 */
export function otherSecret(secret: string): string {
  if (!/[0-9a-z]/i.test(secret)) throw new TypeError('The secret has no digit or letter to change.');
  return secret.replace(/[0-9a-z]/i, (first) => {
    const alphabet = /\d/.test(first) ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
    const next = alphabet[(alphabet.indexOf(first.toLowerCase()) + 1) % alphabet.length] ?? '';
    return /[A-Z]/.test(first) ? next.toUpperCase() : next;
  });
}

/** The request body with a secret. */
export const bodyWith = ({ factor }: Operation, secret: string): object => ({ [factor?.field ?? '']: secret });

/** The code that an operation documents for a status, by its ending; undefined when its examples show none. */
export function documentedCode(operation: Operation, status: number, ending: string): string | undefined {
  const response = operation.responses.find((response) => response.status === String(status));
  return response?.contents
    .flatMap(({ examples }) => examples.map(({ value }) => asObject(asArray(asObject(value).errors)[0]).code))
    .find((code): code is string => typeof code === 'string' && code.endsWith(ending));
}

/** The first success that an operation documents. */
export function successOf(operation: Operation): number {
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  return Number(success?.status ?? 200);
}

const PRESETS = { pin: PIN, deviceFingerprint: DEVICE, faceMap: FACE_MAP };

/** A user with other factors of two categories at least, and without this one. */
export function userWithout(context: ScenarioContext, factor: Factor): Promise<SandboxUser> {
  const field = factor.verify[0]?.factor?.field ?? '';
  const others = Object.entries(PRESETS).filter(([name]) => name !== field);
  return context.user(Object.fromEntries(others));
}

/** A user with this factor and with others of two categories. */
export async function userWith(context: ScenarioContext, factor: Factor): Promise<SandboxUser> {
  const [enrol] = factor.enrol;
  if (enrol) {
    const user = await userWithout(context, factor);
    await call(context, enrol.id, successOf(enrol), { user, body: bodyWith(enrol, secretOf(factor)) });
    return user;
  }
  const own = factor.trigger.length > 0 ? {} : { [factor.verify[0]?.factor?.field ?? '']: secretOf(factor) };
  return context.user({ pin: PIN, deviceFingerprint: DEVICE, phoneNumber: context.phone, ...own });
}

/** The same with a one-time token, whose code has been sent where the factor sends codes. */
export async function atVerification(
  context: ScenarioContext,
  factor: Factor,
): Promise<{ readonly user: SandboxUser; readonly headers: { 'one-time-token': string } }> {
  const user = await userWith(context, factor);
  const headers = await newToken(context, user);
  const [trigger] = factor.trigger;
  if (trigger) await call(context, trigger.id, 200, { user, headers });
  return { user, headers };
}
