import type {
  components,
  FactorOperationId,
  OperationId,
  operationTable,
  PathParameters,
  RequestBody,
} from '@sca-kit/api';

/** The kinds of challenge that the API knows. */
export type ChallengeType = components['schemas']['ChallengeType'];

/** The challenges whose code the API sends: `SMS`, `WHATSAPP`, `VOICE`. */
export type OtpChallengeType = Extract<
  (typeof operationTable)[FactorOperationId]['factor'],
  { readonly action: 'trigger' }
>['type'];

/**
 * The request that waits for an approval, so that the person can be shown what it is (RTS 5(1)(a)): `operationId` tells
 * the others' types. Headers are left out; the body is in clear, and that of an enrolment holds the new secret.
 */
export type RequestToApprove = {
  readonly [Id in OperationId]: {
    readonly operationId: Id;
    readonly method: (typeof operationTable)[Id]['method'];
    /** The path template, as calls take it. */
    readonly path: (typeof operationTable)[Id]['path'];
    readonly params: { readonly path: PathParameters<Id> };
    /** The body as it is sent; `undefined` where there is none. */
    readonly body: RequestBody<Id>;
  };
}[OperationId];

/** What a handler is told. */
export interface ChallengePrompt {
  readonly type: ChallengeType;
  /** What the person is about to allow, for example `BALANCE__GET_STATEMENT`; older servers leave it out. */
  readonly actionType: string | undefined;
  /**
   * What is sent again once it is approved; of calls that share a step-up, the one that began it. `undefined` when a
   * token is cleared by itself.
   */
  readonly request: RequestToApprove | undefined;
  readonly oneTimeToken: string;
  /** 1 for the first time, 2 after one wrong answer, and so on. */
  readonly attempt: number;
  /** Aborts when the call does: then the answer is not needed any more. */
  readonly signal: AbortSignal;
}

/** What the handler of a challenge with a code is told. */
export interface OtpChallengePrompt extends ChallengePrompt {
  readonly type: OtpChallengeType;
  /** Where the code went, masked. */
  readonly sentTo: string;
}

/** The secret; `undefined` to decline, so that an alternative is asked or the call fails. */
export type ChallengeAnswer = string | undefined | Promise<string | undefined>;

/**
 * Who answers which challenge: `PIN` gives four digits, `PARTNER_DEVICE_FINGERPRINT` the fingerprint, `FACE_MAP` base64,
 * the phone challenges the code that was sent.
 */
export type ChallengeHandlers = {
  readonly [Type in ChallengeType]?: (
    prompt: Type extends OtpChallengeType ? OtpChallengePrompt : ChallengePrompt,
  ) => ChallengeAnswer;
};
