export * from './coverage/index.ts';
export { type ContractDocument, openContract } from './document/contract-document.ts';
export { DocumentError } from './document/load.ts';
export type { Operation } from './document/types.ts';
export * from './gateway/index.ts';
export * from './negative/index.ts';
export * from './report/index.ts';
