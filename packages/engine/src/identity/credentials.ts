/** The client of a request whose caller is not authenticated yet. */
export interface ClientCaller {
  readonly clientId: string;
  readonly traceId: string | null;
}

/** Longer passwords and client secrets are cut before they are hashed. */
export const MAX_SECRET_LENGTH = 1024;

/** Returns the form in which addresses are stored and compared: without outer white space, in lower case. */
export function normalizedEmail(email: string): string {
  return email.trim().toLowerCase();
}
