export { type Backend, useBackend } from './backend.ts';
export { PAYMENT, PAYMENT_PATH, type Setting, set } from './client.ts';
export type { Seen } from './routing.ts';
export { NOW, type Reply, SECRETS, type TestServer } from './server.ts';
