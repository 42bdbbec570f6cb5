// Generated from the OpenAPI document by `pnpm generate`. Do not edit.
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
         * @description Returns the challenges of a one-time token, which of them are still required, and how long the token is valid.
         *
         *     The token must belong to the caller. Unknown tokens, expired tokens and tokens of other callers return the same 404,
         *     so that the response reveals nothing about tokens of others. Reading the status changes nothing.
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
         * @description Creates the PIN of a profile: its knowledge factor. A profile has at most one. To change it, delete it and create
         *     another.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createPin"];
        /**
         * Delete the PIN
         * @description Deletes the PIN of a profile. Challenges that offer it can no longer be cleared with it. A new PIN can then be
         *     created.
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
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
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
         * @description Registers a device of the user: a possession factor. A profile has at most three. The value is stored as a keyed
         *     hash and never returned; use the id in the response to delete it.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
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
         * @description Clears the device fingerprint challenge of a one-time token. The value must equal one of the registered fingerprints
         *     of the profile.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
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
         * @description Deletes one registered device fingerprint of a profile. Its value no longer clears a challenge.
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
         * @description Enrols the face map of the user: an inherence factor. Export it with the FaceTec SDK, encrypted for the key that
         *     `getFaceTecPublicKey` returns. A profile has at most one. To change it, delete it and create another.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox does not match faces: it accepts any bytes, and only the identical bytes pass the verification.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createFaceMap"];
        /**
         * Delete the face map
         * @description Deletes the face map of a profile. Challenges that offer it can no longer be cleared with it. A new face map can
         *     then be created.
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
         * @description Clears the face map challenge of a one-time token. Export the face map with the FaceTec SDK, encrypted for the key
         *     that `getFaceTecPublicKey` returns. The server matches it with the enrolled face map.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response.
         *
         *     The sandbox does not match faces: it compares digests of the bytes, so only the identical face map passes.
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
         * @description Issues a one-time token in advance, without a 403. When its required challenges are cleared, it opens a session of
         *     five minutes in which low-risk operations of this profile and caller need no approval.
         *
         *     Factors of two categories must be enrolled. No token is issued while the profile is locked.
         */
        readonly post: operations["createScaSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/identity/one-time-token/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the status of a one-time token at its former path
         * @deprecated
         * @description Alias of `getOneTimeTokenStatus` at its former path. Returns all challenges of the token with their flags. Reading
         *     the status changes nothing.
         */
        readonly get: operations["getIdentityOneTimeTokenStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/pin/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a PIN for a one-time token
         * @deprecated
         * @description Clears the PIN challenge of a one-time token with the PIN of the profile that the token was issued for.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
         */
        readonly post: operations["verifyOneTimeTokenPin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/partner-device-fingerprint/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a device fingerprint for a one-time token
         * @deprecated
         * @description Clears the device fingerprint challenge of a one-time token with any fingerprint of the profile that the token was
         *     issued for.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
         */
        readonly post: operations["verifyOneTimeTokenDeviceFingerprint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/facemap/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a face map for a one-time token
         * @deprecated
         * @description Clears the face map challenge of a one-time token. Export the face map with the FaceTec SDK, encrypted for the key
         *     that `getFaceTecPublicKey` returns.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         *
         *     The sandbox does not match faces: it compares digests of the bytes, so only the identical face map passes.
         */
        readonly post: operations["verifyOneTimeTokenFaceMap"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/sms/trigger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Trigger an SMS challenge
         * @deprecated
         * @description Sends a six-digit code to the verified phone number of the caller, in a text message. The token must offer `SMS`, as
         *     the primary challenge or an alternative, and the challenge must not be passed yet.
         *
         *     The code is valid for five minutes and can be used once. A new code for the same token revokes the previous one. A
         *     new code is available after 15 seconds; a number gets at most five codes an hour in total. A new code does not reset
         *     the count of failed attempts.
         *
         *     By default the sandbox delivers to its inbox and sends nothing: the code is always 111111, and `listInboxMessages`
         *     returns the message. With a real delivery provider, the sandbox generates a code and sends it.
         */
        readonly post: operations["triggerSms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/sms/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify an SMS code
         * @deprecated
         * @description Clears the `SMS` challenge of a one-time token with the code that `triggerSms` sent for it. Wrong, expired and used
         *     codes return the same response.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         */
        readonly post: operations["verifySms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/whatsapp/trigger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Trigger a WhatsApp challenge
         * @deprecated
         * @description Sends a six-digit code to the verified phone number of the caller, in a WhatsApp message. The token must offer
         *     `WHATSAPP`, as the primary challenge or an alternative, and the challenge must not be passed yet.
         *
         *     The code is valid for five minutes and can be used once. A new code for the same token revokes the previous one. A
         *     new code is available after 15 seconds; a number gets at most five codes an hour in total. A new code does not reset
         *     the count of failed attempts.
         *
         *     By default the sandbox delivers to its inbox and sends nothing: the code is always 111111, and `listInboxMessages`
         *     returns the message. With a real delivery provider, the sandbox generates a code and sends it.
         */
        readonly post: operations["triggerWhatsApp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/whatsapp/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a WhatsApp code
         * @deprecated
         * @description Clears the `WHATSAPP` challenge of a one-time token with the code that `triggerWhatsApp` sent for it. Wrong, expired
         *     and used codes return the same response.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         */
        readonly post: operations["verifyWhatsApp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/voice/trigger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Trigger a voice challenge
         * @deprecated
         * @description Sends a six-digit code to the verified phone number of the caller, in a voice call. The token must offer `VOICE`, as
         *     the primary challenge or an alternative, and the challenge must not be passed yet.
         *
         *     The code is valid for five minutes and can be used once. A new code for the same token revokes the previous one. A
         *     new code is available after 15 seconds; a number gets at most five codes an hour in total. A new code does not reset
         *     the count of failed attempts.
         *
         *     By default the sandbox delivers to its inbox and sends nothing: the code is always 111111, and `listInboxMessages`
         *     returns the message. With a real delivery provider, the sandbox generates a code and sends it.
         */
        readonly post: operations["triggerVoice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/one-time-token/voice/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a voice code
         * @deprecated
         * @description Clears the `VOICE` challenge of a one-time token with the code that `triggerVoice` sent for it. Wrong, expired and
         *     used codes return the same response.
         *
         *     The server counts the attempt before it checks the secret. After five failures in a row, of any type, it revokes the
         *     token and locks the profile for 15 minutes. If the challenge is already passed, the operation returns the current
         *     state without checking the secret. A wrong secret and a factor that does not exist return the same response. With
         *     strict disclosure, the server does not reveal the result of an attempt until all required challenges were attempted.
         */
        readonly post: operations["verifyVoice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/user/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create the caller's PIN
         * @deprecated
         * @description Creates the PIN of the caller's default profile: its knowledge factor. A profile has at most one. To change it,
         *     delete it with `deleteUserPin` and create another.
         *
         *     The request is encrypted: the body is a JWE for the server's public key.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox also accepts the same object as plain JSON.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createUserPin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{userId}/pin": {
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
         * Delete a user's PIN
         * @deprecated
         * @description Deletes the PIN of the default profile of a user of this client and closes the session that it may have opened.
         *     Challenges that offer the PIN can no longer be passed with it. A new PIN can then be created.
         */
        readonly delete: operations["deleteUserPin"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/user/facemap/enrol": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol the caller's face map
         * @deprecated
         * @description Enrols the face map of the caller's default profile: its inherence factor. Export it with the FaceTec SDK, encrypted
         *     for the key that `getFaceTecPublicKey` returns. A profile has at most one. To change it, delete it with
         *     `deleteUserFaceMap` and enrol another.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox does not match faces: it accepts any bytes, and only the identical bytes pass the verification.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["enrolUserFaceMap"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{userId}/facemap/enrol": {
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
         * Delete a user's face map
         * @deprecated
         * @description Deletes the face map of the default profile of a user of this client and closes the session that it may have opened.
         *     Challenges that offer it can no longer be passed with it. A new face map can then be enrolled.
         */
        readonly delete: operations["deleteUserFaceMap"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/user/partner-device-fingerprints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register a device fingerprint of the caller
         * @deprecated
         * @description Registers a device for the caller's default profile: a possession factor. A profile has at most three. The value is
         *     stored as a keyed hash and never returned; use the id in the response to delete it.
         *
         *     Request and response are encrypted: the request body is a JWE for the server's public key, and the response is
         *     encrypted with the content key of the request.
         *
         *     If enrolment is protected, a profile that already has factors of two categories needs an approval for this call.
         *
         *     The sandbox also accepts the same object as plain JSON and then responds in plain JSON.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createUserDeviceFingerprint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{userId}/partner-device-fingerprints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List a user's device fingerprints
         * @deprecated
         * @description Lists the device fingerprints of the default profile of a user of this client: their ids and registration times. The
         *     values themselves are never returned.
         */
        readonly get: operations["listUserDeviceFingerprints"];
        readonly put?: never;
        /**
         * List a user's device fingerprints with POST
         * @deprecated
         * @description Alias of `listUserDeviceFingerprints` for integrations that use the older method. It takes no body and changes
         *     nothing.
         */
        readonly post: operations["listUserDeviceFingerprintsByPost"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/users/{userId}/partner-device-fingerprints/{deviceFingerprintId}": {
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
         * Delete a user's device fingerprint
         * @deprecated
         * @description Deletes one device fingerprint from the default profile of a user of this client and closes the session that it may
         *     have opened. The device can no longer pass a challenge, and another one can be registered.
         */
        readonly delete: operations["deleteUserDeviceFingerprint"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/application/users/{userId}/phone-numbers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List a user's phone numbers
         * @deprecated
         * @description Lists the verified phone number of a user of this client. The list is empty if there is none.
         */
        readonly get: operations["listPhoneNumbers"];
        readonly put?: never;
        /**
         * Create a user's phone number
         * @deprecated
         * @description Stores a phone number that the client has verified to be the user's. It enables the challenges `SMS`, `WHATSAPP` and
         *     `VOICE` (possession) on all profiles of the user. A user has at most one number, and two users of a client cannot
         *     have the same one. The number is stored encrypted.
         *
         *     If enrolment is protected and the default profile of the user already has factors of two categories, the call needs
         *     an approval. The user clears its challenges with a user token.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createPhoneNumber"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/application/users/{userId}/phone-numbers/{phoneNumberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Update a user's phone number
         * @deprecated
         * @description Replaces the phone number of a user with another number that the client has verified. Codes sent to the old number
         *     are revoked, and sessions that it may have opened are closed. Sending the stored number again changes nothing.
         *
         *     If enrolment is protected and the default profile of the user already has factors of two categories, the call needs
         *     an approval. The user clears its challenges with a user token.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly put: operations["updatePhoneNumber"];
        readonly post?: never;
        /**
         * Delete a user's phone number
         * @deprecated
         * @description Deletes the phone number of a user and closes the sessions that it may have opened. `SMS`, `WHATSAPP` and `VOICE`
         *     challenges can no longer be passed.
         */
        readonly delete: operations["deletePhoneNumber"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/application/users/{userId}/phone_numbers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List a user's phone numbers at the underscore path
         * @deprecated
         * @description Alias of `listPhoneNumbers` at the underscore path, for older integrations.
         */
        readonly get: operations["listPhoneNumbersAlias"];
        readonly put?: never;
        /**
         * Create a user's phone number at the underscore path
         * @deprecated
         * @description Alias of `createPhoneNumber` at the underscore path, for older integrations.
         *
         *     If enrolment is protected and the default profile of the user already has factors of two categories, the call needs
         *     an approval. The user clears its challenges with a user token.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly post: operations["createPhoneNumberAlias"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/application/users/{userId}/phone_numbers/{phoneNumberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Update a user's phone number at the underscore path
         * @deprecated
         * @description Alias of `updatePhoneNumber` at the underscore path, for older integrations.
         *
         *     If enrolment is protected and the default profile of the user already has factors of two categories, the call needs
         *     an approval. The user clears its challenges with a user token.
         *
         *     Enrolment is always protected in production. In the sandbox it is not, unless `SCA_PROTECT_ENROLMENT` is on.
         */
        readonly put: operations["updatePhoneNumberAlias"];
        readonly post?: never;
        /**
         * Delete a user's phone number at the underscore path
         * @deprecated
         * @description Alias of `deletePhoneNumber` at the underscore path, for older integrations.
         */
        readonly delete: operations["deletePhoneNumberAlias"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/authentication_factors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List authentication factors
         * @description Lists the devices that the logged-in user has enrolled or started to enrol, with their status. A channel that was
         *     never enrolled or was unlinked is absent.
         */
        readonly get: operations["listAuthenticationFactors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/authentication_factors/otp/{channel}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol a device for one-time passwords
         * @description Sends a six-digit code to the registered mobile number of the logged-in user. The factor becomes
         *     `PENDING_VERIFICATION`; `verifyOtpFactor` with the code makes it `ACTIVE`.
         *
         *     Enrolling again before verification returns 204. Within 15 seconds, the code that was sent stays valid and nothing is
         *     sent; afterwards, a new code is sent and the previous one is revoked. After `CHALLENGE_LIMIT_EXCEEDED`, a new code is
         *     sent at once. A number gets at most five codes an hour; otherwise the operation returns 429. If the message cannot be
         *     sent, the operation returns 503, nothing changes, and the caller may retry immediately.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         *
         *     By default the sandbox delivers to its inbox and sends nothing: the code is always 123456, and `listInboxMessages`
         *     returns the message. With a real delivery provider, the sandbox generates a code and sends it.
         */
        readonly post: operations["enrolOtpFactor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/authentication_factors/otp/{channel}/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify the enrolment of a device for one-time passwords
         * @description Completes the enrolment that `enrolOtpFactor` started: the correct code makes the factor `ACTIVE`. It does not step
         *     up the auth token.
         *
         *     A code is valid for five minutes and five attempts. The server counts the attempt before it checks the code. The
         *     response to the fourth wrong code says that one attempt is left; after the fifth, the enrolment must be started
         *     again.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         */
        readonly post: operations["verifyOtpFactor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/authentication_factors/push/{channel}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol a device for push notifications
         * @description Sends a push notification to the device of the logged-in user, who needs a mobile number. The factor is `PENDING_VERIFICATION` until the device
         *     approves (`ACTIVE`) or rejects (`INACTIVE`). A notification without a response expires after five minutes; the
         *     factor then remains pending. `listAuthenticationFactors` returns the status.
         *
         *     Enrolling again returns 204. Within 15 seconds, the notification that was sent stays valid and nothing is sent;
         *     afterwards, a new one is sent. A user gets at most five notifications an hour; otherwise the operation returns 429.
         *     If the notification cannot be sent, the operation returns 503, nothing changes, and the caller may retry immediately.
         *     Inactive credentials return 403.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         *
         *     In the sandbox, `approvePush` and `rejectPush` act as the device.
         */
        readonly post: operations["enrolPushFactor"];
        /**
         * Unlink a device for push notifications
         * @description Unlinks a device, whether its enrolment is complete or pending. The device is no longer listed and can no longer
         *     step up a token, and its pending notifications can no longer be approved. If the device was active, all tokens of
         *     the user must be stepped up again, because the server does not record which factor stepped up a token.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         */
        readonly delete: operations["unlinkPushFactor"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/stepup/challenges/otp/{channel}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a step-up by one-time password
         * @description Sends a six-digit code to the enrolled phone of the logged-in user. `verifyOtpStepUp` with the code and the same
         *     auth token steps up that token and no other.
         *
         *     The next code is available after 15 seconds and revokes a pending one, also after a verified one. A number gets at
         *     most five codes an hour; otherwise the operation returns 429. If the message cannot be sent, the operation returns
         *     503, nothing changes, and the caller may retry immediately. Inactive credentials return 403.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         *
         *     By default the sandbox delivers to its inbox and sends nothing: the code is always 123456, and `listInboxMessages`
         *     returns the message. With a real delivery provider, the sandbox generates a code and sends it.
         */
        readonly post: operations["startOtpStepUp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/stepup/challenges/otp/{channel}/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a step-up by one-time password
         * @description Completes the step-up that `startOtpStepUp` started: the correct code steps up the auth token of this call until the
         *     token expires.
         *
         *     A code is valid for five minutes and five attempts. The server counts the attempt before it checks the code. The
         *     response to the fourth wrong code says that one attempt is left; after the fifth, a new code is required. A code
         *     that was sent for another auth token is not accepted.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         */
        readonly post: operations["verifyOtpStepUp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/stepup/challenges/push/{channel}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a step-up by push notification
         * @description Sends a push notification to an enrolled device of the logged-in user. When the device approves it, the auth token
         *     of this call is stepped up, and no other. To find out, make a protected call such as `listManagedAccounts`.
         *
         *     A notification expires after five minutes. Within 15 seconds, a repeated call returns the id of the notification that
         *     was sent, and sends nothing; afterwards, a new one replaces it. A user gets at most five an hour; otherwise the
         *     operation returns 429. If the notification cannot be sent, the operation returns 503, nothing changes, and the caller
         *     may retry immediately. Inactive credentials return 403.
         *
         *     With `idempotency-ref`, a repeated call within 24 hours returns the first response and has no further effect.
         *
         *     In the sandbox, `approvePush`, `rejectPush` and `expirePush` act as the device. Pass the `id` of this response.
         */
        readonly post: operations["startPushStepUp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/managed_accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List managed accounts
         * @description A demo resource that requires a stepped-up auth token. Other tokens get 403 with `STEP_UP_REQUIRED`: step up the
         *     token with `startOtpStepUp` or `startPushStepUp`, then repeat the call. No extra header is needed.
         */
        readonly get: operations["listManagedAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an access token
         * @description The token endpoint of RFC 6749. `client_credentials` returns an application token; `registration_code`,
         *     `authorization_code` and `refresh_token` return a user token with a refresh token. Access tokens are valid for 12
         *     hours.
         *
         *     A registration code can be used again and again. A refresh token is valid for 20 years and can be used again; each
         *     use revokes the access token that it gave before. It is not rotated, because all clients are confidential (RFC 9700
         *     section 4.14). An authorization code can be used once, within 60 seconds; a second use revokes its tokens.
         */
        readonly post: operations["createAccessToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/login_with_password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log in with a password
         * @description Issues an auth token for the Additional Factors family. An unknown address and a wrong password return the same
         *     response (403) in the same time; 401 is the response to a wrong `api-key`. The token expires after five minutes without
         *     use.
         */
        readonly post: operations["loginWithPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/response/public-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the server's public key
         * @description Returns the key to encrypt requests for, or to verify signed responses with. Without `version` it returns the
         *     newest. Older versions still decrypt requests for a grace period after a rotation.
         */
        readonly get: operations["getJosePublicKey"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/request/public-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a client's public key
         * @description Stores a public key of the client. The server verifies the signatures of requests or encrypts responses with it. RSA
         *     keys need at least 2048 bits; EC keys must be on the curve of their algorithm. The server uses the newest valid key
         *     of an algorithm.
         */
        readonly post: operations["uploadJosePublicKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/playground/jwe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get an encrypted echo
         * @description Returns a fixed message, encrypted for the client's uploaded encryption key, whose id is the `kid`. Use it to test
         *     decryption only.
         */
        readonly get: operations["echoJweGet"];
        readonly put?: never;
        /**
         * Echo a JWE for the uploaded key
         * @description Decrypts a JWE and echoes its message, encrypted for the client's uploaded encryption key, whose id is the `kid`.
         */
        readonly post: operations["echoJwe"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/playground/jwe-direct-encryption": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Echo a JWE under its content key
         * @description Decrypts a JWE and echoes its message, encrypted directly with the request's content key, like the PIN and device
         *     fingerprint operations.
         */
        readonly post: operations["echoJweDirect"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/playground/jws": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Echo a JWS
         * @description Verifies a JWS with the client's uploaded signing key and echoes its message, signed with the server's key of the
         *     same algorithm.
         */
        readonly post: operations["echoJws"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/auth/jose/playground/jwsjwe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Echo a JWS inside a JWE
         * @description Decrypts a JWE, verifies the JWS inside it, and echoes the message, signed with the server's key of the same
         *     algorithm and then encrypted for the client's uploaded key.
         */
        readonly post: operations["echoJwsJwe"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/facetec/public-key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the FaceTec public key
         * @description Returns the public key, as PEM, that the FaceTec SDK encrypts an exported face map for.
         */
        readonly get: operations["getFaceTecPublicKey"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the caller
         * @description Returns the user that the token belongs to.
         */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/profiles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List profiles
         * @description Lists the caller's profiles, the default profile first. The v1 operations act on the default profile.
         */
        readonly get: operations["listProfiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transfers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a transfer
         * @description Creates an unfunded transfer from the caller's default profile. A second request with the same
         *     `customerTransactionId` returns the first transfer.
         */
        readonly post: operations["createTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transfers/{transferId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a transfer
         * @description Returns a transfer that the caller created.
         */
        readonly get: operations["getTransfer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a balance statement
         * @description Returns the transactions of a balance. This is a low-risk action: clearing its challenges opens a session of five
         *     minutes in which no approval is needed.
         */
        readonly get: operations["getBalanceStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v3/profiles/{profileId}/transfers/{transferId}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fund a transfer
         * @description Pays for a transfer from the balance. This is a high-risk action: each call needs its own approval, which is bound
         *     to the transfer, the amount and the payee (RTS 5). Values that the body omits are taken from the transfer. If amount
         *     or payee differ from the approval, the operation returns 403 with a new one-time token.
         *
         *     The server looks up the transfer first (404) and then checks the approval (403). Only an approved call can learn
         *     that the transfer is already funded (409) or that the approved values do not match it (422).
         */
        readonly post: operations["fundTransfer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check liveness
         * @description Returns 200 as long as the process runs. It checks no dependencies, because a restart does not repair a database.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Check readiness
         * @description Returns whether the server can process requests: the database responds within two seconds, can be written, and its
         *     schema is migrated to this version.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read metrics
         * @description Counters and timings in the Prometheus text format. No label contains the id of a user.
         */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a sandbox user
         * @description Creates a user with tokens, two profiles, a balance and a transfer, in a new client, so that parallel test suites do
         *     not affect each other. No credentials are required for that. `clientId` adds the user to an existing client and
         *     requires its application token. Factors in the body are enrolled immediately.
         */
        readonly post: operations["createSandboxUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/users/{userId}": {
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
         * Delete a sandbox user
         * @description Deletes a user of the client with all related data. The audit log remains.
         */
        readonly delete: operations["deleteSandboxUser"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/authorization-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an authorization code
         * @description Returns the code that a page of the authorization server would pass to the redirect URI, after a user has authorised
         *     the client. There is no such page. `createAccessToken` exchanges the code, once and within 60 seconds.
         */
        readonly post: operations["createAuthorizationCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List inbox messages
         * @description Lists the messages to users of the client instead of sending them, newest first, at most 100. Tests read codes here.
         *     With a real delivery provider the inbox stays empty.
         */
        readonly get: operations["listInboxMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/push/{pushId}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a push notification
         * @description Acts as the user's device and approves a pending push notification. An enrolment becomes active; a step-up steps up
         *     its token.
         */
        readonly post: operations["approvePush"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/push/{pushId}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reject a push notification
         * @description Acts as the user's device and rejects a pending push notification. An enrolment becomes inactive; a step-up fails.
         */
        readonly post: operations["rejectPush"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/push/{pushId}/expire": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Expire a push notification
         * @description Expires a pending push notification, as if five minutes had passed. It can no longer be approved.
         */
        readonly post: operations["expirePush"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/clock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the clock
         * @description Returns the client's time. All expiry, locks and sessions of the client use this clock.
         */
        readonly get: operations["getClock"];
        readonly put?: never;
        /**
         * Advance the clock
         * @description Moves the client's clock forward, so that a test does not have to wait. Other clients are not affected.
         */
        readonly post: operations["advanceClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/outcomes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set a simulated response
         * @description Makes the next matching request fail, expire, or return 429, 503, 500 or 404, once. Use it to test how a client
         *     handles errors. Select the request in exactly one of three ways: `userId` with `kind` (the next verification of that
         *     kind), `operationId` (the next call of it by this client), or `correlationId` (the next request with that id, public
         *     operations included). Only verifications can `fail` or `expire`.
         */
        readonly post: operations["setOutcome"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sandbox/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Stream events
         * @description Streams all events of the client as server-sent events, without secrets. Lines that begin with a colon are comments
         *     that keep the connection open. Each event has three fields:
         *
         *     - `id`: the position in the stream, to resume after it;
         *     - `event`: its type;
         *     - `data`: one line of JSON, a `SandboxEvent`.
         *
         *     `SandboxEvent` has these members:
         *
         *     - `shard` and `sequence`: the chain of the audit log that the event is in, and its number there. The events of a user
         *       are in one chain;
         *     - `type`: the same as `event`;
         *     - `result`: `success` or `failure`;
         *     - `at`: time of the event, by the client's clock;
         *     - `actor`: `user:` with an id, `application`, `device` or `system`;
         *     - `userId` and `profileId`: the user and profile of the event, or null;
         *     - `traceId`: trace id of the response that the event belongs to;
         *     - `data`: more data, depending on the type:
         *
         *     | types | `data` contains |
         *     | --- | --- |
         *     | `client.created`, `user.created`, `user.deleted`, `registration-code.redeemed`, `authorization-code.exchanged`, `token.refreshed`, `login.succeeded`, `login.failed` | nothing |
         *     | `pin.created`, `pin.deleted`, `facemap.created`, `facemap.deleted`, `session.closed` | nothing |
         *     | `profile.created` | `type` |
         *     | `token.issued` | `kind` |
         *     | `token.stepped-up` | `channel` |
         *     | `device-fingerprint.created`, `device-fingerprint.deleted` | `deviceFingerprintId` |
         *     | `phone-number.created`, `phone-number.updated`, `phone-number.deleted` | `phoneNumberId` |
         *     | `one-time-token.issued` | `action`, `risk`, `requiredFactors` |
         *     | `one-time-token.cleared`, `one-time-token.consumed`, `approval.refused` | `action`, `risk` |
         *     | `challenge.attempted`, `challenge.passed`, `challenge.refused`, `one-time-token.expired`, `session.opened`, `profile.locked` | `challenge` |
         *     | `challenge.failed` | `challenge`, `failedAttempts`, `attemptsLeft` |
         *     | `otp.reserved`, `otp.sent`, `otp.not-sent` | `channel` |
         *     | `authentication-factor.enrolled`, `authentication-factor.activated`, `authentication-factor.rejected`, `authentication-factor.unlinked`, `authentication-factor.withdrawn` | `type`, `channel` |
         *     | `factor-challenge.reserved`, `factor-challenge.sent`, `factor-challenge.not-sent`, `factor-challenge.attempted`, `factor-challenge.passed`, `factor-challenge.failed`, `factor-challenge.approved`, `factor-challenge.rejected`, `factor-challenge.expired` | `purpose`, `channel` |
         *     | `transfer.created`, `transfer.funded` | `transferId`, `amount`, `currency`, `payee` |
         *     | `public-key.uploaded` | `keyId`, `algorithm`, `scope` |
         *     | `clock.advanced` | `seconds` |
         *     | `outcome.set` | `outcome`, and what it was set for: `kind` with `userId`, `operationId` or `correlationId` |
         *
         *     New types may be added: ignore those that you do not know.
         *
         *     `Last-Event-ID` resumes the stream after the event with that id; 0 replays all events from the first. Without it,
         *     the stream starts with the next event. A stream ends when its token expires, or after an hour: reconnect with the
         *     id of the last event. A client can have 16 open streams.
         */
        readonly get: operations["streamEvents"];
        readonly put?: never;
        readonly post?: never;
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
         * @description The one-time token.
         * @example 2f6b1c1e-8d2f-4f0a-b7c4-6f1f5b1f2a77
         */
        readonly OneTimeTokenId: string;
        /**
         * ChallengeType
         * @description Factor of a challenge. `PIN` is knowledge, `FACE_MAP` is inherence, all others are possession.
         * @example PIN
         * @enum {string}
         */
        readonly ChallengeType: "PIN" | "FACE_MAP" | "SMS" | "WHATSAPP" | "VOICE" | "PARTNER_DEVICE_FINGERPRINT";
        /**
         * ChallengeView
         * @description One way to pass a challenge, with the data that an app needs to present it.
         */
        readonly ChallengeView: {
            readonly type: components["schemas"]["ChallengeType"];
            readonly viewData: {
                readonly attributes: {
                    /**
                     * Format: int64
                     * @description The user who is challenged.
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
         * @description The action that a one-time token was issued for. The token is not valid for any other action.
         * @example BALANCE__GET_STATEMENT
         */
        readonly ActionType: string;
        /**
         * OneTimeTokenProperties
         * @description A one-time token with its details. Only its owner can read it.
         */
        readonly OneTimeTokenProperties: {
            readonly oneTimeToken: components["schemas"]["OneTimeTokenId"];
            /** @description One entry per category that the user has enrolled, in the order knowledge, possession, inherence. */
            readonly challenges: readonly {
                readonly primaryChallenge: components["schemas"]["ChallengeView"];
                /** @description Other ways to pass the same entry. Any one of them is enough. */
                readonly alternatives: readonly components["schemas"]["ChallengeView"][];
                /**
                 * @description Whether this entry is still required.
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
             * @description The user that the token was issued for.
             * @example 7301842
             */
            readonly userId: number;
        };
        /**
         * OneTimeTokenStatus
         * @description A one-time token under the member name of the status and v1 responses.
         */
        readonly OneTimeTokenStatus: {
            readonly oneTimeTokenProperties: components["schemas"]["OneTimeTokenProperties"];
        };
        /**
         * ErrorCode
         * @description Machine-readable error code. Codes are stable; messages are not.
         * @example pin.verification.failed
         * @enum {string}
         */
        readonly ErrorCode: "authentication.required" | "token.invalid" | "access.denied" | "sca.required" | "sca.factors.insufficient" | "sca.locked" | "request.malformed" | "request.invalid" | "request.too.large" | "media.type.unsupported" | "not.acceptable" | "route.not.found" | "method.not.allowed" | "request.timeout" | "expectation.failed" | "request.headers.too.large" | "rate.limit.reached" | "internal.error" | "service.unavailable" | "user.not.found" | "profile.not.found" | "transfer.not.found" | "balance.not.found" | "push.not.found" | "pin.already.exists" | "pin.not.setup" | "pin.verification.failed" | "device.fingerprint.already.exists" | "device.fingerprint.limit.reached" | "device.fingerprint.not.found" | "device.fingerprint.verification.failed" | "facemap.already.exists" | "facemap.not.setup" | "facemap.invalid" | "facemap.verification.failed" | "phone.number.invalid" | "phone.number.repeated" | "phone.number.already.exists" | "phone.number.not.found" | "sms.verification.failed" | "whatsapp.verification.failed" | "voice.verification.failed" | "challenge.not.applicable" | "challenge.not.triggered" | "one.time.token.not.found" | "otp.resend.too.early" | "otp.hourly.limit.reached" | "delivery.unavailable" | "transfer.already.funded" | "transfer.amount.mismatch" | "transfer.payee.mismatch" | "public.key.not.found" | "public.key.invalid" | "public.key.already.exists";
        /**
         * ErrorEntry
         * @description An error.
         */
        readonly ErrorEntry: {
            readonly code: components["schemas"]["ErrorCode"];
            /**
             * @description Human-readable error message. It never contains a secret.
             * @example PIN verification failed.
             */
            readonly message: string;
            /**
             * @description JSON pointer to the invalid value in the request. Only validation errors have it.
             * @example /body/pin
             */
            readonly path?: string;
        };
        /**
         * Errors
         * @description The errors of a rejected request; at least one.
         */
        readonly Errors: {
            readonly errors: readonly components["schemas"]["ErrorEntry"][];
        };
        /**
         * CompactSerialization
         * @description A JOSE object in compact serialization: a JWE with five parts (RFC 7516) or a JWS with three (RFC 7515). The `x-jose`
         *     extension beside it refers to the schema of the plaintext.
         * @example eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2FtcGxlLWl2LTEy.c2FtcGxlLWNpcGhlcnRleHQ.c2FtcGxlLXRhZy0xNi1ieQ
         */
        readonly CompactSerialization: string;
        /**
         * PinRequest
         * @description A PIN to create or verify.
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
         * @description An empty object.
         */
        readonly Empty: Record<string, never>;
        /**
         * JoseError
         * @description The JWE or JWS could not be decrypted or verified. Every cause returns the same response, so that a caller learns
         *     nothing about keys or padding.
         */
        readonly JoseError: {
            /**
             * @example jwe_error
             * @enum {string}
             */
            readonly error: "jwe_error" | "jws_error";
            /** @example The JWE or JWS cannot be decrypted or verified. */
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
         * @description A one-time token as the v2 verify operations return it, with all its challenges.
         */
        readonly OneTimeTokenResource: {
            readonly oneTimeToken: components["schemas"]["OneTimeTokenId"];
            /** @description One entry per category that the user has enrolled, in the order knowledge, possession, inherence. */
            readonly challenges: readonly {
                readonly primaryChallenge: components["schemas"]["ChallengeOption"];
                /** @description Other ways to pass the same entry. Any one of them is enough. */
                readonly alternatives: readonly components["schemas"]["ChallengeOption"][];
                /**
                 * @description Whether this entry is still required.
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
             * @description A text that the app derives from the device and that others cannot guess.
             * @example 3b0f6e52-71a9-4c0d-9d55-8a2f4e6c1b07
             */
            readonly deviceFingerprint: string;
        };
        /**
         * DeviceFingerprint
         * @description A registered device fingerprint. The value itself is never returned.
         */
        readonly DeviceFingerprint: {
            /**
             * Format: uuid
             * @description Id of the fingerprint. Use it to delete the fingerprint.
             * @example 7d1f0c3a-52a4-4f0e-9a35-0a6a5c1e4b90
             */
            readonly deviceFingerprintId: string;
            /**
             * Format: date-time
             * @description Registration time, in UTC.
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
             * @description The exported face map in base64; at most 1 MiB decoded.
             * @example c2FtcGxlLWZhY2UtbWFw
             */
            readonly faceMap: string;
        };
        /**
         * ObfuscatedPhoneNumber
         * @description The masked phone number that a code was sent to.
         */
        readonly ObfuscatedPhoneNumber: {
            /**
             * @description The number with all but its last four characters masked.
             * @example *******8888
             */
            readonly obfuscatedPhoneNo: string;
        };
        /**
         * OtpRequest
         * @description A code that the user received on the phone.
         */
        readonly OtpRequest: {
            /**
             * @description The six digits of the message.
             * @example 111111
             */
            readonly otpCode: string;
        };
        /**
         * DeviceFingerprints
         * @description The registered devices of a profile, oldest first.
         */
        readonly DeviceFingerprints: readonly components["schemas"]["DeviceFingerprint"][];
        /**
         * PhoneNumber
         * @description The verified phone number of a user. Codes by SMS, WhatsApp and voice go to it.
         */
        readonly PhoneNumber: {
            /**
             * Format: int64
             * @description Identifies the phone number, to update or delete it.
             * @example 1230944
             */
            readonly id: number;
            /**
             * @description The number in E.164 format.
             * @example +6588888888
             */
            readonly phoneNumber: string;
            /**
             * @description Use of the number in authentication. There is one type.
             * @example PRIMARY
             * @enum {string}
             */
            readonly type: "PRIMARY";
            /**
             * @description Whether challenges can use the number. Always true, because only verified numbers are stored.
             * @example true
             */
            readonly verified: boolean;
            /**
             * @description The client that the user belongs to.
             * @example demo-client
             */
            readonly clientId: string;
        };
        /**
         * PhoneNumbers
         * @description The verified phone numbers of a user: one, or none.
         */
        readonly PhoneNumbers: readonly components["schemas"]["PhoneNumber"][];
        /**
         * PhoneNumberRequest
         * @description A phone number that the client has verified.
         */
        readonly PhoneNumberRequest: {
            /**
             * @description The number in E.164 format. It must exist in the numbering plan of its country.
             * @example +6588888888
             */
            readonly phoneNumber: string;
        };
        /**
         * AuthenticationFactor
         * @description A device of the user and the status of its enrolment.
         */
        readonly AuthenticationFactor: {
            /**
             * @description How the device authenticates. `OTP` uses a code, `PUSH` a notification, `BIOMETRIC` a notification that the user
             *     confirms with a biometric.
             * @example OTP
             * @enum {string}
             */
            readonly type: "OTP" | "PUSH" | "BIOMETRIC";
            /**
             * @description `PENDING_VERIFICATION` until the code is verified or the device approves, then `ACTIVE`. `INACTIVE` when the
             *     device rejected the enrolment. Only an active factor can step up a token.
             * @example ACTIVE
             * @enum {string}
             */
            readonly status: "PENDING_VERIFICATION" | "ACTIVE" | "INACTIVE";
            /**
             * @description Channel of the device. Each channel belongs to one type.
             * @example SMS
             * @enum {string}
             */
            readonly channel: "SMS" | "AUTHY" | "BIOMETRIC";
        };
        /**
         * AuthenticationFactors
         * @description The additional factors of the logged-in user.
         */
        readonly AuthenticationFactors: {
            /**
             * @description One entry per channel whose enrolment was started and that is not unlinked, in the order SMS, AUTHY, BIOMETRIC.
             *     Absent if there is none.
             */
            readonly factors?: readonly components["schemas"]["AuthenticationFactor"][];
        };
        /**
         * FactorSyntaxError
         * @description The request is malformed or invalid.
         */
        readonly FactorSyntaxError: {
            /** @example The request is not valid. */
            readonly message: string;
            readonly syntaxErrors: {
                readonly invalidFields: readonly {
                    /** @description The path of the object that contains the field, one entry per level. Empty for a field at the top level. */
                    readonly params: readonly string[];
                    /**
                     * @description Name of the invalid field, header or path parameter, without its path.
                     * @example verificationCode
                     */
                    readonly fieldName: string;
                    /**
                     * @description The violated constraint: `REQUIRED` for a missing field, `SIZE` for a wrong length, `RANGE` for a number out
                     *     of range, `IN` for a value that is not in a list, `REGEX` for a wrong pattern, format or type. The server
                     *     returns none of the others.
                     * @example REQUIRED
                     * @enum {string}
                     */
                    readonly error: "REQUIRED" | "HAS_TEXT" | "REQUIRES" | "SIZE" | "RANGE" | "IN" | "NOT_IN" | "REGEX" | "EXACTLY" | "AT_LEAST" | "AT_MOST" | "ALL_OR_NONE";
                }[];
            };
        };
        /**
         * FactorMessage
         * @description An error message.
         */
        readonly FactorMessage: {
            /** @example The api-key is missing or wrong. */
            readonly message: string;
        };
        /**
         * InsufficientPermissions
         * @description The credentials are valid, but do not give access to the operation.
         */
        readonly InsufficientPermissions: {
            /**
             * @description The missing permission.
             * @example INSUFFICIENT_PERMISSIONS
             * @enum {string}
             */
            readonly errorCode: "INSUFFICIENT_PERMISSIONS";
        };
        /**
         * OtpEnrolmentConflict
         * @description Why a phone cannot be enrolled.
         */
        readonly OtpEnrolmentConflict: {
            /**
             * @description Reason of the conflict.
             * @example CHANNEL_ALREADY_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_SUPPORTED" | "CHANNEL_ALREADY_REGISTERED" | "MOBILE_NUMBER_NOT_AVAILABLE" | "MOBILE_NUMBER_INVALID" | "MOBILE_COUNTRY_NOT_SUPPORTED" | "CREDENTIALS_INACTIVE" | "TYPE_DOES_NOT_SUPPORT_ENROLMENT";
        };
        /**
         * VerificationCodeRequest
         * @description The code that the user received on the device.
         */
        readonly VerificationCodeRequest: {
            /**
             * @description The six digits of the message.
             * @example 123456
             */
            readonly verificationCode: string;
        };
        /**
         * OtpVerificationConflict
         * @description Why a code did not complete an enrolment.
         */
        readonly OtpVerificationConflict: {
            /**
             * @description Reason of the conflict.
             * @example VERIFICATION_CODE_INVALID
             * @enum {string}
             */
            readonly errorCode: "VERIFICATION_CODE_INVALID" | "VERIFICATION_CODE_EXPIRED" | "ONE_CHALLENGE_LIMIT_REMAINING" | "CHALLENGE_LIMIT_EXCEEDED" | "CHANNEL_ALREADY_REGISTERED" | "STATE_INVALID";
        };
        /**
         * PushEnrolmentConflict
         * @description Why a device cannot be enrolled.
         */
        readonly PushEnrolmentConflict: {
            /**
             * @description Reason of the conflict.
             * @example CHANNEL_ALREADY_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_SUPPORTED" | "CHANNEL_ALREADY_REGISTERED" | "MOBILE_NUMBER_NOT_AVAILABLE" | "MOBILE_COUNTRY_NOT_SUPPORTED" | "TYPE_DOES_NOT_SUPPORT_ENROLMENT";
        };
        /**
         * PushUnlinkConflict
         * @description Why a device cannot be unlinked.
         */
        readonly PushUnlinkConflict: {
            /**
             * @description Reason of the conflict.
             * @example CHANNEL_NOT_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_REGISTERED";
        };
        /**
         * OtpStepUpConflict
         * @description Why a step-up by one-time password cannot be started.
         */
        readonly OtpStepUpConflict: {
            /**
             * @description Reason of the conflict.
             * @example CHANNEL_NOT_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_REGISTERED" | "MOBILE_NUMBER_INVALID" | "MOBILE_COUNTRY_NOT_SUPPORTED" | "RETRY_IN_15SEC";
        };
        /**
         * OtpStepUpVerificationConflict
         * @description Why a code did not step up the token.
         */
        readonly OtpStepUpVerificationConflict: {
            /**
             * @description Reason of the conflict.
             * @example VERIFICATION_CODE_INVALID
             * @enum {string}
             */
            readonly errorCode: "VERIFICATION_CODE_INVALID" | "VERIFICATION_CODE_EXPIRED" | "ONE_CHALLENGE_LIMIT_REMAINING" | "CHALLENGE_LIMIT_EXCEEDED" | "STATE_INVALID" | "ALREADY_VERIFIED" | "CHANNEL_NOT_REGISTERED";
        };
        /**
         * PushStepUp
         * @description A push notification that waits for a response of the device.
         */
        readonly PushStepUp: {
            /**
             * @description Id of the notification; digits only.
             * @example 481516234200
             */
            readonly id: string;
        };
        /**
         * PushStepUpConflict
         * @description Why a step-up by push notification cannot be started.
         */
        readonly PushStepUpConflict: {
            /**
             * @description Reason of the conflict.
             * @example CHANNEL_NOT_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_REGISTERED";
        };
        /**
         * ManagedAccount
         * @description An account that the user manages.
         */
        readonly ManagedAccount: {
            /**
             * @description Id of the account; digits only.
             * @example 107654321
             */
            readonly id: string;
            /**
             * @description The currency of the account, ISO 4217.
             * @example EUR
             */
            readonly currency: string;
            /**
             * @description Name chosen by the owner.
             * @example Main account
             */
            readonly friendlyName: string;
            /**
             * @description Whether the account can send and receive money.
             * @example ACTIVE
             * @enum {string}
             */
            readonly state: "ACTIVE" | "BLOCKED";
        };
        /**
         * ManagedAccounts
         * @description The managed accounts of the logged-in user.
         */
        readonly ManagedAccounts: {
            /** @description The accounts, by id. */
            readonly accounts: readonly components["schemas"]["ManagedAccount"][];
            /**
             * @description Number of accounts.
             * @example 1
             */
            readonly count: number;
        };
        /**
         * StepUpRequired
         * @description The auth token is valid, but not stepped up.
         */
        readonly StepUpRequired: {
            /**
             * @description The missing requirement.
             * @example STEP_UP_REQUIRED
             * @enum {string}
             */
            readonly errorCode: "STEP_UP_REQUIRED";
        };
        /**
         * TokenRequest
         * @description A token request with one of four grant types.
         */
        readonly TokenRequest: {
            /**
             * @description Grant type of the request.
             * @example client_credentials
             * @constant
             */
            readonly grant_type: "client_credentials";
        } | {
            /**
             * @description Grant type of the request.
             * @example registration_code
             * @constant
             */
            readonly grant_type: "registration_code";
            /**
             * @description The client id, repeated in the body.
             * @example demo-client
             */
            readonly client_id: string;
            /**
             * @description The e-mail address of the user.
             * @example ada@example.com
             */
            readonly email: string;
            /**
             * @description Registration code of the user. It can be used again.
             * @example <registration code>
             */
            readonly registration_code: string;
        } | {
            /**
             * @description Grant type of the request.
             * @example authorization_code
             * @constant
             */
            readonly grant_type: "authorization_code";
            /**
             * @description The client id, repeated in the body.
             * @example demo-client
             */
            readonly client_id?: string;
            /**
             * @description The authorization code. It can be used once, within 60 seconds.
             * @example <authorization code>
             */
            readonly code: string;
            /**
             * @description The redirect URI that the code was issued for.
             * @example https://client.example/callback
             */
            readonly redirect_uri: string;
        } | {
            /**
             * @description Grant type of the request.
             * @example refresh_token
             * @constant
             */
            readonly grant_type: "refresh_token";
            /**
             * @description The refresh token. It can be used again until it expires.
             * @example <refresh token>
             */
            readonly refresh_token: string;
        };
        /**
         * TokenResponse
         * @description A token response (RFC 6749 section 5.1).
         */
        readonly TokenResponse: {
            /**
             * @description The access token.
             * @example <access token>
             */
            readonly access_token: string;
            /**
             * @description Token type.
             * @example bearer
             * @enum {string}
             */
            readonly token_type: "bearer";
            /**
             * @description Whole seconds until the token expires.
             * @example 43199
             */
            readonly expires_in: number;
            /**
             * Format: date-time
             * @description Time at which the token expires.
             * @example 2026-11-25T20:00:00Z
             */
            readonly expires_at: string;
            /**
             * @description Refresh token for further access tokens; only for user tokens.
             * @example <refresh token>
             */
            readonly refresh_token?: string;
            /**
             * @description Whole seconds until the refresh token expires, 20 years after it was issued.
             * @example 630720000
             */
            readonly refresh_token_expires_in?: number;
            /**
             * Format: date-time
             * @description Time at which the refresh token expires.
             * @example 2046-11-20T08:00:00Z
             */
            readonly refresh_token_expires_at?: string;
            /**
             * @description Scope of the token.
             * @example transfers
             */
            readonly scope: string;
            /**
             * Format: date-time
             * @description Time at which the token was issued.
             * @example 2026-11-25T08:00:00Z
             */
            readonly created_at: string;
        };
        /**
         * OAuthError
         * @description An error in the form of RFC 6749 section 5.2.
         */
        readonly OAuthError: {
            /**
             * @description Machine-readable error code.
             * @example invalid_request
             * @enum {string}
             */
            readonly error: "invalid_request" | "invalid_client" | "invalid_grant" | "unsupported_grant_type" | "invalid_token" | "access_denied" | "not_acceptable" | "request_too_large" | "unsupported_media_type" | "too_many_requests" | "server_error" | "temporarily_unavailable" | "jwe_error" | "jws_error" | "public.key.invalid" | "public.key.not.found" | "public.key.already.exists";
            /**
             * @description Human-readable error message. It never contains a secret.
             * @example The parameter grant_type is missing.
             */
            readonly error_description: string;
        };
        /**
         * LoginRequest
         * @description The credentials of a user.
         */
        readonly LoginRequest: {
            /**
             * @description The e-mail address of the user.
             * @example ada@example.com
             */
            readonly email: string;
            /**
             * LoginPassword
             * @description The password.
             */
            readonly password: {
                /**
                 * @description The password itself.
                 * @example <password>
                 */
                readonly value: string;
            };
        };
        /**
         * LoginResponse
         * @description A session of the Additional Factors family.
         */
        readonly LoginResponse: {
            /**
             * @description The auth token. It expires after five minutes without use.
             * @example <auth token>
             */
            readonly token: string;
            /**
             * LoginIdentity
             * @description The identity that the user acts for.
             */
            readonly identity: {
                /**
                 * @description Type of the id.
                 * @example CONSUMER
                 * @enum {string}
                 */
                readonly type: "CONSUMER" | "CORPORATE";
                /**
                 * @description Digits only.
                 * @example 107123456
                 */
                readonly id: string;
            };
            /**
             * LoginCredentials
             * @description The user.
             */
            readonly credentials: {
                /**
                 * @description Type of the id.
                 * @example ROOT
                 * @enum {string}
                 */
                readonly type: "ROOT" | "USER";
                /**
                 * @description Digits only.
                 * @example 107123456
                 */
                readonly id: string;
            };
            /**
             * @description Kind of the token: `ACCESS` can be used at once, `AUTH` only to choose an identity, `NO_TYPE` is none of these.
             * @example ACCESS
             * @enum {string}
             */
            readonly tokenType: "ACCESS" | "AUTH" | "NO_TYPE";
        };
        /**
         * JoseKeyMaterial
         * @description A public key.
         */
        readonly JoseKeyMaterial: {
            /**
             * @description Algorithm of the key.
             * @example RSA_OAEP_256
             * @enum {string}
             */
            readonly algorithm: "RSA_OAEP_256" | "ES256" | "ES384" | "ES512" | "PS256" | "PS384" | "PS512";
            /**
             * @description SubjectPublicKeyInfo in DER, as base64.
             * @example MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAx0QE1ND0jc8+ohgX73KyYVmI45/8XMC2vSZcfrVw16BKXZ3Au4q1Q6STlxOxzFxz+TOAyKF//RtYhx8yvSqhUjsD3RhR8NhmJZBO50OE5FSjBp5Nf/HWKVDkkFjQxqBtH0dXk9y3HNEgYczaONohESyxL25mWICciSu+nMqGUCMeRE5gNBRIDa94DhfoZbqzi15HVE9KsazSK74tzboiKlNNBaEvQeXQQZCo/BOlK0aRZf4D2DwKwZ/mqYSwdjdGfzTyrGj3+rhU9EQ+qrSW9lDq7H2ObmUHQO30H7H0Xk2Z9pH3hWpdDyD3QhW6RWVjAHA8Q3W76BoSBfgtb0Z9UwIDAQAB
             */
            readonly keyMaterial: string;
        };
        /**
         * JosePublicKey
         * @description One of the server's public keys.
         */
        readonly JosePublicKey: {
            /**
             * Format: uuid
             * @description Value for the `kid` header of a JWE or JWS.
             * @example 5f0c4d2a-6a0a-4a77-9a0e-3f1f2f8f5b11
             */
            readonly keyId: string;
            /**
             * @description Version; increases with each rotation.
             * @example 1
             */
            readonly version: number;
            readonly keyMaterial: components["schemas"]["JoseKeyMaterial"];
            /**
             * @description Whether the key encrypts or signs.
             * @example PAYLOAD_ENCRYPTION
             * @enum {string}
             */
            readonly scope: "PAYLOAD_ENCRYPTION" | "PAYLOAD_SIGNING";
        };
        /**
         * JosePublicKeyUpload
         * @description A client's public key. The server verifies signatures or encrypts responses with it.
         */
        readonly JosePublicKeyUpload: {
            /**
             * Format: uuid
             * @description Id chosen by the client.
             * @example 8a3f7c1e-2b4d-4e6f-9a1b-0c2d4e6f8a1b
             */
            readonly keyId: string;
            /**
             * @description Whether the key encrypts or signs.
             * @example PAYLOAD_ENCRYPTION
             * @enum {string}
             */
            readonly scope: "PAYLOAD_ENCRYPTION" | "PAYLOAD_SIGNING";
            /**
             * @description Start of validity, in UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validFrom: string;
            /**
             * @description End of validity, in UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validTill: string;
            readonly publicKeyMaterial: components["schemas"]["JoseKeyMaterial"];
        };
        /**
         * UploadedJosePublicKey
         * @description The stored key.
         */
        readonly UploadedJosePublicKey: {
            /**
             * Format: uuid
             * @description Id chosen by the client.
             * @example 8a3f7c1e-2b4d-4e6f-9a1b-0c2d4e6f8a1b
             */
            readonly keyId: string;
            /**
             * @description Whether the key encrypts or signs.
             * @example PAYLOAD_ENCRYPTION
             * @enum {string}
             */
            readonly scope: "PAYLOAD_ENCRYPTION" | "PAYLOAD_SIGNING";
            /**
             * @description Start of validity, in UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validFrom: string;
            /**
             * @description End of validity, in UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validTill: string;
            readonly publicKeyMaterial: components["schemas"]["JoseKeyMaterial"];
            /**
             * @description Always null: the key belongs to the client of the token.
             * @example null
             */
            readonly clientId: null;
            /**
             * @description Always null: a stored key is active.
             * @example null
             */
            readonly deactivationTimestamp: null;
        };
        /**
         * JosePlaygroundEcho
         * @description The echo.
         */
        readonly JosePlaygroundEcho: {
            /**
             * @description The message of the request, prefixed with `jose-playground-response-`.
             * @example jose-playground-response-hello
             */
            readonly message: string;
            /**
             * @description The HTTP method of the request.
             * @example POST
             * @enum {string}
             */
            readonly method: "POST" | "GET";
        };
        /**
         * JosePlaygroundMessage
         * @description A message to echo.
         */
        readonly JosePlaygroundMessage: {
            /**
             * @description At most 100 characters.
             * @example hello
             */
            readonly message: string;
        };
        /**
         * User
         * @description A user.
         */
        readonly User: {
            /**
             * Format: int64
             * @description Id of the user.
             * @example 7301842
             */
            readonly id: number;
            /**
             * @description The e-mail address.
             * @example ada@example.com
             */
            readonly email: string;
            /**
             * @description Whether the user is active.
             * @example true
             */
            readonly active: boolean;
        };
        /**
         * Profile
         * @description A profile that a user acts for.
         */
        readonly Profile: {
            /**
             * Format: int64
             * @description Id of the profile.
             * @example 10100001
             */
            readonly id: number;
            /**
             * @description Whether the profile is personal or business.
             * @example PERSONAL
             * @enum {string}
             */
            readonly type: "PERSONAL" | "BUSINESS";
            /**
             * Format: int64
             * @description The user that the profile belongs to.
             * @example 7301842
             */
            readonly userId: number;
        };
        /**
         * Profiles
         * @description The user's profiles, the default one first.
         */
        readonly Profiles: readonly components["schemas"]["Profile"][];
        /**
         * TransferRequest
         * @description A transfer to create.
         */
        readonly TransferRequest: {
            /**
             * Format: int64
             * @description The account of the payee.
             * @example 14550101
             */
            readonly targetAccount: number;
            /**
             * @description Currency that the payer pays in.
             * @example EUR
             */
            readonly sourceCurrency: string;
            /**
             * @description Currency that the payee receives.
             * @example EUR
             */
            readonly targetCurrency: string;
            /**
             * @description Amount that the payer pays, in the source currency, with at most two decimals.
             * @example 120.5
             */
            readonly sourceAmount: number;
            /**
             * Format: uuid
             * @description Id chosen by the client. A second request with the same id returns the same transfer.
             * @example b2e1a6c4-0f5d-4a3b-9c7e-1d2f3a4b5c6d
             */
            readonly customerTransactionId: string;
            /**
             * TransferDetails
             * @description Reference text shown to the payee.
             */
            readonly details?: {
                /**
                 * @description A reference for the payee.
                 * @example invoice 42
                 */
                readonly reference?: string;
            };
        };
        /**
         * Transfer
         * @description A stored transfer.
         */
        readonly Transfer: {
            /**
             * Format: int64
             * @description Id of the transfer.
             * @example 50500001
             */
            readonly id: number;
            /**
             * Format: int64
             * @description The user that created the transfer.
             * @example 7301842
             */
            readonly user: number;
            /**
             * Format: int64
             * @description The account of the payee.
             * @example 14550101
             */
            readonly targetAccount: number;
            /**
             * @description Currency that the payer pays in.
             * @example EUR
             */
            readonly sourceCurrency: string;
            /**
             * @description Currency that the payee receives.
             * @example EUR
             */
            readonly targetCurrency: string;
            /**
             * @description Amount that the payer pays.
             * @example 120.5
             */
            readonly sourceValue: number;
            /**
             * @description Status of the transfer.
             * @example incoming_payment_waiting
             * @enum {string}
             */
            readonly status: "incoming_payment_waiting" | "processing";
            /**
             * Format: date-time
             * @description Creation time.
             * @example 2026-11-25T08:00:00Z
             */
            readonly created: string;
            /**
             * Format: uuid
             * @description Id chosen by the client.
             * @example b2e1a6c4-0f5d-4a3b-9c7e-1d2f3a4b5c6d
             */
            readonly customerTransactionId: string;
            /**
             * TransferDetails
             * @description Reference text shown to the payee.
             */
            readonly details: {
                /**
                 * @description A reference for the payee.
                 * @example invoice 42
                 */
                readonly reference?: string;
            };
        };
        /**
         * BalanceStatement
         * @description The transactions of a balance.
         */
        readonly BalanceStatement: {
            /**
             * Format: int64
             * @description Id of the balance.
             * @example 20200001
             */
            readonly balanceId: number;
            /**
             * @description The currency of the balance.
             * @example EUR
             */
            readonly currency: string;
            /**
             * Format: date-time
             * @description Start of the interval.
             * @example 2026-11-01T00:00:00Z
             */
            readonly intervalStart: string;
            /**
             * Format: date-time
             * @description End of the interval.
             * @example 2026-11-01T00:00:00Z
             */
            readonly intervalEnd: string;
            /**
             * @description Level of detail.
             * @example COMPACT
             * @enum {string}
             */
            readonly type: "COMPACT" | "FLAT";
            /** @description The transactions of the interval, oldest first. */
            readonly transactions: readonly {
                /**
                 * Format: int64
                 * @description Id of the transaction.
                 * @example 90900001
                 */
                readonly id: number;
                /**
                 * Format: date-time
                 * @description Time of the transaction.
                 * @example 2026-11-01T00:00:00Z
                 */
                readonly date: string;
                /**
                 * @description Whether the transaction is a credit or a debit.
                 * @example DEBIT
                 * @enum {string}
                 */
                readonly type: "CREDIT" | "DEBIT";
                /**
                 * TransactionAmount
                 * @description Amount of the transaction.
                 */
                readonly amount: {
                    /**
                     * @description The amount.
                     * @example 1250.75
                     */
                    readonly value: number;
                    /**
                     * @description The currency.
                     * @example EUR
                     */
                    readonly currency: string;
                };
                /**
                 * @description Description of the transaction.
                 * @example invoice 42
                 */
                readonly reference: string;
            }[];
            /**
             * EndOfStatementBalance
             * @description The balance at the end of the interval.
             */
            readonly endOfStatementBalance: {
                /**
                 * @description The amount.
                 * @example 1250.75
                 */
                readonly value: number;
                /**
                 * @description The currency.
                 * @example EUR
                 */
                readonly currency: string;
            };
        };
        /**
         * PaymentRequest
         * @description Data to fund a transfer. The approval is bound to amount and payee. Omitted values are taken from the transfer.
         */
        readonly PaymentRequest: {
            /**
             * @description Source of the money.
             * @example BALANCE
             * @enum {string}
             */
            readonly type: "BALANCE";
            /**
             * PaymentAmount
             * @description The amount to pay. It must match the transfer.
             */
            readonly amount?: {
                /**
                 * @description The amount, with at most two decimals.
                 * @example 120.5
                 */
                readonly value: number;
                /**
                 * @description The currency: the source currency of the transfer.
                 * @example EUR
                 */
                readonly currency: string;
            };
            /**
             * Format: int64
             * @description The account of the payee: the target account of the transfer.
             * @example 14550101
             */
            readonly payee?: number;
        };
        /**
         * Payment
         * @description The result of a payment.
         */
        readonly Payment: {
            /**
             * @description Source of the money.
             * @example BALANCE
             * @enum {string}
             */
            readonly type: "BALANCE";
            /**
             * @description Status of the payment.
             * @example COMPLETED
             * @enum {string}
             */
            readonly status: "COMPLETED";
            /**
             * @description Always null: failures return an error response.
             * @example null
             */
            readonly errorCode: null;
            /**
             * Format: int64
             * @description Id of the transaction.
             * @example 90900001
             */
            readonly balanceTransactionId: number;
        };
        /**
         * Health
         * @description Whether the process is running.
         */
        readonly Health: {
            /**
             * @description Always `ok`: a response means that the process is running.
             * @example ok
             * @enum {string}
             */
            readonly status: "ok";
        };
        /**
         * Readiness
         * @description Whether the server can process requests.
         */
        readonly Readiness: {
            /**
             * @description Result of all checks.
             * @example ready
             * @enum {string}
             */
            readonly status: "ready" | "unavailable";
            /**
             * ReadinessChecks
             * @description Result of each check.
             */
            readonly checks: {
                /**
                 * @description Whether the database is reachable.
                 * @example ok
                 * @enum {string}
                 */
                readonly database: "ok" | "failed";
                /**
                 * @description Whether the schema is migrated to this version.
                 * @example ok
                 * @enum {string}
                 */
                readonly migrations: "ok" | "failed";
            };
        };
        /**
         * SandboxUserRequest
         * @description Options for the new user. All are optional.
         */
        readonly SandboxUserRequest: {
            /**
             * @description Adds the user to this client instead of a new one. Requires its application token.
             * @example demo-client
             */
            readonly clientId?: string;
            /**
             * @description A verified phone number in E.164 format.
             * @example +6588888888
             */
            readonly phoneNumber?: string;
            /**
             * @description A PIN of the default profile.
             * @example 1234
             */
            readonly pin?: string;
            /**
             * @description A device of the default profile.
             * @example 3207da22-a0d3-4b6b-a591-6297e646fe32
             */
            readonly deviceFingerprint?: string;
            /**
             * @description A face map of the default profile, as base64.
             * @example ZmFjZS1tYXAtZXhhbXBsZQ==
             */
            readonly faceMap?: string;
            /**
             * @description Links a biometric device, like the user's app does.
             * @example true
             */
            readonly biometric?: boolean;
            /**
             * @description Whether the credentials are active; defaults to true. An inactive user can log in, but cannot enrol or step up.
             * @example true
             */
            readonly active?: boolean;
            /**
             * @description Number of categories that a low-risk action requires; defaults to 2.
             * @example 2
             */
            readonly requiredFactors?: number;
        };
        /**
         * SandboxUser
         * @description A new user with all credentials to call the API as this user.
         */
        readonly SandboxUser: {
            /**
             * Format: int64
             * @description Id of the user.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description The e-mail address.
             * @example user-7301842@sandbox.example
             */
            readonly email: string;
            /**
             * @description Password for `POST /login_with_password`.
             * @example <password>
             */
            readonly password: string;
            /**
             * @description Registration code for the grant `registration_code`.
             * @example <registration code>
             */
            readonly registrationCode: string;
            /**
             * @description The client of the user.
             * @example demo-client
             */
            readonly clientId: string;
            /**
             * @description Secret of a client that was created for the user; null for an existing client.
             * @example <client secret>
             */
            readonly clientSecret: string | null;
            /**
             * @description API key for the Additional Factors family; null for an existing client.
             * @example <api-key>
             */
            readonly apiKey: string | null;
            /**
             * @description A user token.
             * @example <access token>
             */
            readonly accessToken: string;
            /**
             * @description A refresh token.
             * @example <refresh token>
             */
            readonly refreshToken: string;
            /**
             * @description A token of the Additional Factors family.
             * @example <auth token>
             */
            readonly authToken: string;
            /**
             * @description An application token of the client.
             * @example <application token>
             */
            readonly applicationToken: string;
            /** @description The profiles, the default one first. */
            readonly profiles: readonly {
                /**
                 * Format: int64
                 * @description Id of the profile.
                 * @example 10100001
                 */
                readonly id: number;
                /**
                 * @description Whether the profile is personal or business.
                 * @example PERSONAL
                 * @enum {string}
                 */
                readonly type: "PERSONAL" | "BUSINESS";
            }[];
            /**
             * Format: int64
             * @description A balance of the default profile, with money on it.
             * @example 20200001
             */
            readonly balanceId: number;
            /**
             * Format: int64
             * @description An unfunded transfer.
             * @example 50500001
             */
            readonly transferId: number;
        };
        /**
         * AuthorizationCodeRequest
         * @description Who has authorised the client, and where the code would be sent.
         */
        readonly AuthorizationCodeRequest: {
            /**
             * Format: int64
             * @description The user that the token will belong to.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description The redirect URI, which the token request has to repeat.
             * @example https://client.example/callback
             */
            readonly redirectUri: string;
        };
        /**
         * AuthorizationCode
         * @description An authorization code (RFC 6749 section 4.1.2).
         */
        readonly AuthorizationCode: {
            /**
             * @description The code.
             * @example <authorization code>
             */
            readonly code: string;
            /**
             * @description The redirect URI that the code is bound to.
             * @example https://client.example/callback
             */
            readonly redirectUri: string;
            /**
             * @description Whole seconds until the code expires.
             * @example 60
             */
            readonly expiresIn: number;
        };
        /**
         * InboxMessage
         * @description A message that a real server would have sent.
         */
        readonly InboxMessage: {
            /**
             * @description Id of the message. The id of a push is that of the push, which `approvePush` takes.
             * @example 0b6c2a1e-5d4f-4c3b-8a7d-9e0f1a2b3c4d
             */
            readonly id: string;
            /**
             * @description Channel of the message.
             * @example SMS
             * @enum {string}
             */
            readonly channel: "SMS" | "WHATSAPP" | "VOICE" | "AUTHY" | "BIOMETRIC";
            /**
             * Format: int64
             * @description The user that the message was sent to.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description The phone number; null for a push.
             * @example +6588888888
             */
            readonly recipient: string | null;
            /**
             * @description The code; null for a push.
             * @example <code>
             */
            readonly code: string | null;
            /**
             * @description What the message is for: a one-time token, or the id of a challenge or push.
             * @example 9f5f5812-2609-4e48-8418-b64437c0c7cd
             */
            readonly reference: string;
            /**
             * @description Purpose of the message.
             * @example one-time-token
             * @enum {string}
             */
            readonly purpose: "one-time-token" | "enrolment" | "step-up";
            /**
             * @description The action to confirm, with the amount and payee that a payment is linked to; null if there is no action.
             * @example TRANSFER__FUND 120.5 EUR to 14550101, transferId 50500001
             */
            readonly action: string | null;
            /**
             * Format: date-time
             * @description Time at which the message was sent, by the client's clock.
             * @example 2026-11-01T00:00:00Z
             */
            readonly sentAt: string;
        };
        /**
         * InboxMessages
         * @description Messages, newest first.
         */
        readonly InboxMessages: {
            /** @description The messages. */
            readonly messages: readonly components["schemas"]["InboxMessage"][];
        };
        /**
         * Clock
         * @description The clock of a client.
         */
        readonly Clock: {
            /**
             * Format: date-time
             * @description Current time of the clock.
             * @example 2026-11-01T00:00:00Z
             */
            readonly now: string;
            /**
             * @description Whole seconds that the clock is ahead of real time.
             * @example 0
             */
            readonly offset: number;
        };
        /**
         * ClockAdvance
         * @description How far to move the clock.
         */
        readonly ClockAdvance: {
            /**
             * @description Whole seconds to move forward. A clock cannot move back or be more than 100 years ahead.
             * @example 301
             */
            readonly seconds: number;
        };
        /**
         * OutcomeRequest
         * @description A simulated response and the request that gets it.
         */
        readonly OutcomeRequest: {
            /**
             * @description The simulated result of the verification.
             * @example fail
             * @enum {string}
             */
            readonly outcome: "fail" | "expire" | "rate-limited" | "unavailable";
            /**
             * Format: int64
             * @description The user of the verification.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description The factor to verify. `OTP` and `PUSH` are factors of the Additional Factors family. `DELIVERY` makes the next
             *     message to the user undeliverable.
             * @example PIN
             * @enum {string}
             */
            readonly kind: "PIN" | "PARTNER_DEVICE_FINGERPRINT" | "SMS" | "WHATSAPP" | "VOICE" | "FACE_MAP" | "OTP" | "PUSH" | "DELIVERY";
        } | {
            /**
             * @description The simulated response: 429, 503, 500 or 404. It has no effect if the operation does not document the status.
             * @example unavailable
             * @enum {string}
             */
            readonly outcome: "rate-limited" | "unavailable" | "error" | "not-found";
            /**
             * @description The operationId in this document.
             * @example verifyPin
             */
            readonly operationId: string;
        } | {
            /**
             * @description The simulated response: 429, 503, 500 or 404. It has no effect if the operation does not document the status.
             * @example rate-limited
             * @enum {string}
             */
            readonly outcome: "rate-limited" | "unavailable" | "error" | "not-found";
            /**
             * Format: uuid
             * @description The correlation id of the request.
             * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
             */
            readonly correlationId: string;
        };
        /**
         * SandboxEvent
         * @description Data of an event in the event stream of a client.
         */
        readonly SandboxEvent: {
            /**
             * @description The chain of the audit log that the event is in. The events of a user are in one chain.
             * @example 2
             */
            readonly shard: number;
            /**
             * @description Number of the event within its chain. Starts at 1, without gaps.
             * @example 42
             */
            readonly sequence: number;
            /**
             * @description Type of the event, equal to its name.
             * @example pin.created
             * @enum {string}
             */
            readonly type: "client.created" | "user.created" | "user.deleted" | "registration-code.redeemed" | "authorization-code.exchanged" | "token.refreshed" | "login.succeeded" | "login.failed" | "pin.created" | "pin.deleted" | "facemap.created" | "facemap.deleted" | "session.closed" | "profile.created" | "token.issued" | "token.stepped-up" | "device-fingerprint.created" | "device-fingerprint.deleted" | "phone-number.created" | "phone-number.updated" | "phone-number.deleted" | "one-time-token.issued" | "one-time-token.cleared" | "one-time-token.consumed" | "approval.refused" | "challenge.attempted" | "challenge.passed" | "challenge.refused" | "one-time-token.expired" | "session.opened" | "profile.locked" | "challenge.failed" | "otp.reserved" | "otp.sent" | "otp.not-sent" | "authentication-factor.enrolled" | "authentication-factor.activated" | "authentication-factor.rejected" | "authentication-factor.unlinked" | "authentication-factor.withdrawn" | "factor-challenge.reserved" | "factor-challenge.sent" | "factor-challenge.not-sent" | "factor-challenge.attempted" | "factor-challenge.passed" | "factor-challenge.failed" | "factor-challenge.approved" | "factor-challenge.rejected" | "factor-challenge.expired" | "transfer.created" | "transfer.funded" | "public-key.uploaded" | "clock.advanced" | "outcome.set";
            /**
             * @description Whether the action succeeded.
             * @example success
             * @enum {string}
             */
            readonly result: "success" | "failure";
            /**
             * Format: date-time
             * @description Time of the event, by the client's clock.
             * @example 2026-11-01T00:00:00.000Z
             */
            readonly at: string;
            /**
             * @description Who acted: a user, the client itself, the device that responds to pushes, or the server.
             * @example user:7301842
             */
            readonly actor: string;
            /**
             * Format: int64
             * @description The user of the event; null if it concerns the client.
             * @example 7301842
             */
            readonly userId: number | null;
            /**
             * Format: int64
             * @description The profile of the event; null if there is none.
             * @example 14550101
             */
            readonly profileId: number | null;
            /**
             * @description Trace id of the request that caused the event; null if there is none.
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            readonly traceId: string | null;
            /** @description More data, depending on the type. Never a secret. */
            readonly data: {
                readonly [key: string]: string | number | boolean | null;
            };
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
        /** @description The credentials are valid, but do not give access to this operation. */
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
        /** @description No media type in `Accept` is available. */
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
        /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
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
        /** @description The server failed. Look up `x-trace-id` in the server log for the cause. */
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
        /** @description The server or one of its dependencies is unavailable. Nothing was changed. */
        readonly ServiceUnavailable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /**
         * @description Strong Customer Authentication is missing, or the caller has no access to the operation. `x-2fa-approval` contains the
         *     one-time token to clear. Without that header, clearing challenges does not help.
         */
        readonly ScaRequired: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "x-2fa-approval-result": components["headers"]["ApprovalRejection"];
                readonly "x-2fa-approval": components["headers"]["Approval"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The body exceeds the limit: 1 MiB, or 2 MiB for face maps. */
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
        /** @description The credentials are missing, unknown or expired. */
        readonly DeprecatedUnauthorized: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The credentials are valid, but do not give access to this operation. */
        readonly DeprecatedForbidden: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The one-time token does not exist or belongs to another caller. */
        readonly OneTimeTokenNotFound: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description No media type in `Accept` is available. */
        readonly DeprecatedNotAcceptable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
        readonly DeprecatedTooManyRequests: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The server failed. Look up `x-trace-id` in the server log for the cause. */
        readonly DeprecatedInternalServerError: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The server or one of its dependencies is unavailable. Nothing was changed. */
        readonly DeprecatedServiceUnavailable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /**
         * @description The challenge is passed. `challenges` lists the challenges that are still required; if it is empty, the token can be
         *     used.
         */
        readonly EncryptedRemainingChallenges: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OneTimeTokenStatus"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        /** @description The body exceeds the limit: 1 MiB, or 2 MiB for face maps. */
        readonly DeprecatedPayloadTooLarge: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The media type or the content encoding of the body is not supported. */
        readonly DeprecatedUnsupportedMediaType: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /**
         * @description The challenge is passed. `challenges` lists the challenges that are still required; if it is empty, the token can be
         *     used.
         */
        readonly RemainingChallenges: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OneTimeTokenStatus"];
            };
        };
        /** @description The code was sent to the masked number. */
        readonly OtpSent: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ObfuscatedPhoneNumber"];
            };
        };
        /** @description Too many codes, calls or failures. The headers contain the limit that was reached and the time to wait. */
        readonly OtpTooManyRequests: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The code could not be sent, or the server is unavailable. No code counts as sent, so the caller may retry immediately. */
        readonly OtpNotSent: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /**
         * @description Strong Customer Authentication is missing, or the caller has no access to the operation. `x-2fa-approval` contains the
         *     one-time token to clear. Without that header, clearing challenges does not help.
         */
        readonly DeprecatedScaRequired: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "x-2fa-approval-result": components["headers"]["ApprovalRejection"];
                readonly "x-2fa-approval": components["headers"]["Approval"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The request is malformed or invalid. */
        readonly UserIdInvalid: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The device fingerprints; at most three. */
        readonly DeviceFingerprintList: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["DeviceFingerprints"];
            };
        };
        /** @description The client has no such user. */
        readonly UserNotFound: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The phone numbers. */
        readonly PhoneNumberList: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["PhoneNumbers"];
            };
        };
        /** @description The phone number is stored. */
        readonly PhoneNumberStored: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["PhoneNumber"];
            };
        };
        /** @description The phone number is invalid, or the request is malformed. */
        readonly PhoneNumberInvalid: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The user already has a phone number. */
        readonly PhoneNumberAlreadyExists: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description Another user of the client has this number. The message contains the masked e-mail address of that user. */
        readonly PhoneNumberRepeated: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The client has no such user, or the user has no such phone number. */
        readonly PhoneNumberNotFound: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The request is malformed or invalid. */
        readonly FactorBadRequest: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorSyntaxError"];
            };
        };
        /** @description The `api-key` or the auth token is missing, unknown or expired. */
        readonly FactorUnauthorized: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description The credentials are valid, but do not give access to this operation. */
        readonly FactorForbidden: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["InsufficientPermissions"];
            };
        };
        /** @description The resource does not exist or the caller has no access to it. */
        readonly FactorNotFound: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description No media type in `Accept` is available. */
        readonly FactorNotAcceptable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description Too many requests. The headers contain the limit of the window and the time until it resets. */
        readonly FactorTooManyRequests: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "x-ratelimit-limit": components["headers"]["RateLimitLimit"];
                readonly "x-ratelimit-reset": components["headers"]["RateLimitReset"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description The server failed. Look up `x-trace-id` in the server log for the cause. */
        readonly FactorInternalServerError: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description The server or one of its dependencies is unavailable. Nothing was changed. */
        readonly FactorServiceUnavailable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        readonly FactorPayloadTooLarge: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description The media type of the body is not supported. */
        readonly FactorUnsupportedMediaType: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "request-ref": components["headers"]["RequestRef"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["FactorMessage"];
            };
        };
        /** @description No media type in `Accept` is available. */
        readonly OAuthNotAcceptable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        readonly OAuthPayloadTooLarge: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The media type or the content encoding of the body is not supported. */
        readonly OAuthUnsupportedMediaType: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
        readonly OAuthTooManyRequests: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "X-Rate-Limited-By": components["headers"]["RateLimitedBy"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The server failed. Look up `x-trace-id` in the server log for the cause. */
        readonly OAuthInternalServerError: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The server or one of its dependencies is unavailable. Nothing was changed. */
        readonly OAuthServiceUnavailable: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request is malformed or invalid. */
        readonly OAuthBadRequest: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The credentials are missing, unknown or expired. */
        readonly OAuthUnauthorized: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The credentials are valid, but do not give access to this operation. */
        readonly OAuthForbidden: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request is malformed or invalid. */
        readonly BadRequest: {
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
        /** @description The one-time token whose challenge to read, trigger or clear. */
        readonly OneTimeToken: string;
        /** @description An identifier chosen by the caller. The response and the log line repeat it. */
        readonly CorrelationId: string;
        /** @description The profile to act on. It must belong to the caller. */
        readonly ProfileId: number;
        /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
        readonly JoseMethod: "jwe";
        /**
         * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
         *     to clear.
         */
        readonly OneTimeTokenApproval: string;
        /** @description Id of the device fingerprint, from the response that created it. */
        readonly DeviceFingerprintId: string;
        /** @description The user to act on. The user must belong to the client that the token was issued to. */
        readonly UserId: number;
        /** @description Id of the phone number, from the list of the user. */
        readonly PhoneNumberId: number;
        /** @description Channel that delivers the one-time password: `SMS`. The other known channels return 409. */
        readonly OtpEnrolmentChannel: "SMS" | "AUTHY" | "BIOMETRIC";
        /**
         * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
         *     returns the first response and has no further effect. An empty value has no effect.
         */
        readonly IdempotencyRef: string;
        /** @description Channel that delivers the one-time password. */
        readonly OtpChannel: "SMS";
        /** @description Channel that delivers the push notification: `AUTHY`, the user's Authy app. The other known channels return 409. */
        readonly PushEnrolmentChannel: "AUTHY" | "SMS" | "BIOMETRIC";
        /** @description Channel of the linked device: `AUTHY` is the Authy app, `BIOMETRIC` the user's own device. */
        readonly UnlinkPushChannel: "AUTHY" | "BIOMETRIC";
        /** @description Channel that delivers the push notification: `AUTHY` is the user's Authy app, `BIOMETRIC` the user's own device. */
        readonly StepUpPushChannel: "AUTHY" | "BIOMETRIC";
        /** @description Id of the transfer, from the response that created it. */
        readonly TransferId: number;
        /** @description The balance to read the statement of. */
        readonly BalanceId: number;
        /** @description Id of the push notification, from the inbox. */
        readonly PushId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies this response in the logs and the audit log. Include it in support requests. */
        readonly TraceId: string;
        /** @description The correlation id of the request, unchanged. Absent if the request had none. */
        readonly CorrelationId: string;
        /** @description The scheme that the operation accepts (RFC 9110 section 11.6.1, RFC 6750). */
        readonly WwwAuthenticate: string;
        /** @description Whole seconds to wait before the next attempt. */
        readonly RetryAfter: number;
        /** @description The limit that was reached. `sca-lockout` means five failed challenges in a row, `caller-concurrency` too many requests at once. */
        readonly RateLimitedBy: string;
        /** @description Whole seconds to wait before the next attempt. Absent if the time is unknown or the caller may retry immediately. */
        readonly RetryAfterIfKnown: number;
        /** @description JOSE method of the response body. Absent if the body is plain JSON. */
        readonly JoseMethod: "jwe" | "jws" | "jwsjwe" | "jws+jwe";
        /** @description Present if enrolment is protected, and then always `APPROVED`. A rejected call returns 403. */
        readonly EnrolmentApprovalResult: "APPROVED";
        /** @description Strong Customer Authentication was not satisfied for this call. */
        readonly ApprovalRejection: "REJECTED";
        /** @description The one-time token to clear. Absent if clearing a token would not help. */
        readonly Approval: string;
        /** @description Time at which the operation became deprecated, in seconds since the Unix epoch (RFC 9745). */
        readonly Deprecation: string;
        /** @description Path of the operation that replaces this one (RFC 8288, relation `successor-version`). */
        readonly SuccessorLink: string;
        /** @description Identifies this call in the Additional Factors family. */
        readonly RequestRef: string;
        /** @description Number of calls allowed in the window. */
        readonly RateLimitLimit: number;
        /** @description Whole seconds until the window resets. */
        readonly RateLimitReset: number;
        /** @description Present if this is a replay of the first response to the same `idempotency-ref`. */
        readonly IdempotencyReplayed: "true";
        /** @description Keeps the credentials in the response out of caches (RFC 6749 section 5.1). */
        readonly NoStore: "no-store";
        /** @description Strong Customer Authentication was satisfied for this call. A rejected call returns 403. */
        readonly ApprovalResult: "APPROVED";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getOneTimeTokenStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
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
                    readonly "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request is malformed or invalid. */
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
            /** @description The one-time token does not exist or belongs to another caller. */
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
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The PIN is created. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Empty"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed, or its JWE could not be decrypted. */
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
            /** @description The caller has no such profile. */
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
            /** @description The profile already has a PIN. */
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
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
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
            /** @description The request is malformed or invalid. */
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
            /** @description The caller has no such profile, or the profile has no PIN. */
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
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The challenge is cleared. The response is the token with all its challenges. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The challenge is not cleared, or the request is malformed. */
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
            /** @description The caller has no such one-time token or profile. */
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
            /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
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
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
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
                    readonly "application/json": components["schemas"]["DeviceFingerprint"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed, the JWE could not be decrypted, or a limit is reached. */
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
            /** @description The caller has no such profile. */
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
            /** @description The profile already has this device fingerprint. */
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
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The challenge is cleared. The response is the token with all its challenges. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The challenge is not cleared, or the request is malformed. */
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
            /** @description The caller has no such one-time token or profile. */
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
            /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
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
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description Id of the device fingerprint, from the response that created it. */
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
            /** @description The request is malformed or invalid. */
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
            /** @description The caller has no such profile, or the profile has no such device fingerprint. */
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
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
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
            /** @description The request is malformed, or the face map cannot be used. */
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
            /** @description The caller has no such profile. */
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
            /** @description The profile already has a face map. */
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
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
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
            /** @description The request is malformed or invalid. */
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
            /** @description The caller has no such profile, or the profile has no face map. */
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
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
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
            /** @description The challenge is cleared. The response is the token with all its challenges. */
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
            /** @description The challenge is not cleared, or the request is malformed. */
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
            /** @description The caller has no such one-time token or profile. */
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
            /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
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
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
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
                    readonly "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request is malformed or invalid. */
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
            /** @description The profile has too few factors, or the caller has no access to the operation. */
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
            /** @description The caller has no such profile. */
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
            /** @description Too many requests. The headers contain the limit that was reached and the time to wait. */
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
    readonly getIdentityOneTimeTokenStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTimeTokenStatus"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly verifyOneTimeTokenPin: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["EncryptedRemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly verifyOneTimeTokenDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["EncryptedRemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly verifyOneTimeTokenFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FaceMapRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["RemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly triggerSms: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["OtpTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["OtpNotSent"];
        };
    };
    readonly verifySms: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OtpRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["RemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly triggerWhatsApp: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["OtpTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["OtpNotSent"];
        };
    };
    readonly verifyWhatsApp: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OtpRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["RemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly triggerVoice: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["OtpTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["OtpNotSent"];
        };
    };
    readonly verifyVoice: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The one-time token whose challenge to read, trigger or clear. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OtpRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["RemainingChallenges"];
            /** @description The challenge is not passed, or the request is malformed. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["OneTimeTokenNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly createUserPin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The PIN is created. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed, or its JWE could not be decrypted. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedScaRequired"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            /** @description The profile already has a PIN. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly deleteUserPin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            /** @description The client has no such user, or the user has no PIN. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly enrolUserFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed, or the face map cannot be used. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedScaRequired"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            /** @description The profile already has a face map. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly deleteUserFaceMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            /** @description The client has no such user, or the user has no face map. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly createUserDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The device fingerprint is registered. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly "x-2fa-approval-result": components["headers"]["EnrolmentApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeviceFingerprint"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed, the JWE could not be decrypted, or a limit is reached. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"] | components["schemas"]["JoseError"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedScaRequired"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            /** @description The profile already has this device fingerprint. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly listUserDeviceFingerprints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeviceFingerprintList"];
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly listUserDeviceFingerprintsByPost: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["DeviceFingerprintList"];
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly deleteUserDeviceFingerprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description Id of the device fingerprint, from the response that created it. */
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            /** @description The client has no such user, or the user has no such device fingerprint. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly listPhoneNumbers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberList"];
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly createPhoneNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PhoneNumberRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberStored"];
            readonly 400: components["responses"]["PhoneNumberInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 409: components["responses"]["PhoneNumberAlreadyExists"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 422: components["responses"]["PhoneNumberRepeated"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly updatePhoneNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description Id of the phone number, from the list of the user. */
                readonly phoneNumberId: components["parameters"]["PhoneNumberId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PhoneNumberRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberStored"];
            readonly 400: components["responses"]["PhoneNumberInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["PhoneNumberNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 422: components["responses"]["PhoneNumberRepeated"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly deletePhoneNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description Id of the phone number, from the list of the user. */
                readonly phoneNumberId: components["parameters"]["PhoneNumberId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The phone number is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["PhoneNumberNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly listPhoneNumbersAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberList"];
            readonly 400: components["responses"]["UserIdInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly createPhoneNumberAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PhoneNumberRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberStored"];
            readonly 400: components["responses"]["PhoneNumberInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["UserNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 409: components["responses"]["PhoneNumberAlreadyExists"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 422: components["responses"]["PhoneNumberRepeated"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly updatePhoneNumberAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description Id of the phone number, from the list of the user. */
                readonly phoneNumberId: components["parameters"]["PhoneNumberId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PhoneNumberRequest"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["PhoneNumberStored"];
            readonly 400: components["responses"]["PhoneNumberInvalid"];
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["PhoneNumberNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 413: components["responses"]["DeprecatedPayloadTooLarge"];
            readonly 415: components["responses"]["DeprecatedUnsupportedMediaType"];
            readonly 422: components["responses"]["PhoneNumberRepeated"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly deletePhoneNumberAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description Id of the phone number, from the list of the user. */
                readonly phoneNumberId: components["parameters"]["PhoneNumberId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The phone number is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 401: components["responses"]["DeprecatedUnauthorized"];
            readonly 403: components["responses"]["DeprecatedForbidden"];
            readonly 404: components["responses"]["PhoneNumberNotFound"];
            readonly 406: components["responses"]["DeprecatedNotAcceptable"];
            readonly 429: components["responses"]["DeprecatedTooManyRequests"];
            readonly 500: components["responses"]["DeprecatedInternalServerError"];
            readonly 503: components["responses"]["DeprecatedServiceUnavailable"];
        };
    };
    readonly listAuthenticationFactors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The factors. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthenticationFactors"];
                };
            };
            readonly 400: components["responses"]["FactorBadRequest"];
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly enrolOtpFactor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the one-time password: `SMS`. The other known channels return 409. */
                readonly channel: components["parameters"]["OtpEnrolmentChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The code was sent. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OtpEnrolmentConflict"];
                };
            };
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly verifyOtpFactor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the one-time password. */
                readonly channel: components["parameters"]["OtpChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VerificationCodeRequest"];
            };
        };
        readonly responses: {
            /** @description The factor is active. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OtpVerificationConflict"];
                };
            };
            readonly 413: components["responses"]["FactorPayloadTooLarge"];
            readonly 415: components["responses"]["FactorUnsupportedMediaType"];
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly enrolPushFactor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the push notification: `AUTHY`, the user's Authy app. The other known channels return 409. */
                readonly channel: components["parameters"]["PushEnrolmentChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The notification was sent. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PushEnrolmentConflict"];
                };
            };
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly unlinkPushFactor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel of the linked device: `AUTHY` is the Authy app, `BIOMETRIC` the user's own device. */
                readonly channel: components["parameters"]["UnlinkPushChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The device is unlinked. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PushUnlinkConflict"];
                };
            };
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly startOtpStepUp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the one-time password. */
                readonly channel: components["parameters"]["OtpChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The code was sent. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OtpStepUpConflict"];
                };
            };
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly verifyOtpStepUp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the one-time password. */
                readonly channel: components["parameters"]["OtpChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VerificationCodeRequest"];
            };
        };
        readonly responses: {
            /** @description The auth token is stepped up. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OtpStepUpVerificationConflict"];
                };
            };
            readonly 413: components["responses"]["FactorPayloadTooLarge"];
            readonly 415: components["responses"]["FactorUnsupportedMediaType"];
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly startPushStepUp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A reference chosen by the caller, stored for 24 hours together with caller, operation and payload. A repeated call
                 *     returns the first response and has no further effect. An empty value has no effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Channel that delivers the push notification: `AUTHY` is the user's Authy app, `BIOMETRIC` the user's own device. */
                readonly channel: components["parameters"]["StepUpPushChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The notification was sent. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PushStepUp"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorSyntaxError"];
                };
            };
            readonly 401: components["responses"]["FactorUnauthorized"];
            readonly 403: components["responses"]["FactorForbidden"];
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            /** @description The request conflicts with the current state. `errorCode` contains the reason. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PushStepUpConflict"];
                };
            };
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly listManagedAccounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The accounts. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ManagedAccounts"];
                };
            };
            readonly 400: components["responses"]["FactorBadRequest"];
            readonly 401: components["responses"]["FactorUnauthorized"];
            /** @description The auth token is not stepped up, or the credentials do not give access to this operation. */
            readonly 403: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StepUpRequired"] | components["schemas"]["InsufficientPermissions"];
                };
            };
            readonly 404: components["responses"]["FactorNotFound"];
            readonly 406: components["responses"]["FactorNotAcceptable"];
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly createAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The client is unknown, its secret is missing or wrong (RFC 6749 section 5.2), or the code is not valid. */
            readonly 401: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly loginWithPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LoginRequest"];
            };
        };
        readonly responses: {
            /** @description The session. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LoginResponse"];
                };
            };
            readonly 400: components["responses"]["FactorBadRequest"];
            readonly 401: components["responses"]["FactorUnauthorized"];
            /** @description The email address or the password is wrong. */
            readonly 403: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactorMessage"];
                };
            };
            readonly 406: components["responses"]["FactorNotAcceptable"];
            readonly 413: components["responses"]["FactorPayloadTooLarge"];
            readonly 415: components["responses"]["FactorUnsupportedMediaType"];
            readonly 429: components["responses"]["FactorTooManyRequests"];
            readonly 500: components["responses"]["FactorInternalServerError"];
            readonly 503: components["responses"]["FactorServiceUnavailable"];
        };
    };
    readonly getJosePublicKey: {
        readonly parameters: {
            readonly query: {
                /** @description The algorithm of the key. */
                readonly algorithm: "RSA_OAEP_256" | "ES256" | "ES384" | "ES512" | "PS256" | "PS384" | "PS512";
                /** @description Scope of the key. It must match the algorithm. */
                readonly scope: "PAYLOAD_ENCRYPTION" | "PAYLOAD_SIGNING";
                /** @description Version of the key; defaults to the newest. */
                readonly version?: number;
            };
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The key. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePublicKey"];
                };
            };
            readonly 400: components["responses"]["OAuthBadRequest"];
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            /** @description There is no such key. */
            readonly 404: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly uploadJosePublicKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePublicKeyUpload"];
            };
        };
        readonly responses: {
            /** @description The key is stored. */
            readonly 201: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadedJosePublicKey"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            /** @description The client already has a key with this id. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly echoJweGet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The echo, encrypted for the uploaded key. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly echoJwe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The echo, encrypted like the request. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly echoJweDirect: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The echo, encrypted like the request. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly echoJws: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. */
                readonly "X-TW-JOSE-Method"?: "jws";
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The echo, encrypted like the request. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly echoJwsJwe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description JOSE method of the request body. Required if the body is `application/jose+json`; ignored for plain JSON. The
                 *     response repeats the spelling of the request.
                 */
                readonly "X-TW-JOSE-Method"?: "jwsjwe" | "jws+jwe";
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["CompactSerialization"];
            };
        };
        readonly responses: {
            /** @description The echo, encrypted like the request. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["CompactSerialization"];
                };
            };
            /** @description The request is malformed or invalid. */
            readonly 400: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 401: components["responses"]["OAuthUnauthorized"];
            readonly 403: components["responses"]["OAuthForbidden"];
            readonly 406: components["responses"]["OAuthNotAcceptable"];
            readonly 413: components["responses"]["OAuthPayloadTooLarge"];
            readonly 415: components["responses"]["OAuthUnsupportedMediaType"];
            readonly 429: components["responses"]["OAuthTooManyRequests"];
            readonly 500: components["responses"]["OAuthInternalServerError"];
            readonly 503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    readonly getFaceTecPublicKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The key. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["User"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listProfiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The profiles. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly createTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransferRequest"];
            };
        };
        readonly responses: {
            /** @description The transfer. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transfer"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Id of the transfer, from the response that created it. */
                readonly transferId: components["parameters"]["TransferId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The transfer. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transfer"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The caller has no such transfer. */
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
    readonly getBalanceStatement: {
        readonly parameters: {
            readonly query: {
                /** @description The currency of the balance. */
                readonly currency: string;
                /** @description Start of the interval, with a time zone. */
                readonly intervalStart: string;
                /** @description End of the interval, with a time zone; not before the start. */
                readonly intervalEnd: string;
                /** @description Level of detail; defaults to COMPACT. */
                readonly type?: "COMPACT" | "FLAT";
            };
            readonly header?: {
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description The balance to read the statement of. */
                readonly balanceId: components["parameters"]["BalanceId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The statement. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "x-2fa-approval-result": components["headers"]["ApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalanceStatement"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ScaRequired"];
            /** @description The caller has no such profile or balance. */
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
    readonly fundTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description A one-time token whose required challenges are cleared. Omit it on the first call; the 403 response contains the token
                 *     to clear.
                 */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It must belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description Id of the transfer, from the response that created it. */
                readonly transferId: components["parameters"]["TransferId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        readonly responses: {
            /** @description The transfer is funded. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "x-2fa-approval-result": components["headers"]["ApprovalResult"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payment"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["ScaRequired"];
            /** @description The caller has no such transfer or profile. */
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
            /** @description The transfer is already funded. */
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
            /** @description The approved values do not match the transfer. */
            readonly 422: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The process is running. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The server is ready. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 500: components["responses"]["InternalServerError"];
            /** @description The server is not ready. `checks` contains the reason, if the checks could run. */
            readonly 503: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"] | components["schemas"]["Errors"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The metrics. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly createSandboxUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SandboxUserRequest"];
            };
        };
        readonly responses: {
            /** @description The user and all its credentials. They are returned only once. */
            readonly 201: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SandboxUser"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            /** @description The phone number belongs to another user of the client. */
            readonly 422: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Errors"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly deleteSandboxUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user must belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user is deleted. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The client has no such user. */
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
    readonly createAuthorizationCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AuthorizationCodeRequest"];
            };
        };
        readonly responses: {
            /** @description The code. It is returned only once. */
            readonly 201: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "Cache-Control": components["headers"]["NoStore"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthorizationCode"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The client has no such user. */
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
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly listInboxMessages: {
        readonly parameters: {
            readonly query?: {
                /** @description Only messages to this user. */
                readonly userId?: number;
            };
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The messages. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InboxMessages"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly approvePush: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Id of the push notification, from the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push notification is approved. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description No such push notification is pending. */
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
    readonly rejectPush: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Id of the push notification, from the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push notification is rejected. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description No such push notification is pending. */
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
    readonly expirePush: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description Id of the push notification, from the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push notification is expired. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description No such push notification is pending. */
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
    readonly getClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly advanceClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClockAdvance"];
            };
        };
        readonly responses: {
            /** @description The advanced clock. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly setOutcome: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OutcomeRequest"];
            };
        };
        readonly responses: {
            /** @description The simulated response is set. */
            readonly 204: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description The client has no such user. */
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
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
    readonly streamEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Id of the last event that the client received. */
                readonly "Last-Event-ID"?: string;
                /** @description An identifier chosen by the caller. The response and the log line repeat it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The event stream. It stays open. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable"];
        };
    };
}
export interface encryptedResponses {
    readonly createPin: { readonly 200: components["schemas"]["Empty"]; };
    readonly verifyPin: { readonly 200: components["schemas"]["OneTimeTokenResource"]; };
    readonly createDeviceFingerprint: { readonly 200: components["schemas"]["DeviceFingerprint"]; };
    readonly verifyDeviceFingerprint: { readonly 200: components["schemas"]["OneTimeTokenResource"]; };
    readonly verifyOneTimeTokenPin: { readonly 200: components["schemas"]["OneTimeTokenStatus"]; };
    readonly verifyOneTimeTokenDeviceFingerprint: { readonly 200: components["schemas"]["OneTimeTokenStatus"]; };
    readonly createUserDeviceFingerprint: { readonly 200: components["schemas"]["DeviceFingerprint"]; };
    readonly echoJweGet: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJwe: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJweDirect: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJws: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJwsJwe: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
}
