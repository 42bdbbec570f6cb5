import type { Approval } from '@sca-kit/engine';
import { ScaError } from '@sca-kit/engine';

/** The header that carries a one-time token to and from a protected operation. */
export const APPROVAL_HEADER = 'x-2fa-approval';
/** The response header with the result of Strong Customer Authentication. */
export const APPROVAL_RESULT_HEADER = 'x-2fa-approval-result';

/** A protected operation was called without the required approval: 403, with the headers that a client needs to get one. */
export class ScaRejection extends Error {
  override readonly name = 'ScaRejection';
  readonly error: ScaError;
  readonly headers: Readonly<Record<string, string>>;

  constructor(approval: Exclude<Approval, { readonly approved: true }>) {
    const error = rejectionError(approval);
    super(error.message);
    this.error = error;
    this.headers = {
      [APPROVAL_RESULT_HEADER]: 'REJECTED',
      ...(approval.reason === 'challenge-required' ? { [APPROVAL_HEADER]: approval.oneTimeToken } : {}),
    };
  }
}

function rejectionError(approval: Exclude<Approval, { readonly approved: true }>): ScaError {
  if (approval.reason === 'factors-insufficient') {
    const { missing } = approval;
    const factors = missing === 1 ? '1 more factor' : `${missing} more factors`;
    return new ScaError('sca.factors.insufficient', {
      missing,
      message: `Enrol ${factors} of another category first.`,
    });
  }
  const message =
    approval.reason === 'challenge-required'
      ? `Clear the challenges of the one-time token in ${APPROVAL_HEADER}, then repeat the request with it in that header.`
      : 'The one-time token is not cleared. Clear its challenges, then repeat the request.';
  return new ScaError('sca.required', { message });
}
