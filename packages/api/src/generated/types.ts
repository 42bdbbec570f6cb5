// Generated from the OpenAPI description by `pnpm generate`. Do not edit.
export interface paths {
    readonly "/v1/one-time-token/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the status of a one-time token
         * @description Tells which challenges belong to a one-time token, which of them are still needed, and how long the token lives.
         *
         *     The token has to belong to the caller. An unknown token, an expired one and somebody else's get the same 404, so
         *     that the answer tells nothing about tokens of others. Reading the status changes nothing.
         */
        readonly get: operations["getOneTimeTokenStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a PIN
         * @description Sets up the PIN of a profile, its factor of knowledge. There is at most one: to change it, delete it and create
         *     another.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
         */
        readonly post: operations["createPin"];
        /**
         * Delete the PIN
         * @description Removes the PIN of a profile. Challenges that offer it can no longer be cleared with it. Afterwards a new one can
         *     be created.
         */
        readonly delete: operations["deletePin"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/pin/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a PIN
         * @description Clears the PIN challenge of a one-time token.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
         */
        readonly post: operations["verifyPin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/device-fingerprints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a device fingerprint
         * @description Registers a device of the person, a factor of possession. A profile has at most three. The value is kept as a
         *     keyed hash and is never given back; the id in the answer is what deletes it.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
         */
        readonly post: operations["createDeviceFingerprint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/device-fingerprints/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a device fingerprint
         * @description Clears the device challenge of a one-time token. The value has to equal one of those that are registered for the
         *     profile.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
         */
        readonly post: operations["verifyDeviceFingerprint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a device fingerprint
         * @description Removes one registered device from a profile. Its value no longer clears a challenge.
         */
        readonly delete: operations["deleteDeviceFingerprint"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/facemaps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a face map
         * @description Enrols the face map of the person, a factor of inherence. Export it with the FaceTec SDK, encrypted for the key
         *     that `getFaceTecPublicKey` answers. There is at most one in a profile: to change it, delete it and create another.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
         */
        readonly post: operations["createFaceMap"];
        /**
         * Delete the face map
         * @description Removes the face map of a profile. Challenges that offer it can no longer be cleared with it. Afterwards a new one
         *     can be created.
         */
        readonly delete: operations["deleteFaceMap"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/facemaps/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a face map
         * @description Clears the face challenge of a one-time token. Export the face map with the FaceTec SDK, encrypted for the key
         *     that `getFaceTecPublicKey` answers; the server matches it with the enrolled one.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer.
         */
        readonly post: operations["verifyFaceMap"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles/{profileId}/sca-sessions/authorise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an SCA session
         * @description Makes a one-time token at a moment of the caller's choice, rather than waiting for a 403. Once the challenges it
         *     requires are cleared, a session of five minutes is open, in which low-risk operations of this profile and caller
         *     ask for nothing more.
         *
         *     Factors of two categories have to be enrolled. No token is made while the profile is locked.
         */
        readonly post: operations["createScaSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * OneTimeTokenId
         * Format: uuid
         * @description The one-time token itself.
         * @example 2f6b1c1e-8d2f-4f0a-b7c4-6f1f5b1f2a77
         */
        readonly OneTimeTokenId: string;
        /**
         * ChallengeType
         * @description What a challenge asks for: `PIN` is knowledge, `FACE_MAP` is inherence, all others are possession.
         * @example PIN
         * @enum {string}
         */
        readonly ChallengeType: "PIN" | "FACE_MAP" | "SMS" | "WHATSAPP" | "VOICE" | "PARTNER_DEVICE_FINGERPRINT";
        /**
         * ChallengeView
         * @description One way to pass a challenge, with what an app needs to show it.
         */
        readonly ChallengeView: {
            readonly type: components["schemas"]["ChallengeType"];
            readonly viewData: {
                readonly attributes: {
                    /**
                     * Format: int64
                     * @description The user who is asked.
                     * @example 7301842
                     */
                    readonly userId: number;
                };
            };
        };
        /**
         * Validity
         * @description Whole seconds until the one-time token expires. It starts at 3600 and counts down.
         * @example 3600
         */
        readonly Validity: number;
        /**
         * ActionType
         * @description The action that a one-time token was made for. It serves for no other.
         * @example BALANCE__GET_STATEMENT
         */
        readonly ActionType: string;
        /**
         * OneTimeTokenProperties
         * @description A one-time token with everything that is known of it. Only a caller to whom it belongs ever sees it.
         */
        readonly OneTimeTokenProperties: {
            readonly oneTimeToken: components["schemas"]["OneTimeTokenId"];
            /** @description One entry for each category that the person has enrolled, in the order knowledge, possession, inherence. */
            readonly challenges: readonly {
                readonly primaryChallenge: components["schemas"]["ChallengeView"];
                /** @description Other ways to pass the same entry. Any one of them does. */
                readonly alternatives: readonly components["schemas"]["ChallengeView"][];
                /**
                 * @description Whether this entry is among those still needed.
                 * @example true
                 */
                readonly required: boolean;
                /**
                 * @description Whether this entry has been passed.
                 * @example false
                 */
                readonly passed: boolean;
            }[];
            readonly validity: components["schemas"]["Validity"];
            readonly actionType: components["schemas"]["ActionType"];
            /**
             * Format: int64
             * @description The user for whom the token was made.
             * @example 7301842
             */
            readonly userId: number;
        };
        /**
         * OneTimeTokenEnvelope
         * @description A one-time token under the member name that the status and v1 answers give it.
         */
        readonly OneTimeTokenEnvelope: {
            readonly oneTimeTokenProperties: components["schemas"]["OneTimeTokenProperties"];
        };
        /**
         * ErrorCode
         * @description What went wrong, for programs. Codes are stable; messages are not.
         * @example pin.verification.failed
         * @enum {string}
         */
        readonly ErrorCode: "authentication.required" | "token.invalid" | "access.denied" | "sca.required" | "sca.factors.insufficient" | "sca.locked" | "request.malformed" | "request.invalid" | "request.too.large" | "media.type.unsupported" | "not.acceptable" | "route.not.found" | "method.not.allowed" | "rate.limit.reached" | "internal.error" | "service.unavailable" | "user.not.found" | "profile.not.found" | "transfer.not.found" | "balance.not.found" | "push.not.found" | "client.not.found" | "pin.already.exists" | "pin.not.setup" | "pin.verification.failed" | "device.fingerprint.already.exists" | "device.fingerprint.limit.reached" | "device.fingerprint.not.found" | "device.fingerprint.verification.failed" | "facemap.already.exists" | "facemap.not.setup" | "facemap.invalid" | "facemap.verification.failed" | "phone.number.invalid" | "phone.number.repeated" | "phone.number.already.exists" | "phone.number.not.found" | "sms.verification.failed" | "whatsapp.verification.failed" | "voice.verification.failed" | "challenge.not.applicable" | "challenge.not.triggered" | "one.time.token.not.found" | "otp.resend.too.early" | "otp.hourly.limit.reached" | "delivery.unavailable" | "transfer.already.funded" | "transfer.amount.mismatch" | "transfer.payee.mismatch" | "public.key.not.found" | "public.key.invalid" | "public.key.already.exists";
        /**
         * ErrorEntry
         * @description One fault.
         */
        readonly ErrorEntry: {
            readonly code: components["schemas"]["ErrorCode"];
            /**
             * @description What went wrong, for people. It never repeats a secret.
             * @example The PIN could not be verified.
             */
            readonly message: string;
            /**
             * @description Where the fault is, as a JSON pointer into the request. Validation faults alone have it.
             * @example /body/pin
             */
            readonly path?: string;
        };
        /**
         * Errors
         * @description The faults of a refused request. There is always at least one.
         */
        readonly Errors: {
            readonly errors: readonly components["schemas"]["ErrorEntry"][];
        };
        /**
         * JoseCompact
         * @description An envelope in compact serialization: a JWE of five parts (RFC 7516) or a JWS of three (RFC 7515). The `x-jose` mark
         *     beside it names the plaintext.
         * @example eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2FtcGxlLWl2LTEy.c2FtcGxlLWNpcGhlcnRleHQ.c2FtcGxlLXRhZy0xNi1ieQ
         */
        readonly JoseCompact: string;
        /**
         * PinRequest
         * @description A PIN to set up or to verify.
         */
        readonly PinRequest: {
            /**
             * @description Exactly four digits.
             * @example 1234
             */
            readonly pin: string;
        };
        /**
         * Empty
         * @description An object without members.
         */
        readonly Empty: Record<string, never>;
        /**
         * JoseError
         * @description The envelope could not be opened. Every way an envelope can be bad gets the same answer, so that nobody learns anything
         *     about keys or padding from it.
         */
        readonly JoseError: {
            /**
             * @example jwe_error
             * @enum {string}
             */
            readonly error: "jwe_error" | "jws_error";
            /** @example The JWE could not be opened. */
            readonly error_description: string;
        };
        /**
         * ChallengeOption
         * @description One way to pass a challenge.
         */
        readonly ChallengeOption: {
            readonly type: components["schemas"]["ChallengeType"];
        };
        /**
         * OneTimeTokenResource
         * @description A one-time token as the v2 verify operations answer it, with all its challenges.
         */
        readonly OneTimeTokenResource: {
            readonly oneTimeToken: components["schemas"]["OneTimeTokenId"];
            /** @description One entry for each category that the person has enrolled, in the order knowledge, possession, inherence. */
            readonly challenges: readonly {
                readonly primaryChallenge: components["schemas"]["ChallengeOption"];
                /** @description Other ways to pass the same entry. Any one of them does. */
                readonly alternatives: readonly components["schemas"]["ChallengeOption"][];
                /**
                 * @description Whether this entry is among those still needed.
                 * @example false
                 */
                readonly required: boolean;
                /**
                 * @description Whether this entry has been passed.
                 * @example true
                 */
                readonly passed: boolean;
            }[];
            readonly validity: components["schemas"]["Validity"];
        };
        /**
         * DeviceFingerprintRequest
         * @description A device fingerprint to register or to verify.
         */
        readonly DeviceFingerprintRequest: {
            /**
             * @description Any text that the app derives from the device and that nobody else can guess.
             * @example 3b0f6e52-71a9-4c0d-9d55-8a2f4e6c1b07
             */
            readonly deviceFingerprint: string;
        };
        /**
         * DeviceFingerprint
         * @description A registered device fingerprint. The value itself is never given back.
         */
        readonly DeviceFingerprint: {
            /**
             * Format: uuid
             * @description Identifies the fingerprint, to delete it later.
             * @example 7d1f0c3a-52a4-4f0e-9a35-0a6a5c1e4b90
             */
            readonly deviceFingerprintId: string;
            /**
             * Format: date-time
             * @description When it was registered, in UTC.
             * @example 2026-05-24T07:27:58.273Z
             */
            readonly createdAt: string;
        };
        /**
         * FaceMapRequest
         * @description A face map to enrol or to verify.
         */
        readonly FaceMapRequest: {
            /**
             * @description The exported face map in base64, at most 1 MiB once decoded.
             * @example c2FtcGxlLWZhY2UtbWFw
             */
            readonly faceMap: string;
        };
    };
    responses: {
        /** @description The credentials are missing, unknown or expired. */
        readonly Unauthorized: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The credentials are valid, but not for this operation. */
        readonly Forbidden: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description None of the media types in `Accept` can be served. */
        readonly NotAcceptable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description Too many tries. The headers tell which limit it was and when to come back. */
        readonly TooManyRequests: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The server failed. The trace id leads to the reason. */
        readonly InternalServerError: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The server, or something it depends on, cannot answer for now. Nothing was changed. */
        readonly ServiceUnavailable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /**
         * @description Strong Customer Authentication is missing, or the caller may not use the operation at all. `x-2fa-approval` names
         *     the one-time token to clear; without that header, clearing challenges does not help.
         */
        readonly ScaRequired: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "x-2fa-approval-result": components["headers"]["ApprovalResult"];
                readonly "x-2fa-approval": components["headers"]["Approval"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The body is larger than the operation admits, 1 MiB or 2 MiB for face maps. */
        readonly PayloadTooLarge: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The media type or the content encoding of the body is not supported. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
    };
    parameters: {
        /** @description The one-time token whose challenge is to be read, triggered or cleared. */
        readonly OneTimeToken: string;
        /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
        readonly CorrelationId: string;
        /** @description The profile to act on. It has to belong to the caller. */
        readonly ProfileId: number;
        /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
        readonly JoseMethod: "jwe";
        /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
        readonly OneTimeTokenApproval: string;
        /** @description The device fingerprint, as answered when it was created. */
        readonly DeviceFingerprintId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer in the logs and in the audit trail. Quote it when asking for help. */
        readonly TraceId: string;
        /** @description The caller's own identifier, sent back as it came. Absent when the request had none. */
        readonly CorrelationId: string;
        /** @description The scheme that the operation accepts (RFC 9110, RFC 6750). */
        readonly WwwAuthenticate: string;
        /** @description Whole seconds to wait before the next try. */
        readonly RetryAfter: number;
        /** @description Which limit was hit. `sca-lockout` stands for five failed challenges in a row. */
        readonly RateLimitedBy: string;
        /** @description How the body of this answer is protected. Absent when it is clear JSON. */
        readonly JoseMethod: "jwe" | "jws" | "jwsjwe";
        /** @description Present where enrolment is protected, and then `APPROVED`. A refusal is a 403. */
        readonly EnrolmentApprovalResult: "APPROVED";
        /** @description Whether Strong Customer Authentication was satisfied for this call. */
        readonly ApprovalResult: "APPROVED" | "REJECTED";
        /** @description The one-time token to clear. Absent when clearing a token would not help. */
        readonly Approval: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getOneTimeTokenStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The one-time token. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenEnvelope"];
                };
            };
            /** @description The request does not have the documented form. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The one-time token does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createPin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
                readonly "application/json": components["schemas"]["PinRequest"];
            };
        };
        readonly responses: {
            /** @description The PIN is set up. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                    readonly "application/json": components["schemas"]["Empty"];
                };
            };
            /** @description The request does not have the documented form, or its envelope could not be opened. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ScaRequired"];
            /** @description The profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            /** @description The profile has a PIN already. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deletePin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The PIN is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The profile does not exist for this caller, or has no PIN. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly verifyPin: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
                readonly "application/json": components["schemas"]["PinRequest"];
            };
        };
        readonly responses: {
            /** @description The challenge is cleared. The answer is the token with all its challenges. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                };
            };
            /** @description The challenge is not cleared, or the request cannot be read. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The one-time token or the profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many tries. The headers tell which limit it was and when to come back. */
            readonly 429: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
            };
        };
        readonly responses: {
            /** @description The device fingerprint is registered. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                    readonly "application/json": components["schemas"]["DeviceFingerprint"];
                };
            };
            /** @description The form, the envelope or a limit is in the way. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ScaRequired"];
            /** @description The profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            /** @description The profile has this device fingerprint already. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly verifyDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
            };
        };
        readonly responses: {
            /** @description The challenge is cleared. The answer is the token with all its challenges. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                };
            };
            /** @description The challenge is not cleared, or the request cannot be read. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The one-time token or the profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many tries. The headers tell which limit it was and when to come back. */
            readonly 429: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description The device fingerprint, as answered when it was created. */
                readonly deviceFingerprintId: components["parameters"]["DeviceFingerprintId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The device fingerprint is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The profile does not exist for this caller, or has no such device fingerprint. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FaceMapRequest"];
            };
        };
        readonly responses: {
            /** @description The face map is enrolled. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form, or the face map is not usable. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ScaRequired"];
            /** @description The profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            /** @description The profile has a face map already. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The face map is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The profile does not exist for this caller, or has no face map. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly verifyFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FaceMapRequest"];
            };
        };
        readonly responses: {
            /** @description The challenge is cleared. The answer is the token with all its challenges. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                };
            };
            /** @description The challenge is not cleared, or the request cannot be read. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The one-time token or the profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description Too many tries. The headers tell which limit it was and when to come back. */
            readonly 429: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createScaSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The one-time token to clear. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenEnvelope"];
                };
            };
            /** @description The request does not have the documented form. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            /** @description The profile has too few factors, or the caller may not use the operation. */
            readonly 403: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description The profile does not exist, or not for this caller. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["NotAcceptable"];
            /** @description Too many tries. The headers tell which limit it was and when to come back. */
            readonly 429: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
