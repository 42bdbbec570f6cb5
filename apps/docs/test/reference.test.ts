import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8');
const bundle: { readonly paths: Record<string, Record<string, { readonly operationId?: string }>> } = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json')), 'utf8'),
);

/** The page without the text of its scripts, which contains strings that look like markup. */
const markup = page.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1');

test('the API reference has its own title', () => {
  expect(page).toContain('<title>sca-kit API reference</title>');
});

test('the API reference contains every operation of the OpenAPI document', () => {
  const operationIds = Object.values(bundle.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId }) => operationId ?? []);
  expect(operationIds.length).toBeGreaterThan(0);
  expect(operationIds.filter((id) => !page.includes(`"operationId":${JSON.stringify(id)}`))).toEqual([]);
});

test('the API reference loads no script, style, font, image or frame from a URL', () => {
  expect(markup).toContain('<script');
  expect(
    markup.match(/<(script|img|iframe|object|embed|source|video|audio)\b[^>]*\b(src|data|srcset)=[^>]*>/g),
  ).toBeNull();
  expect(markup.match(/<link\b[^>]*>/g)).toBeNull();
  expect(markup.match(/@import|url\(\s*['"]?(https?:)?\/\//g)).toBeNull();
});

test('the content security policy of the API reference blocks the network', () => {
  const policy = markup.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|'self'|connect-src/);
  expect(page).not.toContain('cdn.redoc.ly');
});

test('the viewer of the API reference has its telemetry disabled', () => {
  expect(page).toContain('"disableTelemetry":true');
  expect(page).not.toContain('"disableTelemetry":false');
});
