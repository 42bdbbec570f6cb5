/** How long `expect.poll` waits for a condition before it fails: far longer than a busy machine needs. */
export const HANG_GUARD = { timeout: 100_000 };
