export { type Backend, useBackend } from './backend.ts';
export { PAYMENT, PAYMENT_PATH, set } from './client.ts';
export type { Seen } from './routing.ts';
export { NOW, type TestServer } from './server.ts';
