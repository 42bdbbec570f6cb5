import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { digestFaceMatcher, fakeKeys } from '../testing/index.ts';
import type { Factor } from './factor.ts';

const here = new URL('.', import.meta.url);
const guide = new URL('../../../../CONTRIBUTING.md', here);
const context = { keys: fakeKeys(), faceMatcher: digestFaceMatcher() } as unknown as Context;
let folder: string;
let examples: Readonly<Record<string, Factor>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sca-kit-guide-'));
  const text = await readFile(guide, 'utf8');
  const section = text.slice(text.indexOf('## Add a factor'), text.indexOf('## Add a store'));
  const code = [...section.matchAll(/```ts\n(.*?)```/gs)].map(([, example]) => example).join('\n');
  const file = join(folder, 'factor.ts');
  await writeFile(
    file,
    `import { storedSecretFactor } from '${here}stored-secret.ts';\nimport { otpFactor } from '${here}otp-factor.ts';\n${code}`,
  );
  examples = await import(file);
});
afterAll(() => rm(folder, { recursive: true }));

describe('The factors of the guide in CONTRIBUTING.md', () => {
  it('store and verify a passphrase', async () => {
    const storedSecret = examples.passphraseFactor?.storedSecret;
    const hash = await storedSecret?.protect(context, 'owner', 'correct horse');
    expect(await storedSecret?.protect(context, 'owner', 'short')).toBeUndefined();
    expect(await storedSecret?.verify(context, 'owner', 'correct horse', hash)).toBe(true);
    expect(await storedSecret?.verify(context, 'owner', 'battery staple', hash)).toBe(false);
    expect(await storedSecret?.verify(context, 'owner', 'correct horse', undefined)).toBe(false);
  });

  it('send a code by email and mask the address', async () => {
    const factors = { email: 'ada@example.com' } as unknown as Parameters<Factor['references']>[0];
    const address = examples.emailOtpFactor?.destination?.(factors);
    expect([await address?.decrypt(context.keys), address?.mask('ada@example.com')]).toEqual([
      'ada@example.com',
      'a***@example.com',
    ]);
  });
});
