import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { vi } from 'vitest';
import { digestFaceMatcher } from '../../src/sandbox/digest-face-matcher.ts';
import type { SandboxServer } from './sandbox-server.ts';

/** How often a request did each kind of work. */
export interface Work {
  /** Statements sent to SQLite, without transaction control. */
  readonly statements: number;
  /** Explicit read transactions. */
  readonly reads: number;
  /** Commits of write transactions. */
  readonly commits: number;
  /** Evaluations by function of the keys and of the face matcher, without those that were not called. */
  readonly evaluations: Readonly<Record<string, number>>;
}

/** Statements that begin, end or set up a transaction. */
const CONTROL = /^(begin|commit|rollback|savepoint|release|pragma)\b/;

/** Counts the work of one request at the database driver, the keys and the face matcher. Leaves out background work. */
export async function countWork({ server }: SandboxServer, request: () => Promise<unknown>): Promise<Work> {
  const inRequest = new AsyncLocalStorage<true>();
  const evaluations: Record<string, number> = {};
  const sent: string[] = [];
  const spies: { mockRestore(): void }[] = [];

  const observe = (target: object, method: string, count: (self: unknown, parameter: unknown) => void): void => {
    const methods = target as Record<string, (...parameters: unknown[]) => unknown>;
    const original = methods[method];
    if (!original) throw new TypeError(`There is no method ${method}.`);
    spies.push(
      vi.spyOn(methods, method).mockImplementation(function (this: unknown, ...parameters: unknown[]) {
        if (inRequest.getStore()) count(this, parameters[0]);
        return original.apply(this, parameters);
      }),
    );
  };
  for (const method of ['all', 'get', 'iterate', 'run']) {
    observe(StatementSync.prototype, method, (statement) => sent.push((statement as StatementSync).sourceSQL));
  }
  observe(DatabaseSync.prototype, 'exec', (_, sql) => sent.push(String(sql)));
  const evaluate = (name: string) => (): void => {
    evaluations[name] = (evaluations[name] ?? 0) + 1;
  };
  for (const name of ['hash', 'verifyHash', 'mac', 'verifyMac', 'digest']) {
    observe(server.services.keys, name, evaluate(name));
  }
  observe(digestFaceMatcher, 'matches', evaluate('matchFace'));

  try {
    await inRequest.run(true, request);
    const count = (pattern: RegExp): number => sent.filter((sql) => pattern.test(sql)).length;
    return {
      statements: sent.length - count(CONTROL),
      reads: count(/^begin$/),
      commits: count(/^begin immediate/),
      evaluations,
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
