import type {
  components,
  FactorOperationId,
  OperationId,
  operationTable,
  PathParameters,
  RequestBody,
} from '@sca-kit/api';

/** Challenge types of the API. */
export type ChallengeType = components['schemas']['ChallengeType'];

/** Challenge types whose code the API sends: `SMS`, `WHATSAPP`, `VOICE`. */
export type OtpChallengeType = Extract<
  (typeof operationTable)[FactorOperationId]['factor'],
  { readonly action: 'trigger' }
>['type'];

/**
 * The request that needs the approval, to show it to the user (RTS 5(1)(a)). `operationId` discriminates the types of the
 * other members. Contains no headers. The body is plain, so the body of an enrolment contains the new secret.
 */
export type RequestToApprove = {
  readonly [Id in OperationId]: {
    readonly operationId: Id;
    readonly method: (typeof operationTable)[Id]['method'];
    /** The path template. */
    readonly path: (typeof operationTable)[Id]['path'];
    readonly params: { readonly path: PathParameters<Id> };
    /** The plain body; `undefined` if there is none. */
    readonly body: RequestBody<Id>;
  };
}[OperationId];

/** Argument of a challenge handler. */
export interface ChallengePrompt {
  readonly type: ChallengeType;
  /** The action to approve, for example `BALANCE__GET_STATEMENT`; older servers omit it. */
  readonly actionType: string | undefined;
  /**
   * The request to approve; if calls share a step-up, the one that started it. `undefined` for `clearOneTimeToken`.
   */
  readonly request: RequestToApprove | undefined;
  readonly oneTimeToken: string;
  /** 1 for the first call, 2 after one wrong secret, and so on. */
  readonly attempt: number;
  /** Aborts with the call: the secret is then no longer needed. */
  readonly signal: AbortSignal;
}

/** Argument of the handler of a challenge with a code. */
export interface OtpChallengePrompt extends ChallengePrompt {
  readonly type: OtpChallengeType;
  /** The masked recipient of the code. */
  readonly sentTo: string;
}

/** The secret, or `undefined` to decline: then an alternative is tried or the call fails. */
export type ChallengeResponse = string | undefined | Promise<string | undefined>;

/**
 * Functions that return the secret of a challenge: `PIN` four digits, `PARTNER_DEVICE_FINGERPRINT` the fingerprint,
 * `FACE_MAP` base64, `SMS`, `WHATSAPP` and `VOICE` the code that was sent.
 */
export type ChallengeHandlers = {
  readonly [Type in ChallengeType]?: (
    prompt: Type extends OtpChallengeType ? OtpChallengePrompt : ChallengePrompt,
  ) => ChallengeResponse;
};
