import { asArray, type Operation } from '@sca-kit/openapi';
import type { ReceivedResponse } from '../../client/caller.ts';
import {
  atVerification,
  bodyWith,
  documentedCode,
  type Factor,
  factorsOf,
  otherSecret,
  secretOf,
  successOf,
  userWith,
  userWithout,
} from '../factor.ts';
import { pick, type Scenario, type ScenarioContext, textAt, UnexpectedResponse } from '../scenario.ts';
import { call, expectValue, inBothForms, newToken, scenario } from './steps.ts';

/** What has to hold for every factor that the document marks. */
export function factorScenarios(operations: readonly Operation[]): Scenario[] {
  return factorsOf(operations).flatMap((factor) => [
    ...factor.enrol.flatMap((operation) => enrolment(factor, operation)),
    ...factor.delete.flatMap((operation) => withdrawal(factor, operation)),
    ...factor.trigger.flatMap((operation) => sending(factor, operation)),
    ...factor.verify.flatMap((operation) => verification(factor, operation)),
    ...(factor.trigger.length > 0 ? factor.verify.flatMap((operation) => codes(factor, operation)) : []),
  ]);
}

type Form = 'encrypted' | 'plain' | undefined;

/** Once, or in both forms where the operation has an encrypted one. */
function inItsForms(
  operation: Operation,
  status: number,
  name: string,
  run: (context: ScenarioContext, form: Form) => Promise<unknown>,
): Scenario[] {
  const response = operation.responses.find((response) => response.status === String(status));
  if (response?.contents.some(({ jose }) => jose)) return inBothForms(operation.id, status, name, run);
  if (!operation.body?.contents.some(({ jose }) => jose)) {
    return [scenario(operation.id, status, name, (context) => run(context, undefined))];
  }
  return (['encrypted', 'plain'] as const).map((form) =>
    scenario(operation.id, status, `${name} (${form})`, (context) => run(context, form)),
  );
}

const inForm = (form: Form) => (form === undefined ? {} : { form });

function enrolment(factor: Factor, operation: Operation): Scenario[] {
  const { type } = factor;
  const body = bodyWith(operation, secretOf(factor));
  return [
    ...inItsForms(operation, successOf(operation), `a ${type} is enrolled, and none besides`, async (context, form) => {
      const user = await userWithout(context, factor);
      await call(context, operation.id, successOf(operation), { user, body, ...inForm(form) });
      for (const other of factor.enrol) {
        const second = { user, body: bodyWith(other, secretOf(factor)) };
        await call(context, other.id, 409, second, documentedCode(other, 409, '.already.exists'));
      }
    }),
    scenario(operation.id, 409, `a second ${type} is rejected`, async (context) => {
      const options = { user: await userWith(context, factor), body };
      await call(context, operation.id, 409, options, documentedCode(operation, 409, '.already.exists'));
    }),
  ];
}

function withdrawal(factor: Factor, operation: Operation): Scenario[] {
  const { type, verify } = factor;
  const success = successOf(operation);
  return [
    scenario(operation.id, success, `a ${type} is removed, and clears nothing any more`, async (context) => {
      const { user, headers } = await atVerification(context, factor);
      await call(context, operation.id, success, { user });
      await call(context, operation.id, 404, { user }, documentedCode(operation, 404, '.not.setup'));
      for (const one of verify) {
        await call(context, one.id, 400, { user, headers, body: bodyWith(one, secretOf(factor)) }, failure(one));
      }
    }),
  ];
}

const failure = (operation: Operation): string | undefined => documentedCode(operation, 400, '.verification.failed');

function verification(factor: Factor, operation: Operation): Scenario[] {
  const { type } = factor;
  const secret = secretOf(factor);
  return [
    ...inItsForms(operation, 200, `the right ${type} passes its challenge`, async (context, form) => {
      const { user, headers } = await atVerification(context, factor);
      await call(context, operation.id, 200, { user, headers, body: bodyWith(operation, secret), ...inForm(form) });
      expectPassed(await call(context, 'getOneTimeTokenStatus', 200, { user, headers }), type);
    }),
    scenario(operation.id, 400, `a wrong ${type} is rejected`, async (context) => {
      const { user, headers } = await atVerification(context, factor);
      const body = bodyWith(operation, otherSecret(secret));
      await call(context, operation.id, 400, { user, headers, body }, failure(operation));
      expectPassed(await call(context, 'getOneTimeTokenStatus', 200, { user, headers }), type, false);
    }),
    scenario(operation.id, 400, 'a challenge that the token does not offer is rejected', async (context) => {
      const user = await userWithout(context, factor);
      const options = { user, headers: await newToken(context, user), body: bodyWith(operation, secret) };
      await call(context, operation.id, 400, options, 'challenge.not.applicable');
    }),
  ];
}

/** Checks that the slot which offers the type has passed, or has not, and that no other has. */
function expectPassed(status: ReceivedResponse, type: string, wanted = true): void {
  const slots = asArray(pick(status.body, 'oneTimeTokenProperties', 'challenges')).map((slot) => ({
    passed: pick(slot, 'passed'),
    offers: [pick(slot, 'primaryChallenge'), ...asArray(pick(slot, 'alternatives'))].some(
      (one) => pick(one, 'type') === type,
    ),
  }));
  if (!slots.some(({ offers }) => offers)) throw new UnexpectedResponse(`No challenge of the token offers ${type}.`);
  for (const { passed, offers } of slots) {
    const should = offers && wanted;
    if (passed === should) continue;
    throw new UnexpectedResponse(
      `A challenge ${offers ? 'with' : 'without'} ${type} is ${should ? 'not ' : ''}passed.`,
    );
  }
}

function sending(factor: Factor, operation: Operation): Scenario[] {
  const { id, factor: { field = '' } = {} } = operation;
  return [
    scenario(id, 200, 'a code is sent, and where to is only hinted at', async (context) => {
      const { user, headers } = await withToken(context, factor);
      const response = await call(context, id, 200, { user, headers });
      const masked = `${'*'.repeat(context.phone.length - 4)}${context.phone.slice(-4)}`;
      if (field === 'obfuscatedPhoneNo') expectValue(response, masked, field);
      else if (!textAt(response, field).includes('*')) throw new UnexpectedResponse(`${field} of ${id} is not masked.`);
    }),
    scenario(id, 429, 'a second code within 15 seconds is rejected', async (context) => {
      const { user, headers } = await withToken(context, factor);
      await call(context, id, 200, { user, headers });
      await call(context, id, 429, { user, headers }, 'otp.resend.too.early');
      await context.advance(user, 16);
      await call(context, id, 200, { user, headers });
    }),
    scenario(id, 400, 'a token that does not offer the channel is rejected', async (context) => {
      const user = await userWithout(context, factor);
      await call(context, id, 400, { user, headers: await newToken(context, user) }, 'challenge.not.applicable');
    }),
  ];
}

function codes(factor: Factor, operation: Operation): Scenario[] {
  const body = bodyWith(operation, secretOf(factor));
  return [
    scenario(operation.id, 400, 'a code before any was sent is rejected', async (context) => {
      const { user, headers } = await withToken(context, factor);
      await call(context, operation.id, 400, { user, headers, body }, 'challenge.not.triggered');
    }),
    scenario(operation.id, 400, 'a code dies after five minutes', async (context) => {
      const { user, headers } = await atVerification(context, factor);
      await context.advance(user, 301);
      await call(context, operation.id, 400, { user, headers, body }, failure(operation));
    }),
  ];
}

async function withToken(context: ScenarioContext, factor: Factor) {
  const user = await userWith(context, factor);
  return { user, headers: await newToken(context, user) };
}
