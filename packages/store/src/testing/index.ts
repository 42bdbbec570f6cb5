export { addTenant, DAY, NOW, type Tenant } from './contract/fixtures.ts';
export { describeStoreContract } from './contract/store-contract.ts';
export { distributionErrors } from './distribution.ts';
export { createDatabase, observeQueries, type PostgresServer, startPostgres } from './postgres.ts';
