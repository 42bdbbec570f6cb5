import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS_PAGE, errorsPage } from '../scripts/errors-page.ts';

test('the page of error codes matches the error catalogues', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8')).toBe(errorsPage());
});
