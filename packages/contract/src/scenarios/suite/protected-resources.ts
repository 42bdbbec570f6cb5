import { type Scenario, textAt, UnexpectedResponse } from '../scenario.ts';
import { uuid } from '../uuid.ts';
import { call, clear, DEVICE, enrolledUser, expectValue, PIN, requiredToken, scenario } from './steps.ts';

const STATEMENT = { currency: 'EUR', intervalStart: '2026-11-01T00:00:00Z', intervalEnd: '2026-11-25T00:00:00Z' };
const WHOLE = { type: 'BALANCE' };
const payment = (value: number, payee = 14_550_101): object => ({
  type: 'BALANCE',
  amount: { value, currency: 'EUR' },
  payee,
});

/** The demo resources behind SCA, and the way to them. */
export const protectedResources: readonly Scenario[] = [
  scenario('getMe', 200, 'returns the user of the token', async (context) => {
    const user = await context.sharedUser('getMe');
    expectValue(await call(context, 'getMe', 200, { user }), user.userId, 'id');
  }),
  scenario('listProfiles', 200, 'the default profile comes first', async (context) => {
    const user = await context.sharedUser('listProfiles');
    expectValue(await call(context, 'listProfiles', 200, { user }), user.profileIds[0], 0, 'id');
  }),
  scenario('createTransfer', 200, 'a repeat of an order responds with the first one', async (context) => {
    const user = await context.user();
    const body = {
      targetAccount: 14_550_101,
      sourceCurrency: 'EUR',
      targetCurrency: 'EUR',
      sourceAmount: 20.5,
      customerTransactionId: uuid(context.random),
    };
    const first = await call(context, 'createTransfer', 200, { user, body });
    const again = await call(context, 'createTransfer', 200, { user, body });
    expectValue(again, Number(textAt(first, 'id')), 'id');
  }),
  scenario('getTransfer', 200, 'an ordered transfer is read', async (context) => {
    const user = await context.sharedUser('getTransfer');
    expectValue(await call(context, 'getTransfer', 200, { user }), user.transferId, 'id');
  }),
  scenario('getBalanceStatement', 200, 'clearing once opens five minutes, and no more', async (context) => {
    const user = await enrolledUser(context);
    const rejected = await call(context, 'getBalanceStatement', 403, { user, query: STATEMENT }, 'sca.required');
    const token = requiredToken(rejected);
    await clear(context, user, token);
    const headers = { 'x-2fa-approval': token };
    await call(context, 'getBalanceStatement', 200, { user, query: STATEMENT, headers });
    await call(context, 'getBalanceStatement', 200, { user, query: STATEMENT });
    await context.advance(user, 301);
    await call(context, 'getBalanceStatement', 403, { user, query: STATEMENT }, 'sca.required');
  }),
  scenario('getBalanceStatement', 200, 'the typed client gets there by itself', async (context) => {
    const user = await enrolledUser(context);
    const client = context.client(user, {
      handlers: { PIN: async () => PIN, PARTNER_DEVICE_FINGERPRINT: async () => DEVICE },
    });
    const path = { profileId: user.profileIds[0] ?? 0, balanceId: user.balanceId };
    const result = await client.call('getBalanceStatement', { params: { path, query: { ...STATEMENT } } });
    if (result.error !== undefined) throw new UnexpectedResponse(`The client received ${result.response.status}.`);
  }),
  scenario('getBalanceStatement', 403, 'without enough factors the response has no one-time token', async (context) => {
    const user = await context.user({ pin: PIN });
    const response = await call(
      context,
      'getBalanceStatement',
      403,
      { user, query: STATEMENT },
      'sca.factors.insufficient',
    );
    if (response.header('x-2fa-approval') !== undefined)
      throw new UnexpectedResponse('The response has a one-time token whose challenges cannot be completed.');
  }),
  scenario('getBalanceStatement', 404, 'an unknown balance is not found, once approved', async (context) => {
    const user = await enrolledUser(context);
    const rejected = await call(context, 'getBalanceStatement', 403, { user, query: STATEMENT }, 'sca.required');
    await clear(context, user, requiredToken(rejected));
    const path = { balanceId: 8_000_000_000_001 };
    await call(context, 'getBalanceStatement', 404, { user, path, query: STATEMENT }, 'balance.not.found');
  }),
  scenario('fundTransfer', 404, 'an unknown transfer is not found, before any approval', async (context) => {
    const path = { transferId: 8_000_000_000_001 };
    await call(context, 'fundTransfer', 404, { user: await enrolledUser(context), path }, 'transfer.not.found');
  }),
  scenario('fundTransfer', 200, 'an approval serves once', async (context) => {
    const user = await enrolledUser(context);
    const token = requiredToken(await call(context, 'fundTransfer', 403, { user, body: WHOLE }, 'sca.required'));
    await clear(context, user, token);
    const headers = { 'x-2fa-approval': token };
    await call(context, 'fundTransfer', 200, { user, body: WHOLE, headers });
    await call(context, 'fundTransfer', 403, { user, body: WHOLE, headers }, 'sca.required');
  }),
  scenario('fundTransfer', 403, 'an approval does not serve for another amount', async (context) => {
    const user = await enrolledUser(context);
    const token = requiredToken(await call(context, 'fundTransfer', 403, { user, body: payment(20) }, 'sca.required'));
    await clear(context, user, token);
    const headers = { 'x-2fa-approval': token };
    const rejected = await call(context, 'fundTransfer', 403, { user, body: payment(21), headers }, 'sca.required');
    if (requiredToken(rejected) === token)
      throw new UnexpectedResponse('The response requires the same one-time token again.');
  }),
  scenario('fundTransfer', 409, 'a transfer is funded once', async (context) => {
    const user = await enrolledUser(context);
    for (const status of [200, 409]) {
      const token = requiredToken(await call(context, 'fundTransfer', 403, { user, body: WHOLE }, 'sca.required'));
      await clear(context, user, token);
      await call(context, 'fundTransfer', status, { user, body: WHOLE, headers: { 'x-2fa-approval': token } });
    }
  }),
  ...(
    [
      ['an amount above the order', payment(9999), 'transfer.amount.mismatch'],
      ['another payee', payment(120.5, 1), 'transfer.payee.mismatch'],
    ] as const
  ).map(([name, body, code]) =>
    scenario('fundTransfer', 422, `${name} is rejected, though approved`, async (context) => {
      const user = await enrolledUser(context);
      const token = requiredToken(await call(context, 'fundTransfer', 403, { user, body }, 'sca.required'));
      await clear(context, user, token);
      await call(context, 'fundTransfer', 422, { user, body, headers: { 'x-2fa-approval': token } }, code);
    }),
  ),
];
