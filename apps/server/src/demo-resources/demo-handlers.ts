import type { components } from '@sca-kit/api';
import { type Actor, type AuditEvent, createAuditEvent, ScaError } from '@sca-kit/engine';
import { type HandlerRequest, type Handlers, RequestError, type RouterOptions } from '@sca-kit/hono';
import { clientTime } from '../handlers/client-time.ts';
import { requireProfile } from '../handlers/require-profile.ts';
import type { Services } from '../handlers/services.ts';
import { assertAmount } from '../wire/amount.ts';
import { toProfileType } from '../wire/profile-type.ts';
import { toTimestamp } from '../wire/time.ts';
import { demoError } from './demo-error.ts';
import type { BalanceRecord, TransferRecord } from './demo-tables.ts';

type Schemas = components['schemas'];
type Operation = 'getMe' | 'listProfiles' | 'createTransfer' | 'getTransfer' | 'getBalanceStatement' | 'fundTransfer';

/** Creates the handlers of the demo resources: a statement (low risk), a transfer (high risk) and what they need. */
export function demoHandlers(services: Services): Pick<Handlers, Operation> {
  const { engine, stores } = services;
  return {
    async getMe({ actor }) {
      const userId = userOf(actor);
      const user = await stores.engine.read({ clientId: actor.clientId }, (tx) =>
        tx.users.find({ clientId: actor.clientId, userId }),
      );
      if (!user) throw new ScaError('token.invalid', { message: 'The user of this token was deleted.' });
      return { status: 200, body: { id: userId, email: user.email, active: user.active } };
    },

    async listProfiles({ actor }) {
      const profiles = await engine.profiles.list(actor, userOf(actor));
      return {
        status: 200,
        body: profiles.map(({ profileId, type, userId }) => ({ id: profileId, type: toProfileType(type), userId })),
      };
    },

    async createTransfer({ actor, body }) {
      assertAmount('/body/sourceAmount', body.sourceAmount);
      const profile = await engine.profiles.default(actor, userOf(actor));
      const { customerTransactionId, targetAccount, sourceAmount, sourceCurrency, targetCurrency, details } = body;
      const transfer: TransferRecord = {
        ...profile,
        transferId: await transferIdOf(services, profile.clientId, profile.userId, customerTransactionId),
        amount: String(sourceAmount),
        currency: sourceCurrency,
        payee: String(targetAccount),
        details: {
          customerTransactionId,
          targetCurrency,
          ...(details?.reference ? { reference: details.reference } : {}),
        },
        createdAt: await clientTime(services, profile.clientId),
        fundedAt: null,
      };
      const inserted = await stores.transfers.insert(transfer, transferCreated(actor, transfer));
      // A repeated customerTransactionId returns the transfer that already exists.
      const stored = inserted ? transfer : await ownTransfer(services, actor, transfer.transferId);
      return { status: 200, body: toTransfer(stored) };
    },

    async getTransfer({ actor, path }) {
      return { status: 200, body: toTransfer(await ownTransfer(services, actor, path.transferId)) };
    },

    async getBalanceStatement({ profile, path, query }) {
      const { clientId, profileId } = requireProfile(profile);
      const balance = await stores.balances.find(clientId, path.balanceId);
      if (balance?.profileId !== profileId || balance.currency !== query.currency) {
        throw demoError('balance.not.found');
      }
      if (Date.parse(query.intervalEnd) < Date.parse(query.intervalStart)) {
        const message = 'must not be before intervalStart.';
        throw new RequestError('request.invalid', message, {
          issues: [{ path: '/query/intervalEnd', message }],
        });
      }
      return { status: 200, body: toStatement(balance, query) };
    },

    async fundTransfer({ actor, profile, path, body }) {
      const { clientId, profileId } = requireProfile(profile);
      const transfer = await transferOf(services, clientId, profileId, path.transferId);
      const { amount } = body;
      // An approval of another amount must not fund the whole order (RTS 5(1)(c)).
      if (amount && (amount.currency !== transfer.currency || amount.value !== Number(transfer.amount))) {
        throw demoError('transfer.amount.mismatch');
      }
      if (body.payee !== undefined && String(body.payee) !== transfer.payee) {
        throw demoError('transfer.payee.mismatch');
      }
      const fundedAt = await clientTime(services, clientId);
      const { transferId, currency, payee } = transfer;
      // RTS 29(2)(b): the number of the transaction, and what was paid to whom.
      const event = createAuditEvent(actor, fundedAt, {
        type: 'transfer.funded',
        userId: transfer.userId,
        profileId,
        data: { transferId, amount: String(amount?.value ?? transfer.amount), currency, payee },
      });
      if (!(await stores.transfers.fund(clientId, transferId, fundedAt, event))) {
        throw demoError('transfer.already.funded');
      }
      return {
        status: 200,
        body: { type: 'BALANCE', status: 'COMPLETED', errorCode: null, balanceTransactionId: transferId },
      };
    },
  };
}

/** Returns what dynamic linking binds a payment to (RTS 5). The transfer supplies the values that the request omits. */
export function paymentLink(services: Services): NonNullable<NonNullable<RouterOptions['links']>['fundTransfer']> {
  return async ({ profile, path, body }: HandlerRequest<'fundTransfer'>) => {
    if (body.amount) assertAmount('/body/amount/value', body.amount.value);
    const { clientId, profileId } = requireProfile(profile);
    const transfer = await transferOf(services, clientId, profileId, path.transferId);
    return {
      transferId: transfer.transferId,
      amount: body.amount?.value ?? Number(transfer.amount),
      currency: body.amount?.currency ?? transfer.currency,
      payee: body.payee ?? Number(transfer.payee),
    };
  };
}

async function transferOf(
  { stores }: Services,
  clientId: string,
  profileId: number,
  transferId: number,
): Promise<TransferRecord> {
  const transfer = await stores.transfers.find(clientId, transferId);
  if (transfer?.profileId !== profileId) throw demoError('transfer.not.found');
  return transfer;
}

async function ownTransfer({ stores }: Services, actor: Actor, transferId: number): Promise<TransferRecord> {
  const transfer = await stores.transfers.find(actor.clientId, transferId);
  if (transfer?.userId !== actor.userId) throw demoError('transfer.not.found');
  return transfer;
}

/** Creates the audit event of a new transfer. */
export function transferCreated(actor: Actor, transfer: TransferRecord): AuditEvent {
  const { userId, profileId, transferId, amount, currency, payee, createdAt } = transfer;
  const data = { transferId, amount, currency, payee };
  return createAuditEvent(actor, createdAt, { type: 'transfer.created', userId, profileId, data });
}

/** Derives the id from `customerTransactionId`, so that a repeated order yields the same transfer. */
async function transferIdOf({ keys }: Services, clientId: string, userId: number, order: string): Promise<number> {
  const digest = await keys.digest(JSON.stringify([clientId, userId, order.toLowerCase()]));
  return Number(Buffer.from(digest, 'base64url').readBigUInt64BE() >> 16n) + 1;
}

function userOf({ userId }: Actor): number {
  if (userId === null) throw new TypeError('A user token always belongs to a user.');
  return userId;
}

function toTransfer(transfer: TransferRecord): Schemas['Transfer'] {
  const { customerTransactionId, targetCurrency, reference } = transfer.details as Readonly<
    Record<string, string | undefined>
  >;
  return {
    id: transfer.transferId,
    user: transfer.userId,
    targetAccount: Number(transfer.payee),
    sourceCurrency: transfer.currency,
    targetCurrency: targetCurrency ?? transfer.currency,
    sourceValue: Number(transfer.amount),
    status: transfer.fundedAt === null ? 'incoming_payment_waiting' : 'processing',
    created: toTimestamp(transfer.createdAt),
    customerTransactionId: customerTransactionId ?? '',
    details: reference === undefined ? {} : { reference },
  };
}

function toStatement(
  { balanceId, currency, amount }: BalanceRecord,
  { intervalStart, intervalEnd, type = 'COMPACT' }: HandlerRequest<'getBalanceStatement'>['query'],
): Schemas['BalanceStatement'] {
  const endOfStatementBalance = { value: Number(amount), currency };
  return { balanceId, currency, intervalStart, intervalEnd, type, transactions: [], endOfStatementBalance };
}
