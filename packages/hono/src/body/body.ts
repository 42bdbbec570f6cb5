import type { ContentKey, SigningAlgorithm } from '@sca-kit/jose';

/** A request body that was read, decrypted and parsed. */
export interface Body {
  /** The media type that the body was sent as; null without a body. */
  readonly mediaType: string | null;
  /** The JSON value or the form; the plaintext of a JWE or JWS. */
  readonly value: unknown;
  /** The content encryption key of a JWE, kept for a response that is encrypted directly. */
  readonly contentKey: ContentKey | null;
  /** The algorithm of a signed body, kept for the signature of the response. */
  readonly signatureAlgorithm: SigningAlgorithm | null;
}

export const JOSE_TYPE = 'application/jose+json';
