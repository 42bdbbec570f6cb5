/** The kinds of challenge, one for each factor. */
export type ChallengeType = 'PIN' | 'PARTNER_DEVICE_FINGERPRINT' | 'SMS' | 'WHATSAPP' | 'VOICE' | 'FACE_MAP';
