import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createErrorResponse } from '../steps/create-error-response.ts';
import { PIPELINE } from './pipeline.ts';

const STEP_NAMES = [...PIPELINE.steps, createErrorResponse].map(({ name }) => name);
const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

test('ARCHITECTURE.md lists the steps of the pipeline in its order', async () => {
  const page = await read('../../../../ARCHITECTURE.md');
  const section = page.split(/^## /m).find((part) => part.startsWith('Request pipeline')) ?? '';
  expect([...section.matchAll(/^\d+\. \*\*(\w+)\*\*/gm)].map(([, name]) => name)).toEqual(STEP_NAMES);
});

test('the README lists the steps of the pipeline in its order', async () => {
  const page = await read('../../README.md');
  const table = /^\| step .*?\n\n/ms.exec(page)?.[0] ?? '';
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(STEP_NAMES);
});
