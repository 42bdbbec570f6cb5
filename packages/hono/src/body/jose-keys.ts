import type { KeySet } from '@sca-kit/jose';

/** The keys for encrypted and signed bodies. */
export interface JoseKeys {
  /** Returns the server's own keys, which decrypt requests and sign responses. Called for each request, so keys can rotate. */
  server(): Promise<KeySet> | KeySet;
  /** Returns the public keys that a client uploaded, which verify its signatures and encrypt responses for it. */
  client(clientId: string): Promise<KeySet>;
}
