import { FACTOR_CONFLICTS, type FactorErrorCode, SCA_ERRORS, ScaError, type ScaErrorCode } from '@sca-kit/engine';
import { ApiError, REQUEST_ERRORS, RequestError, type RequestErrorCode, renderError } from '@sca-kit/hono';
import { DEMO_ERRORS } from '../src/demo-resources/demo-error.ts';
import { PUBLIC_KEY_ERRORS } from '../src/handlers/public-key-error.ts';

/** Where the page of error codes is. */
export const ERRORS_PAGE: URL = new URL('../../docs/pages/errors.md', import.meta.url);

type Row = readonly [code: string, status: number, message: string];

const keysOf = <Key extends string>(catalogue: Readonly<Record<Key, unknown>>) => Object.keys(catalogue) as Key[];

const engineErrors: readonly ScaError[] = keysOf<ScaErrorCode>(SCA_ERRORS).map((code) => new ScaError(code));
const requestErrors: readonly RequestError[] = keysOf<RequestErrorCode>(REQUEST_ERRORS).map(
  (code) => new RequestError(code),
);
const apiErrors = (catalogue: Readonly<Record<string, readonly [number, string]>>): readonly ApiError[] =>
  Object.entries(catalogue).map(([code, [status, message]]) => new ApiError(code, status, message));
const internalError = new Error();

/** Errors of the engine that only the other two families have. */
const OTHER_FAMILIES: readonly string[] = [
  'factor.conflict',
  'step.up.required',
  'login.failed',
  'oauth.invalid_client',
  'oauth.invalid_grant',
  'oauth.invalid_code',
];

/** The family of v1, v2 and the sandbox. Its two catalogues share some codes, such as `token.invalid`. */
function errorsRows(): readonly Row[] {
  const errors = [
    ...engineErrors.filter(({ code }) => !OTHER_FAMILIES.includes(code)),
    ...requestErrors.filter(({ code }) => !/^jw[es]_error$/.test(code)),
    ...apiErrors(DEMO_ERRORS),
    internalError,
  ];
  return unique(
    errors.map((error) => {
      const { status, body } = renderError('standard', error);
      const [entry] = (body as { readonly errors: readonly { readonly code: string; readonly message: string }[] })
        .errors;
      return [entry?.code ?? '', status, entry?.message ?? ''];
    }),
  );
}

function factorRows(): readonly Row[] {
  const conflicts = keysOf<FactorErrorCode>(FACTOR_CONFLICTS).map((errorCode) => ({
    error: new ScaError('factor.conflict', { errorCode }),
    message: FACTOR_CONFLICTS[errorCode],
  }));
  const rights = (['step.up.required', 'access.denied'] as const).map((code) => {
    const error = new ScaError(code);
    return { error, message: error.message };
  });
  return [...conflicts, ...rights].map(({ error, message }) => {
    const { status, body } = renderError('factor', error);
    return [(body as { readonly errorCode: string }).errorCode, status, message];
  });
}

function oauthRows(): readonly Row[] {
  const basic = { 'WWW-Authenticate': 'Basic' };
  const grantType = { path: '/body/grant_type', message: 'is not supported.', keyword: 'discriminator' };
  const errors = [
    ...(
      [
        'oauth.invalid_client',
        'oauth.invalid_grant',
        'oauth.invalid_code',
        'rate.limit.reached',
        'service.unavailable',
      ] as const
    ).map((code) => new ScaError(code)),
    ...requestErrors,
    new RequestError('authentication.required', REQUEST_ERRORS['authentication.required'].message, { headers: basic }),
    new RequestError('request.invalid', undefined, { issues: [grantType] }),
    ...apiErrors(PUBLIC_KEY_ERRORS),
    internalError,
  ];
  return unique(
    errors.map((error) => {
      const { status, body } = renderError('oauth', error);
      const { error: code, error_description: message } = body as Readonly<
        Record<'error' | 'error_description', string>
      >;
      return [code, status, message];
    }),
  );
}

/** Keeps the first row of each code and status. */
function unique(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(([code, status]) => {
    const key = `${code} ${status}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Writes a table in the order of the statuses, with columns of even width. */
function table(title: string, rows: readonly Row[]): string {
  const sorted = rows.toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const cells = [
    [title, 'status', 'message'],
    ...sorted.map(([code, status, text]) => [`\`${code}\``, `${status}`, text]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n');
}

/** Returns the page of error codes as Markdown, made from the catalogues of engine, HTTP layer and server. */
export function errorsPage(): string {
  return `# Error codes

Every error response has one of three formats, depending on the operation. Codes and statuses are stable. A message may
be more specific than the one in the table.

\`npx -y pnpm@12 --filter @sca-kit/server write:errors-page\` writes this page from the catalogues in the code. A test
compares the two: [errors-page.test.ts](../../server/test/errors-page.test.ts): \`the page of error codes matches the error catalogues\`.

## v1, v2, demo resources and sandbox

The body is \`{"errors":[{"code","message","path"}]}\`. A \`request.invalid\` has one entry for each issue, with the JSON
pointer \`path\` of the value.

${table('`code`', errorsRows())}

## Additional Factors

A 409 and a 403 about rights have the body \`{"errorCode"}\`, without a message:

${table('`errorCode`', factorRows())}

Every other error has the status of the first table and the body \`{"message"}\`. A 400 adds \`syntaxErrors.invalidFields\`,
with \`fieldName\`, \`error\` and \`params\` (the path of its parent) for each issue. A login with a wrong e-mail address or
password is a 403 with \`{"message"}\`.

## OAuth and JOSE

The body is \`{"error","error_description"}\` (RFC 6749 §5.2). Operations of the other families use it too for
\`jwe_error\` and \`jws_error\`.

${table('`error`', oauthRows())}

## Headers

| status | headers                                                                                                      |
| ------ | ------------------------------------------------------------------------------------------------------------ |
| 401    | \`WWW-Authenticate\`                                                                                           |
| 403    | \`x-2fa-approval-result\`; with \`sca.required\` also \`x-2fa-approval\`, a one-time token                         |
| 405    | \`Allow\`                                                                                                      |
| 429    | \`Retry-After\` in seconds; \`X-Rate-Limited-By\` (Additional Factors: \`x-ratelimit-limit\`, \`x-ratelimit-reset\`) |
| 503    | \`Retry-After\` in seconds, if it is known                                                                     |
`;
}
