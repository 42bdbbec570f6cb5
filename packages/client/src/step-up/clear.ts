import type { ScaClientError } from '../error.ts';
import { abortable } from '../layer.ts';
import type { Calls } from '../types.ts';
import { isOtp, isVerifiable, type Target, trigger, verify } from './factors.ts';
import type {
  ChallengeHandlers,
  ChallengePrompt,
  ChallengeType,
  OtpChallengePrompt,
  RequestToApprove,
} from './handlers.ts';
import { declined, failed, handlerMissing, notSent, notText, tokenUnusable } from './refusals.ts';

/** What clearing a token needs. */
export interface Clearing {
  /** Reaches the status, trigger and verify endpoints; must not step up itself. */
  readonly calls: Calls;
  /** The client's own. */
  readonly handlers: ChallengeHandlers | undefined;
  /** How often a handler is asked for the same challenge when its answers are wrong. */
  readonly attempts: number;
}

/** The token to clear, who is asked for it first, and what for. */
export interface TokenToClear extends Target {
  readonly request: RequestToApprove | undefined;
  readonly handlers: ChallengeHandlers | undefined;
}

interface Slot {
  readonly types: readonly ChallengeType[];
  readonly required: boolean;
}

interface Round extends Pick<Clearing, 'calls' | 'attempts'> {
  /** The first of them that has a function for a challenge is asked. */
  readonly handlers: readonly ChallengeHandlers[];
  readonly target: TokenToClear;
  readonly signal: AbortSignal;
  readonly actionType: string | undefined;
}

/** Why a challenge was not passed without being failed: somebody declined, or the code could not be sent. */
type Refusal = ScaClientError;

/**
 * Clears as many challenges of a one-time token as it still needs. The required ones come first, each through the first
 * of its types that has a handler which answers; the others stand in for those that cannot be answered.
 *
 * @throws {ScaClientError} `one_time_token_unusable`, or `challenge_…`
 */
export async function clearToken(clearing: Clearing, target: TokenToClear, signal: AbortSignal): Promise<void> {
  const status = await clearing.calls.GET('/v1/one-time-token/status', {
    ...target.options,
    params: { header: { 'One-Time-Token': target.oneTimeToken } },
  });
  if (status.error !== undefined) throw tokenUnusable(status);
  const { challenges, actionType } = status.data.oneTimeTokenProperties;
  const handlers = [target.handlers, clearing.handlers].filter((given) => given !== undefined);
  const slots = openSlots(challenges).map((slot) => {
    const offers = slot.types.filter((type) => isVerifiable(type, target));
    return { ...slot, offers, answerable: offers.filter((type) => handlers.some((given) => given[type])) };
  });
  const answerable = slots.filter((slot) => slot.answerable.length > 0);
  let needed = slots.filter(({ required }) => required).length;
  // Known before anybody is asked or any code is sent.
  if (answerable.length < needed) {
    throw handlerMissing(
      needed - answerable.length,
      slots.filter((slot) => slot.answerable.length === 0),
    );
  }

  const round: Round = { ...clearing, handlers, target, signal, actionType };
  const refusals: Refusal[] = [];
  for (const [index, slot] of answerable.entries()) {
    if (needed === 0 || answerable.length - index < needed) break;
    const refusal = await passSlot(round, slot.answerable);
    if (refusal === undefined) needed -= 1;
    else refusals.push(refusal);
  }
  const [refusal] = refusals;
  if (needed > 0 && refusal !== undefined) throw refusal;
}

interface WireChallenge {
  readonly primaryChallenge: { readonly type: ChallengeType };
  readonly alternatives?: readonly { readonly type: ChallengeType }[];
  readonly required?: boolean;
  readonly passed: boolean;
}

/** The challenges that are not passed yet, required ones first. Where `required` is not said, it is meant. */
function openSlots(challenges: readonly WireChallenge[]): readonly Slot[] {
  return challenges
    .filter(({ passed }) => !passed)
    .map(({ primaryChallenge, alternatives = [], required = true }) => ({
      types: [primaryChallenge, ...alternatives].map(({ type }) => type),
      required,
    }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** Passes one challenge through any of its types; tells why not when all of them refuse. */
async function passSlot(round: Round, types: readonly ChallengeType[]): Promise<Refusal | undefined> {
  let first: Refusal | undefined;
  for (const type of types) {
    const refusal = await passChallenge(round, type);
    if (refusal === undefined) return undefined;
    first ??= refusal;
  }
  return first;
}

async function passChallenge(round: Round, type: ChallengeType): Promise<Refusal | undefined> {
  const { calls, target, signal, attempts } = round;
  let sentTo = '';
  if (isOtp(type)) {
    const sent = await trigger(calls, target, type);
    if (sent.error !== undefined) {
      const failure = notSent(type, sent);
      // Another channel may carry what this one cannot at the moment.
      if (sent.response.status === 503 || sent.response.status === 429) return failure;
      throw failure;
    }
    sentTo = sent.sentTo;
  }
  for (let attempt = 1; ; attempt += 1) {
    const secret: unknown = await abortable(ask(round, type, { attempt, sentTo }), signal);
    if (secret === undefined) return declined(type);
    if (typeof secret !== 'string') throw notText(type, secret);
    const outcome = await verify(calls, target, type, secret);
    if (outcome.error === undefined) return undefined;
    if (outcome.response.status !== 400 || attempt >= attempts) throw failed(type, outcome);
  }
}

async function ask(
  round: Round,
  type: ChallengeType,
  told: { readonly attempt: number; readonly sentTo: string },
): Promise<string | undefined> {
  const { handlers, target, signal, actionType } = round;
  const prompt: ChallengePrompt = {
    type,
    actionType,
    request: target.request,
    oneTimeToken: target.oneTimeToken,
    attempt: told.attempt,
    signal,
  };
  const asked = handlers.find((given) => given[type]);
  if (!isOtp(type)) return asked?.[type]?.(prompt);
  const otp: OtpChallengePrompt = { ...prompt, type, sentTo: told.sentTo };
  return asked?.[type]?.(otp);
}
