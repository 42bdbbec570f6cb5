export { describeStoreContract } from './contract/store-contract.ts';
export { createDatabase, type PostgresServer, startPostgres } from './postgres.ts';
