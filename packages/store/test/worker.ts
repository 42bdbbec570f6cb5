/** A process that shares a database with others. `racers.ts` sends it tasks over IPC. */
import { openStore } from '../src/index.ts';
import { aClient, anEvent } from '../src/testing/contract/fixtures.ts';
import { runTask, type Task } from './race-jobs.ts';

const [, , location = '', durability] = process.argv;
const stores = await openStore(location, {
  auditKey: new Uint8Array(32).fill(7),
  poolSize: 20,
  durability: durability === 'off' ? 'off' : 'full',
});

process.on('message', async (task: Task | 'append-forever') => {
  if (task !== 'append-forever') {
    process.send?.({ won: await runTask(stores, task) });
    return;
  }
  await stores.engine.transaction({ clientId: 'crash' }, (tx) => tx.clients.insert(aClient('crash')));
  for (let index = 1; ; index += 1) {
    await stores.engine.transaction({ clientId: 'crash' }, (tx) => tx.audit.append(anEvent('crash', { index })));
    process.send?.(index);
  }
});
process.send?.('ready');
