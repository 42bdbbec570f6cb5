import type { ScaClientError } from '../error.ts';
import { abortable } from '../layer.ts';
import type { Calls } from '../types.ts';
import { declined, failed, handlerMissing, notSent, notText, tokenUnusable } from './challenge-errors.ts';
import { isOtp, isVerifiable, type Target, trigger, verify } from './factors.ts';
import type {
  ChallengeHandlers,
  ChallengePrompt,
  ChallengeType,
  OtpChallengePrompt,
  RequestToApprove,
} from './handlers.ts';

/** Calls, handlers and limits to clear a token. */
export interface ClearContext {
  /** Calls of the status, trigger and verify endpoints, without step-up. */
  readonly calls: Calls;
  /** Handlers of the client. */
  readonly handlers: ChallengeHandlers | undefined;
  /** How often a handler is called for the same challenge if its secrets are wrong. */
  readonly attempts: number;
}

/** The token to clear, the request it approves, and the handlers of the call. */
export interface ClearTarget extends Target {
  readonly request: RequestToApprove | undefined;
  readonly handlers: ChallengeHandlers | undefined;
}

interface Slot {
  readonly types: readonly ChallengeType[];
  readonly required: boolean;
}

interface Round extends Pick<ClearContext, 'calls' | 'attempts'> {
  /** In order of preference. */
  readonly handlers: readonly ChallengeHandlers[];
  readonly target: ClearTarget;
  readonly signal: AbortSignal;
  readonly actionType: string | undefined;
}

/** Why a challenge was skipped: the handler declined, or the code could not be sent. */
type SkipReason = ScaClientError;

/**
 * Clears the challenges that a one-time token still requires. Tries required challenges first, each with the first type
 * whose handler returns a secret. Other challenges replace those that cannot be passed.
 *
 * @throws {ScaClientError} `one_time_token_unusable`, or `challenge_…`
 */
export async function clearToken(context: ClearContext, target: ClearTarget, signal: AbortSignal): Promise<void> {
  const status = await context.calls.GET('/v1/one-time-token/status', {
    ...target.options,
    params: { header: { 'One-Time-Token': target.oneTimeToken } },
  });
  if (status.error !== undefined) throw tokenUnusable(status);
  const { challenges, actionType } = status.data.oneTimeTokenProperties;
  const handlers = [target.handlers, context.handlers].filter((each) => each !== undefined);
  const slots = openSlots(challenges).map((slot) => {
    const offers = slot.types.filter((type) => isVerifiable(type, target));
    return { ...slot, offers, usable: offers.filter((type) => handlers.some((each) => each[type])) };
  });
  const passable = slots.filter((slot) => slot.usable.length > 0);
  let needed = slots.filter(({ required }) => required).length;
  // Checked before a handler is called or a code is sent.
  if (passable.length < needed) {
    throw handlerMissing(
      needed - passable.length,
      slots.filter((slot) => slot.usable.length === 0),
    );
  }

  const round: Round = { ...context, handlers, target, signal, actionType };
  const skipReasons: SkipReason[] = [];
  for (const [index, slot] of passable.entries()) {
    if (needed === 0 || passable.length - index < needed) break;
    const skipReason = await passSlot(round, slot.usable);
    if (skipReason === undefined) needed -= 1;
    else skipReasons.push(skipReason);
  }
  const [skipReason] = skipReasons;
  if (needed > 0 && skipReason !== undefined) throw skipReason;
}

interface WireChallenge {
  readonly primaryChallenge: { readonly type: ChallengeType };
  readonly alternatives?: readonly { readonly type: ChallengeType }[];
  readonly required?: boolean;
  readonly passed: boolean;
}

/** Returns the challenges that are not passed yet, required ones first. `required` defaults to true. */
function openSlots(challenges: readonly WireChallenge[]): readonly Slot[] {
  return challenges
    .filter(({ passed }) => !passed)
    .map(({ primaryChallenge, alternatives = [], required = true }) => ({
      types: [primaryChallenge, ...alternatives].map(({ type }) => type),
      required,
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** Passes a challenge with any of its types. Returns the first reason if none of them works. */
async function passSlot(round: Round, types: readonly ChallengeType[]): Promise<SkipReason | undefined> {
  let first: SkipReason | undefined;
  for (const type of types) {
    const skipReason = await passChallenge(round, type);
    if (skipReason === undefined) return undefined;
    first ??= skipReason;
  }
  return first;
}

async function passChallenge(round: Round, type: ChallengeType): Promise<SkipReason | undefined> {
  const { calls, target, signal, attempts } = round;
  let sentTo = '';
  if (isOtp(type)) {
    const sent = await trigger(calls, target, type);
    if (sent.error !== undefined) {
      const failure = notSent(type, sent);
      // Another channel may be available.
      if (sent.response.status === 503 || sent.response.status === 429) return failure;
      throw failure;
    }
    sentTo = sent.sentTo;
  }
  for (let attempt = 1; ; attempt += 1) {
    const secret: unknown = await abortable(callHandler(round, type, { attempt, sentTo }), signal);
    if (secret === undefined) return declined(type);
    if (typeof secret !== 'string') throw notText(type, secret);
    const result = await verify(calls, target, type, secret);
    if (result.error === undefined) return undefined;
    if (result.response.status !== 400 || attempt >= attempts) throw failed(type, result);
  }
}

async function callHandler(
  round: Round,
  type: ChallengeType,
  details: { readonly attempt: number; readonly sentTo: string },
): Promise<string | undefined> {
  const { handlers, target, signal, actionType } = round;
  const prompt: ChallengePrompt = {
    type,
    actionType,
    request: target.request,
    oneTimeToken: target.oneTimeToken,
    attempt: details.attempt,
    signal,
  };
  const handler = handlers.find((each) => each[type]);
  if (!isOtp(type)) return handler?.[type]?.(prompt);
  const otp: OtpChallengePrompt = { ...prompt, type, sentTo: details.sentTo };
  return handler?.[type]?.(otp);
}
