import { describe, expect, it } from 'vitest';
import { CLIENT, CODE, enrolled, expectConflict, type FactorsFixture, factorsFixture } from './factors.fixture.ts';

const ANOTHER = '+447911123457';

const changes = [
  [
    'another one takes its place',
    (id: number, { engine, user }: FactorsFixture) => engine.phoneNumbers.update(CLIENT, user, id, ANOTHER),
  ],
  ['it is deleted', (id: number, { engine, user }: FactorsFixture) => engine.phoneNumbers.delete(CLIENT, user, id)],
] as const;

async function change(fixture: FactorsFixture, how: (typeof changes)[number][1]): Promise<void> {
  const [number] = await fixture.engine.phoneNumbers.list(CLIENT, fixture.user);
  await how(number?.id ?? 0, fixture);
}

const statusOf = async ({ engine, actor, user }: FactorsFixture) =>
  (await engine.authenticationFactors.list(actor, user)).find(({ channel }) => channel === 'SMS')?.status;

describe.each(changes)('A number that codes were sent to, once %s', (_, how) => {
  it('makes a pending code invalid', async () => {
    const fixture = await factorsFixture();
    const { engine, actor, user } = fixture;
    await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
    await change(fixture, how);
    await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'VERIFICATION_CODE_EXPIRED');
    expect(await statusOf(fixture)).toBe('INACTIVE');
  });

  it('makes a code that was being sent invalid', async () => {
    const fixture = await factorsFixture();
    const { engine, actor, user, delivery } = fixture;
    delivery.beforeSend = () => change(fixture, how);
    await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
    await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'VERIFICATION_CODE_EXPIRED');
    expect(await statusOf(fixture)).toBeUndefined();
  });

  it("deactivates the OTP factor and removes the step-up of the user's tokens", async () => {
    const fixture = await enrolled();
    const { engine, actor, waitForResend, auditTypes } = fixture;
    const other = await engine.identity.authenticate(await fixture.logIn());
    waitForResend();
    await engine.stepUps.startOtp(actor, fixture.token, 'SMS');
    await engine.stepUps.verifyOtp(actor, fixture.token, 'SMS', CODE);
    waitForResend();
    await engine.stepUps.startOtp(actor, other, 'SMS');
    await change(fixture, how);
    await expectConflict(engine.stepUps.verifyOtp(actor, other, 'SMS', CODE), 'CHANNEL_NOT_REGISTERED');
    expect(await statusOf(fixture)).toBe('INACTIVE');
    expect(auditTypes()).toContain('authentication-factor.withdrawn');
    const { clientId, digest } = fixture.token;
    const stored = await fixture.store.read({ clientId }, (tx) => tx.accessTokens.find(clientId, digest));
    expect(stored?.steppedUpAt).toBeNull();
  });
});

it('updating to the same number changes nothing', async () => {
  const fixture = await enrolled();
  const [number] = await fixture.engine.phoneNumbers.list(CLIENT, fixture.user);
  await fixture.engine.phoneNumbers.update(CLIENT, fixture.user, number?.id ?? 0, number?.phoneNumber ?? '');
  expect(await statusOf(fixture)).toBe('ACTIVE');
});

it('a code is bound to the number it was sent to', async () => {
  const fixture = await factorsFixture();
  const { engine, actor, user, store } = fixture;
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  await store.transaction(user, async (tx) => {
    const [number] = await tx.phoneNumbers.list(user);
    if (number) await tx.phoneNumbers.update({ ...number, mac: 'of another number' });
  });
  await expectConflict(engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE), 'VERIFICATION_CODE_INVALID');
});

it('the new number is enrolled with a new code', async () => {
  const fixture = await enrolled();
  const { engine, actor, user, delivery } = fixture;
  const [number] = await engine.phoneNumbers.list(CLIENT, user);
  await engine.phoneNumbers.update(CLIENT, user, number?.id ?? 0, ANOTHER);
  await engine.authenticationFactors.enrolOtp(actor, user, 'SMS');
  expect(delivery.otps.at(-1)?.recipient).toBe(ANOTHER);
  await engine.authenticationFactors.verifyOtp(actor, user, 'SMS', CODE);
  expect(await statusOf(fixture)).toBe('ACTIVE');
});
