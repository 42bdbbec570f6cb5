import { describeAnswer, ScaClientError, type ScaClientErrorDetail } from '../error.ts';
import type { Outcome } from './factors.ts';
import type { ChallengeType } from './handlers.ts';

/** A challenge that no handler answers: its types, and those of them that a handler could answer here. */
export interface Unanswered {
  readonly types: readonly ChallengeType[];
  readonly offers: readonly ChallengeType[];
}

/** So many more of these challenges need a handler. */
export function handlerMissing(missing: number, unanswered: readonly Unanswered[]): ScaClientError {
  const [challenge] = unanswered[0]?.types ?? [];
  return new ScaClientError('challenge_handler_missing', whatToAdd(missing, unanswered), {
    ...(challenge !== undefined && { challenge }),
  });
}

function whatToAdd(missing: number, unanswered: readonly Unanswered[]): string {
  const groups = unanswered.map(({ offers }) => offers).filter((offers) => offers.length > 0);
  if (groups.length < missing) {
    const unknown = unanswered.flatMap(({ types, offers }) => types.filter((type) => !offers.includes(type)));
    return `No handler can help: this version of the client does not know the challenge ${unknown.join(', ')}`;
  }
  if (missing === 1) return `A handler is missing: add ${oneOf(groups.flat())} to \`handlers\``;
  const some = groups.length > missing ? `for ${missing} of these: ` : '';
  return `Handlers are missing for ${missing} challenges: add ${some}${groups.map(oneOf).join(', and ')} to \`handlers\``;
}

const oneOf = (types: readonly ChallengeType[]) => (types.length === 1 ? '' : 'one of ') + types.join(', ');

/** The handler has no answer. */
export function declined(challenge: ChallengeType): ScaClientError {
  const message = `The ${challenge} challenge was declined: its handler answered undefined`;
  return new ScaClientError('challenge_declined', message, { challenge });
}

/** The handler answered what cannot be a secret. The answer itself may still be one, so only its kind is told. */
export function notText(challenge: ChallengeType, answer: unknown): TypeError {
  const kind = answer === null ? 'null' : `${typeof answer === 'object' ? 'an' : 'a'} ${typeof answer}`;
  return new TypeError(`handlers.${challenge} must answer text, or undefined to decline; its answer was ${kind}`);
}

/** The API did not send the code of a challenge. */
export function notSent(challenge: ChallengeType, outcome: Outcome): ScaClientError {
  const detail = { ...describeAnswer(outcome), challenge };
  const message = `The code of the ${challenge} challenge was not sent: ${reasonOf(detail)}`;
  return new ScaClientError('challenge_failed', message, detail);
}

/** The API did not take the answer to a challenge. */
export function failed(challenge: ChallengeType, outcome: Outcome): ScaClientError {
  const detail = { ...describeAnswer(outcome), challenge };
  return new ScaClientError('challenge_failed', `The ${challenge} challenge failed: ${reasonOf(detail)}`, detail);
}

/** The API does not tell the status of a token. */
export function tokenUnusable(outcome: Outcome): ScaClientError {
  const detail = describeAnswer(outcome);
  const next = detail.status === 404 ? '; repeat the refused call for another one' : '';
  const message = `The one-time token cannot be used: ${reasonOf(detail)}${next}`;
  return new ScaClientError('one_time_token_unusable', message, detail);
}

/** The API's own code, checked by {@link describeAnswer}; its texts stay behind, since they may quote what was sent. */
function reasonOf({ apiCode, status, retryAfter }: ScaClientErrorDetail): string {
  const told = apiCode === undefined ? `status ${status}` : `${apiCode} (status ${status})`;
  return retryAfter === undefined ? told : `${told}; try again in ${retryAfter} seconds`;
}
