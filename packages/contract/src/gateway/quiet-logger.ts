import type { createInstance } from '@stoplight/prism-http';

type PrismLogger = Parameters<typeof createInstance>[1]['logger'];

const silent = (): void => {};
const quiet = {
  level: 'silent',
  fatal: silent,
  error: silent,
  warn: silent,
  info: silent,
  debug: silent,
  trace: silent,
  success: silent,
  child: () => quiet,
};

/** A silent logger: Prism would log bodies and credentials. */
export const quietLogger: PrismLogger = quiet as unknown as PrismLogger;
