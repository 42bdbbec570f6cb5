import { describeErrorResponse, ScaClientError, type ScaClientErrorDetail } from '../error.ts';
import type { CallResult } from './factors.ts';
import type { ChallengeType } from './handlers.ts';

/** A challenge without a handler: its types, and those of them that the client can verify. */
export interface UnhandledChallenge {
  readonly types: readonly ChallengeType[];
  readonly offers: readonly ChallengeType[];
}

/** Returns the error for `missing` challenges without a handler. */
export function handlerMissing(missing: number, unhandled: readonly UnhandledChallenge[]): ScaClientError {
  const [challenge] = unhandled[0]?.types ?? [];
  return new ScaClientError('challenge_handler_missing', whatToAdd(missing, unhandled), {
    ...(challenge !== undefined && { challenge }),
  });
}

function whatToAdd(missing: number, unhandled: readonly UnhandledChallenge[]): string {
  const groups = unhandled.map(({ offers }) => offers).filter((offers) => offers.length > 0);
  if (groups.length < missing) {
    const unknown = unhandled.flatMap(({ types, offers }) => types.filter((type) => !offers.includes(type)));
    return `This version of the client does not support the challenge ${unknown.join(', ')}. Update @sca-kit/client.`;
  }
  if (missing === 1) return `A handler is missing. Add ${oneOf(groups.flat())} to \`handlers\`.`;
  const some = groups.length > missing ? `for ${missing} of these: ` : '';
  return `Handlers are missing for ${missing} challenges. Add ${some}${groups.map(oneOf).join(', and ')} to \`handlers\`.`;
}

const oneOf = (types: readonly ChallengeType[]) => (types.length === 1 ? '' : 'one of ') + types.join(', ');

/** Returns the error for a handler that declined. */
export function declined(challenge: ChallengeType): ScaClientError {
  const message = `The ${challenge} challenge was declined: its handler returned undefined.`;
  return new ScaClientError('challenge_declined', message, { challenge });
}

/** Returns the error for a handler result that is not a string. Contains only its type: the value may be a secret. */
export function notText(challenge: ChallengeType, value: unknown): TypeError {
  const kind = value === null ? 'null' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
  return new TypeError(`handlers.${challenge} must return a string, or undefined to decline, but returned ${kind}.`);
}

/** Returns the error for a code that the API did not send. */
export function notSent(challenge: ChallengeType, result: CallResult): ScaClientError {
  const detail = { ...describeErrorResponse(result), challenge };
  const message = `The code of the ${challenge} challenge was not sent: ${reasonOf(detail)}.`;
  return new ScaClientError('challenge_failed', message, detail);
}

/** Returns the error for a secret that the API rejected. */
export function failed(challenge: ChallengeType, result: CallResult): ScaClientError {
  const detail = { ...describeErrorResponse(result), challenge };
  return new ScaClientError('challenge_failed', `The ${challenge} challenge failed: ${reasonOf(detail)}.`, detail);
}

/** Returns the error for a token whose status cannot be read. */
export function tokenUnusable(result: CallResult): ScaClientError {
  const detail = describeErrorResponse(result);
  const next = detail.status === 404 ? ' Repeat the rejected call to get another one.' : '';
  const message = `The one-time token cannot be used: ${reasonOf(detail)}.${next}`;
  return new ScaClientError('one_time_token_unusable', message, detail);
}

/** Returns the API's error code. Its texts are left out, because they may contain the request. */
function reasonOf({ apiCode, status, retryAfter }: ScaClientErrorDetail): string {
  const reason = apiCode === undefined ? `status ${status}` : `${apiCode} (status ${status})`;
  return retryAfter === undefined ? reason : `${reason}; try again in ${retryAfter} seconds`;
}
