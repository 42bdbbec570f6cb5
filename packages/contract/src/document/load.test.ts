import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContract } from './contract-document.ts';
import { DocumentError } from './load.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sca-kit-document-'));
});
afterAll(() => rm(folder, { recursive: true }));

const described = (get: string): string =>
  `{ openapi: 3.1.0, info: { title: Bad, version: '1' }, paths: { /a: { get: ${get} } } }`;
const parameter = (ref: string): string =>
  `{ parameters: [{ $ref: '${ref}' }], responses: { 200: { description: Fine } } }`;
const body = (ref: string): string =>
  `{ responses: { 200: { description: Fine, content: { application/json: { schema: { $ref: '${ref}' } } } } } }`;

describe('a broken reference is reported in one line that names the file', () => {
  it.each([
    ['to a missing parameter', parameter('#/components/parameters/No'), '#/components/parameters/No'],
    ['to a missing schema', body('#/components/schemas/No'), '#/components/schemas/No'],
    ['to a missing file', parameter('nofile.yaml#/x'), 'nofile.yaml'],
  ])('%s', async (_, operation, what) => {
    const file = join(folder, 'bad.yaml');
    await writeFile(file, described(operation));
    const error: unknown = await openContract(file).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(DocumentError);
    const { message } = error as DocumentError;
    expect(message).toContain(file);
    expect(message).toContain(what);
    expect(message).not.toContain('\n');
  });
});
