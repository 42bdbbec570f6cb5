import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { answer } from '../processes.ts';
import type { ComputeJob } from './computer.ts';
import { decryptKey, hash } from './primitives.ts';

// Runs what an operation cannot do without, and nothing else: argon2id, RSA, durable commits. Usage: compute.ts FOLDER

const database = new DatabaseSync(join(process.argv[2] ?? '', 'compute.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full; create table if not exists commits (body text)');
const insert = database.prepare('insert into commits values (?)');
const commit = (): void => void insert.run('x'.repeat(400));

async function run({ seconds, argon2: hashes, rsa, commits, threads }: ComputeJob): Promise<number> {
  const began = performance.now();
  let done = 0;
  const elapsed = (): number => (performance.now() - began) / 1000;
  const loop = async (): Promise<void> => {
    while (elapsed() < seconds) {
      for (let count = 0; count < hashes; count += 1) await hash();
      for (let count = 0; count < rsa; count += 1) decryptKey();
      for (let count = 0; count < commits; count += 1) commit();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: threads }, loop));
  return done / elapsed();
}

answer(run);
