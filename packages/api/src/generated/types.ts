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
         *     A sandbox knows no faces: it takes any bytes, and only the very same ones pass.
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
         *     that `getFaceTecPublicKey` answers; the server matches it with the enrolled one. A sandbox knows no faces: it compares
         *     the digests of the bytes, so that only the very face map that was enrolled passes.
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
         * @description Answers exactly what `getOneTimeTokenStatus` answers, at the path where the operation used to live: all challenges
         *     of the token with their flags. Reading the status changes nothing.
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
         * @description Clears the PIN challenge of a one-time token. The PIN is that of the profile that the token was made for.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
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
         * @description Clears the device fingerprint challenge of a one-time token. Any of the fingerprints of the profile that the token
         *     was made for does.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
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
         *     that `getFaceTecPublicKey` answers. A sandbox knows no faces: it compares the digests of the bytes, so that only the
         *     very face map that was enrolled passes.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
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
         * @description Sends a code of six digits to the verified phone number of the caller, in a text message. The token has to offer
         *     `SMS`, as primary challenge or as alternative, and the challenge must not be passed yet.
         *
         *     The code lives five minutes and serves once. A new one for the same token kills the older one; it can be had after
         *     15 seconds, and a number gets at most five codes an hour, whatever they are for. Failed tries are not forgotten
         *     with a new code.
         *
         *     A sandbox that delivers to its inbox, as it does unless it is told otherwise, sends nothing: the code is always
         *     111111, and `listInboxMessages` shows the message. A sandbox with a real delivery draws the code and sends it.
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
         * @description Clears the `SMS` challenge of a one-time token with the code that `triggerSms` sent for it. A wrong code, an
         *     expired one and a used one get the same answer.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
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
         * @description Sends a code of six digits to the verified phone number of the caller, in a WhatsApp message. The token has to
         *     offer `WHATSAPP`, as primary challenge or as alternative, and the challenge must not be passed yet.
         *
         *     The code lives five minutes and serves once. A new one for the same token kills the older one; it can be had after
         *     15 seconds, and a number gets at most five codes an hour, whatever they are for. Failed tries are not forgotten
         *     with a new code.
         *
         *     A sandbox that delivers to its inbox, as it does unless it is told otherwise, sends nothing: the code is always
         *     111111, and `listInboxMessages` shows the message. A sandbox with a real delivery draws the code and sends it.
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
         * @description Clears the `WHATSAPP` challenge of a one-time token with the code that `triggerWhatsApp` sent for it. A wrong
         *     code, an expired one and a used one get the same answer.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
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
         * @description Sends a code of six digits to the verified phone number of the caller, in a voice call. The token has to offer
         *     `VOICE`, as primary challenge or as alternative, and the challenge must not be passed yet.
         *
         *     The code lives five minutes and serves once. A new one for the same token kills the older one; it can be had after
         *     15 seconds, and a number gets at most five codes an hour, whatever they are for. Failed tries are not forgotten
         *     with a new code.
         *
         *     A sandbox that delivers to its inbox, as it does unless it is told otherwise, sends nothing: the code is always
         *     111111, and `listInboxMessages` shows the message. A sandbox with a real delivery draws the code and sends it.
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
         * @description Clears the `VOICE` challenge of a one-time token with the code that `triggerVoice` sent for it. A wrong code, an
         *     expired one and a used one get the same answer.
         *
         *     The try is counted before the secret is looked at. After five failures in a row, of whatever type, the token dies
         *     and the profile is locked for 15 minutes. A challenge that was passed before answers with the current state, and
         *     the secret is not looked at. A wrong secret and a factor that does not exist get the same answer. Where the server
         *     runs in strict disclosure, nothing tells right from wrong until as many challenges as needed were tried.
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
         * @description Sets up the PIN of the caller's default profile, its factor of knowledge. There is at most one: to change it, have
         *     it deleted with `deleteUserPin` and create another.
         *
         *     The request is sealed: the body is a JWE for the server's public key. A sandbox also takes the same object as
         *     clear JSON.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
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
         * @description Removes the PIN of the default profile of a user of this client, and closes the session that it may have opened.
         *     Challenges that offer the PIN can no longer be passed. Afterwards a new one can be created.
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
         * @description Enrols the face map of the caller's default profile, its factor of inherence. Export it with the FaceTec SDK,
         *     encrypted for the key that `getFaceTecPublicKey` answers. There is at most one: to change it, have it deleted with
         *     `deleteUserFaceMap` and enrol another. A sandbox knows no faces: it takes any bytes, and only the very same ones pass.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
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
         * @description Removes the face map of the default profile of a user of this client, and closes the session that it may have
         *     opened. Challenges that offer it can no longer be passed. Afterwards a new one can be enrolled.
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
         * @description Registers a device for the caller's default profile, a factor of possession. A profile has at most three. The
         *     value is kept as a keyed hash and is never given back; the id in the answer is what deletes it.
         *
         *     Request and answer are sealed: the body is a JWE for the server's public key, the answer comes back under the
         *     content key of the request. A sandbox also takes the same object as clear JSON, and then answers in clear.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on), a profile that
         *     already has factors of two categories needs an approval for this call.
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
         * @description Lists the device fingerprints of the default profile of a user of this client: their ids, and when they were
         *     registered. The values themselves are never given back.
         */
        readonly get: operations["listUserDeviceFingerprints"];
        readonly put?: never;
        /**
         * List a user's device fingerprints with POST
         * @deprecated
         * @description Answers exactly what `listUserDeviceFingerprints` answers, for integrations that were written against the older
         *     method. It takes no body and changes nothing.
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
         * @description Removes one device fingerprint from the default profile of a user of this client, and closes the session that it
         *     may have opened. The device can no longer pass a challenge, and its place is free for another.
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
         * @description Lists the verified phone number of a user of this client. The list is empty when there is none.
         */
        readonly get: operations["listPhoneNumbers"];
        readonly put?: never;
        /**
         * Create a user's phone number
         * @deprecated
         * @description Stores a phone number that the client has verified to be the user's. With it, the challenges `SMS`, `WHATSAPP` and
         *     `VOICE` become possible on all profiles of the user: factors of possession. A user has one number at most, and no
         *     two users of a client have the same. The number is kept encrypted.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on) and the default
         *     profile of the user already has factors of two categories, the call needs an approval. The user clears its
         *     challenges with a user token.
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
         * @description Replaces the phone number of a user with another one that the client has verified. Codes that went to the old
         *     number no longer count, and sessions that it may have opened are closed. Sending the number that is stored already
         *     changes nothing.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on) and the default
         *     profile of the user already has factors of two categories, the call needs an approval. The user clears its
         *     challenges with a user token.
         */
        readonly put: operations["updatePhoneNumber"];
        readonly post?: never;
        /**
         * Delete a user's phone number
         * @deprecated
         * @description Removes the phone number of a user, and closes the sessions that it may have opened. `SMS`, `WHATSAPP` and `VOICE`
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
         * @description Does exactly what `listPhoneNumbers` does, at the path spelt with an underscore, which older integrations use.
         */
        readonly get: operations["listPhoneNumbersAlias"];
        readonly put?: never;
        /**
         * Create a user's phone number at the underscore path
         * @deprecated
         * @description Does exactly what `createPhoneNumber` does, at the path spelt with an underscore, which older integrations use.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on) and the default
         *     profile of the user already has factors of two categories, the call needs an approval. The user clears its
         *     challenges with a user token.
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
         * @description Does exactly what `updatePhoneNumber` does, at the path spelt with an underscore, which older integrations use.
         *
         *     Where enrolment is protected (always in production, off in the sandbox unless it is switched on) and the default
         *     profile of the user already has factors of two categories, the call needs an approval. The user clears its
         *     challenges with a user token.
         */
        readonly put: operations["updatePhoneNumberAlias"];
        readonly post?: never;
        /**
         * Delete a user's phone number at the underscore path
         * @deprecated
         * @description Does exactly what `deletePhoneNumber` does, at the path spelt with an underscore, which older integrations use.
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
         * @description Lists the devices that the logged-in user has enrolled or begun to enrol, with their states. A channel that was
         *     never enrolled, or that was unlinked, is absent.
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
         * @description Sends a code of six digits to the registered mobile number of the logged-in user. The factor becomes
         *     `PENDING_VERIFICATION`; the code, given to `verifyOtpFactor`, makes it `ACTIVE`.
         *
         *     Enrolling again before that sends a new code and kills the older one. It can be had after 15 seconds, and a number
         *     gets at most five codes an hour; sooner or more answers 429. When the message cannot be sent, the answer is 503,
         *     nothing has changed, and the caller may try again at once.
         *
         *     A sandbox that delivers to its inbox, as it does unless it is told otherwise, sends nothing: the code is always
         *     123456, and `listInboxMessages` shows the message. A sandbox with a real delivery draws the code and sends it.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
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
         * @description Completes what `enrolOtpFactor` began: the right code makes the factor `ACTIVE`. It does not step up the auth
         *     token.
         *
         *     A code lives five minutes and allows five tries, which are counted before the code is looked at. The fourth wrong
         *     one says that one try is left; after the fifth the enrolment has to be started again.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
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
         * @description Sends a push notification to the device of the logged-in user. The factor is `PENDING_VERIFICATION` until the
         *     device approves (`ACTIVE`) or rejects (`INACTIVE`). A notification that nobody answers lapses after five minutes;
         *     the factor then keeps waiting for another one. `listAuthenticationFactors` shows how it went.
         *
         *     The next notification can be had after 15 seconds, and a person gets at most five in ten minutes; sooner or more
         *     answers 429. When it cannot be sent, the answer is 503, nothing has changed, and the caller may try again at once.
         *
         *     In a sandbox, `approvePush` and `rejectPush` play the device.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
         */
        readonly post: operations["enrolPushFactor"];
        /**
         * Unlink a device for push notifications
         * @description Forgets a device, whether its enrolment was completed or still waits for an answer. It is no longer listed, cannot
         *     step up a token any more, and notifications that wait for it can no longer be approved. When it was active, all
         *     tokens of the user have to be stepped up again: which of the factors stepped up one is not known.
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
         * @description Sends a code of six digits to the enrolled phone of the logged-in user. The code, given to `verifyOtpStepUp` with
         *     the same auth token, steps up that token and no other.
         *
         *     While a code waits to be verified, the next one can be had after 15 seconds and kills it. A number gets at most
         *     five codes an hour (429). When the message cannot be sent, the answer is 503, nothing has changed, and the caller
         *     may try again at once.
         *
         *     A sandbox that delivers to its inbox, as it does unless it is told otherwise, sends nothing: the code is always
         *     123456, and `listInboxMessages` shows the message. A sandbox with a real delivery draws the code and sends it.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
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
         * @description Completes what `startOtpStepUp` began: the right code steps up the auth token of this call, for as long as the
         *     token lives.
         *
         *     A code lives five minutes and allows five tries, which are counted before the code is looked at. The fourth wrong
         *     one says that one try is left; after the fifth a new code is needed. A code that was sent for another auth token
         *     does not count.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
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
         * @description Sends a push notification to an enrolled device of the logged-in user. As soon as the device approves it, the auth
         *     token of this call is stepped up, and no other. A protected call such as `listManagedAccounts` tells whether that
         *     has happened.
         *
         *     A notification lapses after five minutes. While one waits, the next can be had after 15 seconds and takes its
         *     place; a person gets at most five in ten minutes (429). When it cannot be sent, the answer is 503, nothing has
         *     changed, and the caller may try again at once.
         *
         *     In a sandbox, `approvePush`, `rejectPush` and `expirePush` play the device, by the `id` of this answer.
         *
         *     With `idempotency-ref`, a repeat of the call within 24 hours gets the first answer again and has no second effect.
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
         * @description A demo resource that only a stepped-up auth token opens. Any other one answers 403 with
         *     `STEP_UP_REQUIRED`: step it up with `startOtpStepUp` or `startPushStepUp`, then call again. No header has to be
         *     added.
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
         * @description The token endpoint of RFC 6749. `client_credentials` gives an application token; `registration_code` and
         *     `refresh_token` give a user token with a refresh token. Access tokens live 12 hours; a registration code and a
         *     refresh token work once.
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
         * @description Gives an auth token for the Additional Factors family. An unknown address and a wrong password are answered alike,
         *     in the same time. The token dies after five minutes without use.
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
         * @description The key for which requests are encrypted, or with which signed answers are checked. Without `version`, the newest;
         *     older versions still open requests for a grace time after a rotation.
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
         * @description Stores a public key of the client, for checking the signatures of its requests or for sealing answers to it. RSA
         *     keys have at least 2048 bits; EC keys are on the curve of their algorithm. The newest valid key of an algorithm is
         *     used.
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
         * Get a sealed echo
         * @description Answers a fixed message, sealed for the client's uploaded encryption key, whose id is the `kid`. For trying the
         *     reading side alone.
         */
        readonly get: operations["echoJweGet"];
        readonly put?: never;
        /**
         * Echo a JWE for the uploaded key
         * @description Opens a JWE and echoes its message, sealed for the client's uploaded encryption key, whose id is the `kid`.
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
         * @description Opens a JWE and echoes its message, encrypted directly under the content key of the request: the way of the PIN
         *     and fingerprint operations.
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
         * @description Checks a JWS against the client's uploaded signing key and echoes its message, signed with the server's key.
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
         * @description Opens a JWE, checks the JWS inside it, and echoes the message, signed and then sealed for the client's uploaded key.
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
         * @description The key for which a FaceTec server encrypts an exported face map, as PEM.
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
         * @description The user to whom the token belongs.
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
         * @description The caller's profiles, the default one first. The v1 operations act on that one.
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
         * @description Orders a transfer from the caller's default profile. It waits until it is funded. A second order with the same
         *     `customerTransactionId` answers with the first one.
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
         * @description Reads one of the transfers that the caller ordered.
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
         * @description Reads the bookings of a balance. A low-risk action: clearing its challenges once opens five minutes in which it is
         *     not asked for again.
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
         * @description Pays for a transfer from the balance. A high-risk action: each call needs an approval of its own, which is bound
         *     to the transfer, the amount and the payee (RTS 5). Values that the body leaves out are taken from the transfer.
         *     Called with a changed amount or payee, an approval is refused and a new one-time token comes with the 403.
         *
         *     The transfer is looked up first (404) and the approval checked next (403): only an approved call can learn that the
         *     transfer was funded before (409) or that the approved values do not fit it (422).
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
         * @description Answers as long as the process can. It looks at nothing else: a restart would not mend a database.
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
         * @description Whether requests can be served: the database is reachable and its schema is the one of this version.
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
         * @description Counters and timings in the Prometheus text format. No label holds an id of a person.
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
         * @description Makes a fresh user with tokens, two profiles, a balance and a transfer, in a client of its own, so that suites
         *     running side by side never see each other. No credentials are needed. Factors given in the body are enrolled at
         *     once.
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
         * @description Removes a user of the client and all that belongs to it. The audit log stays.
         */
        readonly delete: operations["deleteSandboxUser"];
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
         * @description The messages that were "sent" to users of the client, newest first, at most 100. This is where a test reads a code. With a real delivery the inbox stays empty.
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
         * @description What the person's device would do with a waiting push notification. An enrolment becomes active; a step-up steps up its token.
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
         * @description What the person's device would do with a waiting push notification. An enrolment becomes inactive; a step-up is over.
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
         * @description What the person's device would do with a waiting push notification. It can no longer be approved, as if five minutes had passed.
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
         * @description What time it is for this client. All its expiry, locks and sessions use this clock.
         */
        readonly get: operations["getClock"];
        readonly put?: never;
        /**
         * Advance the clock
         * @description Moves the clock of this client forward, so that a test need not wait. Other clients do not see it.
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
         * Set the next outcome
         * @description Makes the next request that fits fail, expire, or answer 429, 503 or 500, once: for trying the unhappy paths of a
         *     client. The request is named in exactly one of three ways: by `userId` with `kind` (the next verification of that
         *     kind), by `operationId` (the next call of it by this client), or by `correlationId` (the next request that carries
         *     it, public operations included). Only a verification can be made to `fail` or `expire`.
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
         * @description Server-sent events of everything that happens at this client, without secrets. Lines that begin with a colon are
         *     comments, which keep the connection open. Each event has three fields:
         *
         *     - `id`, its number at this client: 1, 2, 3, and so on;
         *     - `event`, its type;
         *     - `data`, one line of JSON, in the form of `SandboxEvent`: `sequence` and `type` say `id` and `event` again; `result` is
         *       `success` or `failure`; `at` is when it happened, on the clock of the client; `actor` is who did it, `user:` with an id,
         *       `application`, `device` or `system`; `userId` and `profileId` are whom it is about, null where it is about nobody;
         *       `traceId` is that of the answer that it belongs to; `data` holds what depends on the type:
         *
         *     | types | `data` holds |
         *     | --- | --- |
         *     | `client.created`, `user.created`, `user.deleted`, `registration-code.redeemed`, `token.refreshed`, `login.succeeded`, `login.failed` | nothing |
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
         *     There may be more types one day: pass over those that you do not know.
         *
         *     `Last-Event-ID` resumes after the event with that number, and 0 tells everything from the first event on; without it the
         *     stream begins with what happens next. A stream ends with its token, or after an hour: come back with the last number.
         *     A client may have 16 open.
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
        readonly ErrorCode: "authentication.required" | "token.invalid" | "access.denied" | "sca.required" | "sca.factors.insufficient" | "sca.locked" | "request.malformed" | "request.invalid" | "request.too.large" | "media.type.unsupported" | "not.acceptable" | "route.not.found" | "method.not.allowed" | "request.timeout" | "expectation.failed" | "request.headers.too.large" | "rate.limit.reached" | "internal.error" | "service.unavailable" | "user.not.found" | "profile.not.found" | "transfer.not.found" | "balance.not.found" | "push.not.found" | "client.not.found" | "pin.already.exists" | "pin.not.setup" | "pin.verification.failed" | "device.fingerprint.already.exists" | "device.fingerprint.limit.reached" | "device.fingerprint.not.found" | "device.fingerprint.verification.failed" | "facemap.already.exists" | "facemap.not.setup" | "facemap.invalid" | "facemap.verification.failed" | "phone.number.invalid" | "phone.number.repeated" | "phone.number.already.exists" | "phone.number.not.found" | "sms.verification.failed" | "whatsapp.verification.failed" | "voice.verification.failed" | "challenge.not.applicable" | "challenge.not.triggered" | "one.time.token.not.found" | "otp.resend.too.early" | "otp.hourly.limit.reached" | "delivery.unavailable" | "transfer.already.funded" | "transfer.amount.mismatch" | "transfer.payee.mismatch" | "public.key.not.found" | "public.key.invalid" | "public.key.already.exists";
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
        /**
         * ObfuscatedPhoneNumber
         * @description Where a code was sent, as a hint for the person.
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
         * @description A code that was received on the phone.
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
             * @description The number in E.164 form.
             * @example +6588888888
             */
            readonly phoneNumber: string;
            /**
             * @description What the number is for in authentication. There is one kind.
             * @example PRIMARY
             * @enum {string}
             */
            readonly type: "PRIMARY";
            /**
             * @description Whether the number may be used for challenges. Only verified numbers are kept, so it is always true.
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
             * @description The number in E.164 form. It has to exist in the numbering plan of its country.
             * @example +6588888888
             */
            readonly phoneNumber: string;
        };
        /**
         * AuthenticationFactor
         * @description A device of the user, and how far its enrolment has come.
         */
        readonly AuthenticationFactor: {
            /**
             * @description How the device is asked. `OTP` by a code, `PUSH` by a notification, `BIOMETRIC` by a notification that the person confirms with a biometric.
             * @example OTP
             * @enum {string}
             */
            readonly type: "OTP" | "PUSH" | "BIOMETRIC";
            /**
             * @description `PENDING_VERIFICATION` until the code is verified or the device approves, then `ACTIVE`. `INACTIVE` when the device rejected the enrolment. Only an active factor can step up a token.
             * @example ACTIVE
             * @enum {string}
             */
            readonly status: "PENDING_VERIFICATION" | "ACTIVE" | "INACTIVE";
            /**
             * @description The way to the device. Each channel belongs to one type.
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
            /** @description One entry for each channel whose enrolment was begun and that is not unlinked, in the order SMS, AUTHY, BIOMETRIC. */
            readonly factors: readonly components["schemas"]["AuthenticationFactor"][];
        };
        /**
         * FactorSyntaxError
         * @description The request does not have the documented form.
         */
        readonly FactorSyntaxError: {
            /** @example The request is not valid. */
            readonly message: string;
            readonly syntaxErrors: {
                readonly invalidFields: readonly {
                    /** @description The limits that the value broke, as text. */
                    readonly params: readonly string[];
                    /**
                     * @description The name of the faulty field, header or path parameter.
                     * @example verificationCode
                     */
                    readonly fieldName: string;
                    /**
                     * @description The kind of fault.
                     * @example REQUIRED
                     * @enum {string}
                     */
                    readonly error: "REQUIRED" | "WRONG_TYPE" | "NOT_IN_LIST" | "WRONG_FORMAT" | "HAS_TO_BE_UUID" | "TOO_SHORT" | "TOO_LONG" | "TOO_SMALL" | "TOO_LARGE" | "INVALID";
                }[];
            };
        };
        /**
         * FactorMessage
         * @description A refusal in words.
         */
        readonly FactorMessage: {
            /** @example The api-key or the auth token is missing or not valid. */
            readonly message: string;
        };
        /**
         * OtpEnrolmentConflict
         * @description Why a phone cannot be enrolled.
         */
        readonly OtpEnrolmentConflict: {
            /**
             * @description What stands in the way.
             * @example CHANNEL_ALREADY_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_ALREADY_REGISTERED" | "MOBILE_NUMBER_NOT_AVAILABLE" | "MOBILE_NUMBER_INVALID" | "MOBILE_COUNTRY_NOT_SUPPORTED" | "CREDENTIALS_INACTIVE" | "CHANNEL_NOT_SUPPORTED" | "TYPE_DOES_NOT_SUPPORT_ENROLMENT";
        };
        /**
         * VerificationCodeRequest
         * @description The code that the person received on the device.
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
         * @description Why a code does not complete an enrolment.
         */
        readonly OtpVerificationConflict: {
            /**
             * @description What stands in the way.
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
             * @description What stands in the way.
             * @example CHANNEL_ALREADY_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_ALREADY_REGISTERED" | "CREDENTIALS_INACTIVE" | "CHANNEL_NOT_SUPPORTED" | "TYPE_DOES_NOT_SUPPORT_ENROLMENT";
        };
        /**
         * PushUnlinkConflict
         * @description Why a device cannot be unlinked.
         */
        readonly PushUnlinkConflict: {
            /**
             * @description What stands in the way.
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
             * @description What stands in the way.
             * @example CHANNEL_NOT_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_REGISTERED" | "RETRY_IN_15SEC" | "ALREADY_VERIFIED" | "CREDENTIALS_INACTIVE" | "MOBILE_NUMBER_NOT_AVAILABLE" | "MOBILE_NUMBER_INVALID" | "MOBILE_COUNTRY_NOT_SUPPORTED";
        };
        /**
         * OtpStepUpVerificationConflict
         * @description Why a code does not step up the token.
         */
        readonly OtpStepUpVerificationConflict: {
            /**
             * @description What stands in the way.
             * @example VERIFICATION_CODE_INVALID
             * @enum {string}
             */
            readonly errorCode: "VERIFICATION_CODE_INVALID" | "VERIFICATION_CODE_EXPIRED" | "ONE_CHALLENGE_LIMIT_REMAINING" | "CHALLENGE_LIMIT_EXCEEDED" | "STATE_INVALID" | "ALREADY_VERIFIED" | "CHANNEL_NOT_REGISTERED";
        };
        /**
         * PushStepUp
         * @description A push notification that waits for the device.
         */
        readonly PushStepUp: {
            /**
             * @description Identifies the notification. Digits only.
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
             * @description What stands in the way.
             * @example CHANNEL_NOT_REGISTERED
             * @enum {string}
             */
            readonly errorCode: "CHANNEL_NOT_REGISTERED" | "RETRY_IN_15SEC" | "ALREADY_VERIFIED" | "CREDENTIALS_INACTIVE";
        };
        /**
         * ManagedAccount
         * @description An account that the user manages.
         */
        readonly ManagedAccount: {
            /**
             * @description Identifies the account. Digits only.
             * @example 107654321
             */
            readonly id: string;
            /**
             * @description The currency of the account, ISO 4217.
             * @example EUR
             */
            readonly currency: string;
            /**
             * @description The name that its owner gave it.
             * @example Main account
             */
            readonly friendlyName: string;
            /**
             * @description Whether money can move.
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
             * @description How many accounts there are.
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
             * @description What is missing.
             * @example STEP_UP_REQUIRED
             * @enum {string}
             */
            readonly errorCode: "STEP_UP_REQUIRED";
        };
        /**
         * TokenRequest
         * @description Asks for a token in one of three ways.
         */
        readonly TokenRequest: {
            /**
             * @description How the client proves its right.
             * @example client_credentials
             * @constant
             */
            readonly grant_type: "client_credentials";
        } | {
            /**
             * @description How the client proves its right.
             * @example registration_code
             * @constant
             */
            readonly grant_type: "registration_code";
            /**
             * @description The client itself, once more.
             * @example demo-client
             */
            readonly client_id: string;
            /**
             * @description The e-mail address of the user.
             * @example ada@example.com
             */
            readonly email: string;
            /**
             * @description The code that was given out with the user. It works once.
             * @example <registration code>
             */
            readonly registration_code: string;
        } | {
            /**
             * @description How the client proves its right.
             * @example refresh_token
             * @constant
             */
            readonly grant_type: "refresh_token";
            /**
             * @description The refresh token. It works once; the answer has the next one.
             * @example <refresh token>
             */
            readonly refresh_token: string;
        };
        /**
         * TokenResponse
         * @description A token, in the form of RFC 6749, section 5.1.
         */
        readonly TokenResponse: {
            /**
             * @description The access token.
             * @example <access token>
             */
            readonly access_token: string;
            /**
             * @description How to use the token.
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
             * @description For user tokens: gets the next access token.
             * @example <refresh token>
             */
            readonly refresh_token?: string;
            /**
             * @description What the token is good for.
             * @example transfers
             */
            readonly scope: string;
            /**
             * Format: date-time
             * @description When the token was made.
             * @example 2026-11-25T08:00:00Z
             */
            readonly created_at: string;
        };
        /**
         * OAuthError
         * @description A refusal in the form of RFC 6749, section 5.2.
         */
        readonly OAuthError: {
            /**
             * @description What went wrong, for programs.
             * @example invalid_request
             * @enum {string}
             */
            readonly error: "invalid_request" | "invalid_client" | "invalid_grant" | "unsupported_grant_type" | "invalid_token" | "access_denied" | "not_acceptable" | "request_too_large" | "unsupported_media_type" | "too_many_requests" | "server_error" | "temporarily_unavailable" | "jwe_error" | "jws_error" | "public.key.invalid" | "public.key.not.found" | "public.key.already.exists";
            /**
             * @description What went wrong, for people. It never repeats a secret.
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
             * @description The auth token. It dies after five minutes without use.
             * @example <auth token>
             */
            readonly token: string;
            /**
             * LoginIdentity
             * @description For whom the user acts.
             */
            readonly identity: {
                /**
                 * @description What kind of thing the id names.
                 * @example consumers
                 * @enum {string}
                 */
                readonly type: "consumers" | "corporates";
                /**
                 * @description Digits only.
                 * @example 107123456
                 */
                readonly id: string;
            };
            /**
             * LoginCredentials
             * @description The user itself.
             */
            readonly credentials: {
                /**
                 * @description What kind of thing the id names.
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
             * @description Whether further factors are needed before the token can be used.
             * @example AUTH_TOKEN
             * @enum {string}
             */
            readonly tokenType: "AUTH_TOKEN";
        };
        /**
         * JoseKeyMaterial
         * @description A public key.
         */
        readonly JoseKeyMaterial: {
            /**
             * @description What the key is for.
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
             * @description Goes into the `kid` of an envelope.
             * @example 5f0c4d2a-6a0a-4a77-9a0e-3f1f2f8f5b11
             */
            readonly keyId: string;
            /**
             * @description Counts up with each rotation.
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
         * @description A client's public key: for checking its signatures, or for sealing answers to it.
         */
        readonly JosePublicKeyUpload: {
            /**
             * Format: uuid
             * @description The id that the client chose.
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
             * @description From when the key counts, UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validFrom: string;
            /**
             * @description Until when the key counts, UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validTill: string;
            readonly publicKeyMaterial: components["schemas"]["JoseKeyMaterial"];
        };
        /**
         * UploadedJosePublicKey
         * @description The key as it was stored.
         */
        readonly UploadedJosePublicKey: {
            /**
             * Format: uuid
             * @description The id that the client chose.
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
             * @description From when the key counts, UTC.
             * @example 2026-11-25 08:00:00
             */
            readonly validFrom: string;
            /**
             * @description Until when the key counts, UTC.
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
             * @description The message behind `jose-playground-response-`.
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
         * @description A message to be echoed.
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
             * @description Identifies the user.
             * @example 7301842
             */
            readonly id: number;
            /**
             * @description The e-mail address.
             * @example ada@example.com
             */
            readonly email: string;
            /**
             * @description Whether the user can act.
             * @example true
             */
            readonly active: boolean;
        };
        /**
         * Profile
         * @description A profile: in whose name a user acts.
         */
        readonly Profile: {
            /**
             * Format: int64
             * @description Identifies the profile.
             * @example 10100001
             */
            readonly id: number;
            /**
             * @description Whether it is a person or a company.
             * @example personal
             * @enum {string}
             */
            readonly type: "personal" | "business";
            /**
             * Format: int64
             * @description To whom the profile belongs.
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
         * @description A payment order.
         */
        readonly TransferRequest: {
            /**
             * Format: int64
             * @description The account of the payee.
             * @example 14550101
             */
            readonly targetAccount: number;
            /**
             * @description In what currency the payer pays.
             * @example EUR
             */
            readonly sourceCurrency: string;
            /**
             * @description In what currency the payee is paid.
             * @example EUR
             */
            readonly targetCurrency: string;
            /**
             * @description How much the payer pays, in the source currency, with at most two decimals.
             * @example 120.5
             */
            readonly sourceAmount: number;
            /**
             * Format: uuid
             * @description Chosen by the client; a second order with the same id is the same order.
             * @example b2e1a6c4-0f5d-4a3b-9c7e-1d2f3a4b5c6d
             */
            readonly customerTransactionId: string;
            /**
             * TransferDetails
             * @description What the payee sees.
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
         * @description A payment order as it is kept.
         */
        readonly Transfer: {
            /**
             * Format: int64
             * @description Identifies the transfer.
             * @example 50500001
             */
            readonly id: number;
            /**
             * Format: int64
             * @description Who ordered it.
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
             * @description In what currency the payer pays.
             * @example EUR
             */
            readonly sourceCurrency: string;
            /**
             * @description In what currency the payee is paid.
             * @example EUR
             */
            readonly targetCurrency: string;
            /**
             * @description How much the payer pays.
             * @example 120.5
             */
            readonly sourceValue: number;
            /**
             * @description How far it has come.
             * @example incoming_payment_waiting
             * @enum {string}
             */
            readonly status: "incoming_payment_waiting" | "processing";
            /**
             * Format: date-time
             * @description When it was ordered.
             * @example 2026-11-25T08:00:00Z
             */
            readonly created: string;
            /**
             * Format: uuid
             * @description The id that the client chose.
             * @example b2e1a6c4-0f5d-4a3b-9c7e-1d2f3a4b5c6d
             */
            readonly customerTransactionId: string;
            /**
             * TransferDetails
             * @description What the payee sees.
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
         * @description What happened on a balance.
         */
        readonly BalanceStatement: {
            /**
             * Format: int64
             * @description Identifies the balance.
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
             * @description From when.
             * @example 2026-11-01T00:00:00Z
             */
            readonly intervalStart: string;
            /**
             * Format: date-time
             * @description Until when.
             * @example 2026-11-01T00:00:00Z
             */
            readonly intervalEnd: string;
            /**
             * @description How much detail there is.
             * @example COMPACT
             * @enum {string}
             */
            readonly type: "COMPACT" | "FLAT";
            /** @description The bookings of the interval, oldest first. */
            readonly transactions: readonly {
                /**
                 * Format: int64
                 * @description Identifies the booking.
                 * @example 90900001
                 */
                readonly id: number;
                /**
                 * Format: date-time
                 * @description When it was booked.
                 * @example 2026-11-01T00:00:00Z
                 */
                readonly date: string;
                /**
                 * @description In or out.
                 * @example DEBIT
                 * @enum {string}
                 */
                readonly type: "CREDIT" | "DEBIT";
                /**
                 * TransactionAmount
                 * @description The amount of the booking.
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
                 * @description What it was for.
                 * @example invoice 42
                 */
                readonly reference: string;
            }[];
            /**
             * EndOfStatementBalance
             * @description The balance at the end.
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
         * @description How a transfer is funded. Amount and payee are what the approval is bound to; those left out are the ones of the transfer.
         */
        readonly PaymentRequest: {
            /**
             * @description From where the money comes.
             * @example BALANCE
             * @enum {string}
             */
            readonly type: "BALANCE";
            /**
             * PaymentAmount
             * @description What is paid. It has to be what the transfer orders.
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
         * @description The outcome of funding.
         */
        readonly Payment: {
            /**
             * @description From where the money came.
             * @example BALANCE
             * @enum {string}
             */
            readonly type: "BALANCE";
            /**
             * @description How it went.
             * @example COMPLETED
             * @enum {string}
             */
            readonly status: "COMPLETED";
            /**
             * @description Always null: a failure is answered as one.
             * @example null
             */
            readonly errorCode: null;
            /**
             * Format: int64
             * @description Identifies the booking.
             * @example 90900001
             */
            readonly balanceTransactionId: number;
        };
        /**
         * Health
         * @description Whether the process lives.
         */
        readonly Health: {
            /**
             * @description It answers, so it lives.
             * @example ok
             * @enum {string}
             */
            readonly status: "ok";
        };
        /**
         * Readiness
         * @description Whether requests can be served.
         */
        readonly Readiness: {
            /**
             * @description The sum of the checks.
             * @example ready
             * @enum {string}
             */
            readonly status: "ready" | "unavailable";
            /**
             * ReadinessChecks
             * @description The checks, one by one.
             */
            readonly checks: {
                /**
                 * @description Whether the database answers.
                 * @example ok
                 * @enum {string}
                 */
                readonly database: "ok" | "failed";
                /**
                 * @description Whether the schema is the one of this version.
                 * @example ok
                 * @enum {string}
                 */
                readonly migrations: "ok" | "failed";
            };
        };
        /**
         * SandboxUserRequest
         * @description What the fresh user should have. Everything is optional.
         */
        readonly SandboxUserRequest: {
            /**
             * @description Adds the user to this client of the sandbox, instead of one of its own.
             * @example demo-client
             */
            readonly clientId?: string;
            /**
             * @description A verified phone number in E.164 form.
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
             * @description Links a biometric device, as the person's app would.
             * @example true
             */
            readonly biometric?: boolean;
            /**
             * @description Whether the credentials are active; true when left out. An inactive user can log in, but not enrol or step up.
             * @example true
             */
            readonly active?: boolean;
            /**
             * @description How many categories a low-risk action needs; 2 when left out.
             * @example 2
             */
            readonly requiredFactors?: number;
        };
        /**
         * SandboxUser
         * @description A fresh user with everything that is needed to call as this user.
         */
        readonly SandboxUser: {
            /**
             * Format: int64
             * @description Identifies the user.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description The e-mail address.
             * @example user-7301842@sandbox.example
             */
            readonly email: string;
            /**
             * @description For `POST /login_with_password`.
             * @example <password>
             */
            readonly password: string;
            /**
             * @description For the grant `registration_code`.
             * @example <registration code>
             */
            readonly registrationCode: string;
            /**
             * @description The client of the user.
             * @example demo-client
             */
            readonly clientId: string;
            /**
             * @description The secret of a client that was made for the user; null for a client that was there before.
             * @example <client secret>
             */
            readonly clientSecret: string | null;
            /**
             * @description For the Additional Factors family; null for a client that was there before.
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
                 * @description Identifies the profile.
                 * @example 10100001
                 */
                readonly id: number;
                /**
                 * @description Whether it is a person or a company.
                 * @example personal
                 * @enum {string}
                 */
                readonly type: "personal" | "business";
            }[];
            /**
             * Format: int64
             * @description A balance of the default profile, with money on it.
             * @example 20200001
             */
            readonly balanceId: number;
            /**
             * Format: int64
             * @description A transfer that waits to be funded.
             * @example 50500001
             */
            readonly transferId: number;
        };
        /**
         * InboxMessage
         * @description A message that a real server would have sent.
         */
        readonly InboxMessage: {
            /**
             * @description Identifies the message.
             * @example 0b6c2a1e-5d4f-4c3b-8a7d-9e0f1a2b3c4d
             */
            readonly id: string;
            /**
             * @description Over which channel.
             * @example SMS
             * @enum {string}
             */
            readonly channel: "SMS" | "WHATSAPP" | "VOICE" | "AUTHY" | "BIOMETRIC";
            /**
             * Format: int64
             * @description To which user.
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
             * @description What it is for: a one-time token, or the id of a challenge or push.
             * @example 9f5f5812-2609-4e48-8418-b64437c0c7cd
             */
            readonly reference: string;
            /**
             * @description Why it was sent.
             * @example one-time-token
             * @enum {string}
             */
            readonly purpose: "one-time-token" | "enrolment" | "step-up";
            /**
             * @description What the person confirms, with the amount and payee that a payment is linked to; null when it is no action.
             * @example TRANSFER__FUND 120.5 EUR to 14550101, transferId 50500001
             */
            readonly action: string | null;
            /**
             * Format: date-time
             * @description When it was sent, on the clock of the client.
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
             * @description What the clock shows.
             * @example 2026-11-01T00:00:00Z
             */
            readonly now: string;
            /**
             * @description By how many whole seconds it is ahead of the real time.
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
             * @description Whole seconds forward. A clock never goes back, and is never more than a hundred years ahead.
             * @example 301
             */
            readonly seconds: number;
        };
        /**
         * OutcomeRequest
         * @description What is to happen once, and to which request.
         */
        readonly OutcomeRequest: {
            /**
             * @description What happens to the verification.
             * @example fail
             * @enum {string}
             */
            readonly outcome: "fail" | "expire" | "rate-limited" | "unavailable";
            /**
             * Format: int64
             * @description Whose verification.
             * @example 7301842
             */
            readonly userId: number;
            /**
             * @description What is verified. `OTP` and `PUSH` are the factors of the Additional Factors family; `DELIVERY` is the next message to the user, which then cannot be sent.
             * @example PIN
             * @enum {string}
             */
            readonly kind: "PIN" | "PARTNER_DEVICE_FINGERPRINT" | "SMS" | "WHATSAPP" | "VOICE" | "FACE_MAP" | "OTP" | "PUSH" | "DELIVERY";
        } | {
            /**
             * @description How the call is answered, with 429, 503, 500 or 404. What the operation does not document is not answered.
             * @example unavailable
             * @enum {string}
             */
            readonly outcome: "rate-limited" | "unavailable" | "error" | "not-found";
            /**
             * @description The operation, by the name it has in this document.
             * @example verifyPin
             */
            readonly operationId: string;
        } | {
            /**
             * @description How the request is answered, with 429, 503, 500 or 404. What the operation does not document is not answered.
             * @example rate-limited
             * @enum {string}
             */
            readonly outcome: "rate-limited" | "unavailable" | "error" | "not-found";
            /**
             * Format: uuid
             * @description The correlation id that the request will carry.
             * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
             */
            readonly correlationId: string;
        };
        /**
         * SandboxEvent
         * @description What the data of one event in the stream of a client says.
         */
        readonly SandboxEvent: {
            /**
             * @description The number of the event at its client, the same as its id. The first is 1, and none is left out.
             * @example 42
             */
            readonly sequence: number;
            /**
             * @description What happened, the same as the name of the event.
             * @example pin.created
             * @enum {string}
             */
            readonly type: "client.created" | "user.created" | "user.deleted" | "registration-code.redeemed" | "token.refreshed" | "login.succeeded" | "login.failed" | "pin.created" | "pin.deleted" | "facemap.created" | "facemap.deleted" | "session.closed" | "profile.created" | "token.issued" | "token.stepped-up" | "device-fingerprint.created" | "device-fingerprint.deleted" | "phone-number.created" | "phone-number.updated" | "phone-number.deleted" | "one-time-token.issued" | "one-time-token.cleared" | "one-time-token.consumed" | "approval.refused" | "challenge.attempted" | "challenge.passed" | "challenge.refused" | "one-time-token.expired" | "session.opened" | "profile.locked" | "challenge.failed" | "otp.reserved" | "otp.sent" | "otp.not-sent" | "authentication-factor.enrolled" | "authentication-factor.activated" | "authentication-factor.rejected" | "authentication-factor.unlinked" | "authentication-factor.withdrawn" | "factor-challenge.reserved" | "factor-challenge.sent" | "factor-challenge.not-sent" | "factor-challenge.attempted" | "factor-challenge.passed" | "factor-challenge.failed" | "factor-challenge.approved" | "factor-challenge.rejected" | "factor-challenge.expired" | "transfer.created" | "transfer.funded" | "public-key.uploaded" | "clock.advanced" | "outcome.set";
            /**
             * @description Whether it succeeded.
             * @example success
             * @enum {string}
             */
            readonly result: "success" | "failure";
            /**
             * Format: date-time
             * @description When it happened, on the clock of the client.
             * @example 2026-11-01T00:00:00.000Z
             */
            readonly at: string;
            /**
             * @description Who did it: a user, the client itself, the device that answers pushes, or the server.
             * @example user:7301842
             */
            readonly actor: string;
            /**
             * Format: int64
             * @description Whom it is about; null where it is about the client.
             * @example 7301842
             */
            readonly userId: number | null;
            /**
             * Format: int64
             * @description Which profile it is about; null where it is about none.
             * @example 14550101
             */
            readonly profileId: number | null;
            /**
             * @description The trace id of the request that caused it; null where none did.
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            readonly traceId: string | null;
            /** @description What more there is to say, by type. Never a secret. */
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
                readonly "Retry-After": components["headers"]["RetryAfterIfKnown"];
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
                readonly "x-2fa-approval-result": components["headers"]["ApprovalRejection"];
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
        /** @description The credentials are valid, but not for this operation. */
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
        /** @description The one-time token does not exist, or not for this caller. */
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
        /** @description None of the media types in `Accept` can be served. */
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
        /** @description Too many tries. The headers tell which limit it was and when to come back. */
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
        /** @description The server failed. The trace id leads to the reason. */
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
        /** @description The server, or something it depends on, cannot answer for now. Nothing was changed. */
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
        /** @description The challenge is passed. `challenges` lists what is still required; an empty list means that the token can be used. */
        readonly SealedRemainingChallenges: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OneTimeTokenEnvelope"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        /** @description The body is larger than the operation admits, 1 MiB or 2 MiB for face maps. */
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
        /** @description The challenge is passed. `challenges` lists what is still required; an empty list means that the token can be used. */
        readonly RemainingChallenges: {
            headers: {
                readonly "x-trace-id": components["headers"]["TraceId"];
                readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                readonly Deprecation: components["headers"]["Deprecation"];
                readonly Link: components["headers"]["SuccessorLink"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OneTimeTokenEnvelope"];
            };
        };
        /** @description The code is on its way to the number that is hinted at. */
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
        /** @description Too many codes, calls or failures. The headers tell which limit it was and when to come back. */
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
        /** @description The code could not be sent, or the server cannot answer for now. No code counts as sent, so the caller may try again at once. */
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
         * @description Strong Customer Authentication is missing, or the caller may not use the operation at all. `x-2fa-approval` names
         *     the one-time token to clear; without that header, clearing challenges does not help.
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
        /** @description The request does not have the documented form. */
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
        /** @description The device fingerprints, three at most. */
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
        /** @description The user does not exist, or not for this client. */
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
        /** @description The number does not exist, or the request does not have the documented form. */
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
        /** @description The user has a phone number already. */
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
        /** @description Another user of the client has this number. The message hints at the account with a masked e-mail address. */
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
        /** @description The user does not exist for this client, or does not have this phone number. */
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
        /** @description The request does not have the documented form. */
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
        /** @description The credentials are valid, but not for this operation. */
        readonly FactorForbidden: {
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
        /** @description What the request names does not exist, or not for this caller. */
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
        /** @description None of the media types in `Accept` can be served. */
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
        /** @description Too many tries. The headers tell how large the window is and when it opens again. */
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
        /** @description The server failed. The trace id leads to the reason. */
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
        /** @description The server, or something it depends on, cannot answer for now. Nothing was changed. */
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
        /** @description The client is unknown, or its secret is missing or wrong (RFC 6749 section 5.2). */
        readonly OAuthClientUnauthorized: {
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
        /** @description None of the media types in `Accept` can be served. */
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
        /** @description Too many tries. The headers tell which limit it was and when to come back. */
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
        /** @description The server failed. The trace id leads to the reason. */
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
        /** @description The server, or something it depends on, cannot answer for now. Nothing was changed. */
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
        /** @description The request does not have the documented form. */
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
        /** @description The credentials are valid, but not for this operation. */
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
        /** @description The request does not have the documented form. */
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
        /** @description The user to act on. The user has to belong to the client that the token was issued to. */
        readonly UserId: number;
        /** @description The phone number, as listed for the user. */
        readonly PhoneNumberId: number;
        /** @description The channel that carries the one-time password: `SMS`. The other known channels are refused with 409. */
        readonly OtpEnrolmentChannel: "SMS" | "AUTHY" | "BIOMETRIC";
        /**
         * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
         *     the first answer again and has no second effect.
         */
        readonly IdempotencyRef: string;
        /** @description The channel that carries the one-time password. */
        readonly OtpChannel: "SMS";
        /** @description The channel that carries the push notification: `AUTHY`, which reaches the person's Authy app. The other known channels are refused with 409. */
        readonly PushEnrolmentChannel: "AUTHY" | "SMS" | "BIOMETRIC";
        /** @description The channel of the linked device, `AUTHY` for the Authy app, `BIOMETRIC` for the person's own device. */
        readonly UnlinkPushChannel: "AUTHY" | "BIOMETRIC";
        /** @description The channel that carries the push notification, `AUTHY` to the person's Authy app, `BIOMETRIC` to the person's own device. */
        readonly StepUpPushChannel: "AUTHY" | "BIOMETRIC";
        /** @description The transfer, as answered when it was created. */
        readonly TransferId: number;
        /** @description The balance whose statement is wanted. */
        readonly BalanceId: number;
        /** @description The push notification, as shown in the inbox. */
        readonly PushId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this answer in the logs and in the audit log. Quote it when asking for help. */
        readonly TraceId: string;
        /** @description The caller's own identifier, sent back as it came. Absent when the request had none. */
        readonly CorrelationId: string;
        /** @description The scheme that the operation accepts (RFC 9110 section 11.6.1, RFC 6750). */
        readonly WwwAuthenticate: string;
        /** @description Whole seconds to wait before the next try. */
        readonly RetryAfter: number;
        /** @description Which limit was hit. `sca-lockout` stands for five failed challenges in a row. */
        readonly RateLimitedBy: string;
        /** @description Whole seconds to wait before the next try. Absent where nobody can tell, and where a try may follow at once. */
        readonly RetryAfterIfKnown: number;
        /** @description How the body of this answer is protected. Absent when it is clear JSON. */
        readonly JoseMethod: "jwe" | "jws" | "jwsjwe";
        /** @description Present where enrolment is protected, and then `APPROVED`. A refusal is a 403. */
        readonly EnrolmentApprovalResult: "APPROVED";
        /** @description Strong Customer Authentication was not satisfied for this call. */
        readonly ApprovalRejection: "REJECTED";
        /** @description The one-time token to clear. Absent when clearing a token would not help. */
        readonly Approval: string;
        /** @description When the operation became deprecated, in seconds since the epoch (RFC 9745). */
        readonly Deprecation: string;
        /** @description Where the operation lives on (RFC 8288, relation `successor-version`). */
        readonly SuccessorLink: string;
        /** @description Names this call in the Additional Factors family. */
        readonly RequestRef: string;
        /** @description How many calls the window admits. */
        readonly RateLimitLimit: number;
        /** @description Whole seconds until the window opens again. */
        readonly RateLimitReset: number;
        /** @description Present when the answer is a repeat of the first one under the same `idempotency-ref`. */
        readonly IdempotencyReplayed: "true";
        /** @description Keeps the credentials in the answer out of every cache (RFC 6749, section 5.1). */
        readonly NoStore: "no-store";
        /** @description Strong Customer Authentication was satisfied for this call. A refusal is a 403. */
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
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                    readonly "application/json": components["schemas"]["Empty"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                    readonly "application/json": components["schemas"]["OneTimeTokenResource"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
    readonly getIdentityOneTimeTokenStatus: {
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["SealedRemainingChallenges"];
            /** @description The challenge is not passed, or the request cannot be read. */
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["SealedRemainingChallenges"];
            /** @description The challenge is not passed, or the request cannot be read. */
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The challenge is not passed, or the request cannot be read. */
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
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request does not have the documented form. */
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The challenge is not passed, or the request cannot be read. */
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
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request does not have the documented form. */
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The challenge is not passed, or the request cannot be read. */
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
            readonly 200: components["responses"]["OtpSent"];
            /** @description The token does not offer the challenge, or the request does not have the documented form. */
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
                /** @description The one-time token whose challenge is to be read, triggered or cleared. */
                readonly "One-Time-Token": components["parameters"]["OneTimeToken"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The challenge is not passed, or the request cannot be read. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PinRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            /** @description The PIN is set up. */
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
            /** @description The request does not have the documented form, or its envelope could not be opened. */
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
            /** @description The profile has a PIN already. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
            /** @description The user does not exist for this client, or has no PIN. */
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
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The request does not have the documented form, or the face map is not usable. */
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
            /** @description The profile has a face map already. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
            /** @description The user does not exist for this client, or has no face map. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceFingerprintRequest"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
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
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The form, the envelope or a limit is in the way. */
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
            /** @description The profile has this device fingerprint already. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
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
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly Link: components["headers"]["SuccessorLink"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form. */
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
            /** @description The user does not exist for this client, or does not have this device fingerprint. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description The phone number, as listed for the user. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description The phone number, as listed for the user. */
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
            /** @description The request does not have the documented form. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description The phone number, as listed for the user. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
                /** @description The phone number, as listed for the user. */
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
            /** @description The request does not have the documented form. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the one-time password: `SMS`. The other known channels are refused with 409. */
                readonly channel: components["parameters"]["OtpEnrolmentChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The code is on its way. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the one-time password. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the push notification: `AUTHY`, which reaches the person's Authy app. The other known channels are refused with 409. */
                readonly channel: components["parameters"]["PushEnrolmentChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The notification is on its way. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel of the linked device, `AUTHY` for the Authy app, `BIOMETRIC` for the person's own device. */
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
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
            readonly 409: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the one-time password. */
                readonly channel: components["parameters"]["OtpChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The code is on its way. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the one-time password. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                 * @description A reference of the caller's choice, remembered for 24 hours together with caller, operation and payload. A repeat gets
                 *     the first answer again and has no second effect.
                 */
                readonly "idempotency-ref"?: components["parameters"]["IdempotencyRef"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The channel that carries the push notification, `AUTHY` to the person's Authy app, `BIOMETRIC` to the person's own device. */
                readonly channel: components["parameters"]["StepUpPushChannel"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The notification is on its way. */
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
            /** @description The request does not have the documented form. */
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
            /** @description The request is well formed, but the state of things forbids it. `errorCode` says why. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The auth token is not stepped up, or the credentials are not for this operation. */
            readonly 403: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "request-ref": components["headers"]["RequestRef"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StepUpRequired"] | components["schemas"]["FactorMessage"];
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The request cannot be carried out as it is. */
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
            readonly 401: components["responses"]["OAuthClientUnauthorized"];
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description What the key is for. It has to fit the algorithm. */
                readonly scope: "PAYLOAD_ENCRYPTION" | "PAYLOAD_SIGNING";
                /** @description A certain version. */
                readonly version?: number;
            };
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The request cannot be carried out as it is. */
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
            /** @description The client has a key with this id. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The echo, sealed for the uploaded key. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The request cannot be carried out as it is. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            /** @description The echo, sealed as the request was. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The request cannot be carried out as it is. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: components["parameters"]["JoseMethod"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            /** @description The echo, sealed as the request was. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The request cannot be carried out as it is. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: "jws";
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            /** @description The echo, sealed as the request was. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The request cannot be carried out as it is. */
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
                /** @description How the body is protected. Needed whenever the body is `application/jose+json`; ignored when it is clear JSON. */
                readonly "X-TW-JOSE-Method"?: "jwsjwe";
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JosePlaygroundMessage"];
                readonly "application/jose+json": components["schemas"]["JoseCompact"];
            };
        };
        readonly responses: {
            /** @description The echo, sealed as the request was. */
            readonly 200: {
                headers: {
                    readonly "x-trace-id": components["headers"]["TraceId"];
                    readonly "X-External-Correlation-Id": components["headers"]["CorrelationId"];
                    readonly "X-TW-JOSE-Method": components["headers"]["JoseMethod"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JosePlaygroundEcho"];
                    readonly "application/jose+json": components["schemas"]["JoseCompact"];
                };
            };
            /** @description The request cannot be carried out as it is. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The transfer, as answered when it was created. */
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
                /** @description From when, with a time zone. */
                readonly intervalStart: string;
                /** @description Until when, with a time zone; not before the start. */
                readonly intervalEnd: string;
                /** @description How much detail to give; COMPACT when left out. */
                readonly type?: "COMPACT" | "FLAT";
            };
            readonly header?: {
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description The balance whose statement is wanted. */
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
            /** @description No such profile or balance of this caller. */
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
                /** @description A one-time token whose required challenges are cleared. Leave it out on the first try; the 403 names the token to clear. */
                readonly "x-2fa-approval"?: components["parameters"]["OneTimeTokenApproval"];
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The profile to act on. It has to belong to the caller. */
                readonly profileId: components["parameters"]["ProfileId"];
                /** @description The transfer, as answered when it was created. */
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
            readonly 201: {
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
            /** @description No such transfer or profile of this caller. */
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
            /** @description The transfer was funded before. */
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
            /** @description The approved values do not fit the transfer. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The process lives. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ready for requests. */
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
            /** @description Not ready. The checks say why, where they could be made. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The user and all its credentials. They are shown this once. */
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
            /** @description The client does not exist. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The user to act on. The user has to belong to the client that the token was issued to. */
                readonly userId: components["parameters"]["UserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user is gone. */
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
    readonly listInboxMessages: {
        readonly parameters: {
            readonly query?: {
                /** @description Only messages to this user. */
                readonly userId?: number;
            };
            readonly header?: {
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The push notification, as shown in the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push is approved. */
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
            /** @description No such push notification waits. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The push notification, as shown in the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push is rejected. */
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
            /** @description No such push notification waits. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path: {
                /** @description The push notification, as shown in the inbox. */
                readonly pushId: components["parameters"]["PushId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The push is expired. */
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
            /** @description No such push notification waits. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The clock after the move. */
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
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
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
            /** @description The outcome waits for its request. */
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
                /** @description The number of the last event that was seen. */
                readonly "Last-Event-ID"?: number;
                /** @description An identifier of the caller's choice. The answer repeats it and the log line carries it. */
                readonly "X-External-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The stream. It stays open. */
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
    readonly verifyOneTimeTokenPin: { readonly 200: components["schemas"]["OneTimeTokenEnvelope"]; };
    readonly verifyOneTimeTokenDeviceFingerprint: { readonly 200: components["schemas"]["OneTimeTokenEnvelope"]; };
    readonly createUserDeviceFingerprint: { readonly 200: components["schemas"]["DeviceFingerprint"]; };
    readonly echoJweGet: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJwe: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJweDirect: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJws: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
    readonly echoJwsJwe: { readonly 200: components["schemas"]["JosePlaygroundEcho"]; };
}
