import { Agent, request } from 'node:http';
import { type LoadResult, nameOf, type PacedJob, requestOf } from './job.ts';

/** Sends requests at a fixed rate, also while earlier ones wait, so that a stalled server shows in all of them. */
export async function pace({ url, step, users, perSecond, seconds }: PacedJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true });
  const failures: Record<string, number> = {};
  const began = performance.now();
  const fail = (fault: string): void => {
    failures[fault] = (failures[fault] ?? 0) + 1;
  };
  const total = Math.round(perSecond * seconds);
  const latencies = await Promise.all(
    Array.from({ length: total }, async (_, number) => {
      const due = began + (number * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const { path, ...init } = requestOf(step, users[number % users.length] ?? {});
      const sent = performance.now();
      const status = await send(new URL(path, url), { ...init, agent }).catch(String);
      if (status !== step.status) fail(`${nameOf(step)} returned ${status}`);
      return performance.now() - sent;
    }),
  );
  agent.destroy();
  return { perSecond: total / ((performance.now() - began) / 1000), latencies, failures };
}

function send(url: URL, options: object): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
