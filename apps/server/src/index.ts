export { openAuditLog } from './audit/open-audit-log.ts';
export { type Config, ConfigError, type Environment, readConfig } from './config/config.ts';
export { createServer, type Server, type ServerOptions } from './create-server.ts';
export { resetDataFolder } from './data-folder/data-folder.ts';
export { deadLettersOf } from './delivery/open-delivery.ts';
export { ListenError, type Listening, listen } from './listen.ts';
export { type RunningServer, serveUntilSignal, startServer } from './run.ts';
export { StartError } from './start-error.ts';
