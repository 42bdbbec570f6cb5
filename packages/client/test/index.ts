export { type Backend, useBackend } from './backend.ts';
export type { ReceivedRequest } from './received-request.ts';
export { createTestClient, PAYMENT, PAYMENT_PATH } from './test-client.ts';
export { NOW, type TestServer } from './test-server.ts';
