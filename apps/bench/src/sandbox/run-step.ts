import { InvalidRun } from '../invalid-run.ts';
import { nameOf, requestOf, type Step, taken } from '../load/job.ts';

/**
 * Sends one request and adds what it takes from the response to the values.
 * @throws InvalidRun on another status
 */
export async function runStep(url: string, step: Step, values: Record<string, string>): Promise<void> {
  const { path, method, headers = {}, body } = requestOf(step, values);
  const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  if (response.status !== step.status) throw new InvalidRun(`${nameOf(step)} returned ${response.status}: ${text}`);
  if (step.take) values[step.take.name] = taken(step.take, text, Object.fromEntries(response.headers));
}
