import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Writes dist/index.html: the reference of all operations in one file that needs no network.
const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = fileURLToPath(import.meta.resolve('@sca-kit/spec/openapi.json'));
if (!existsSync(bundle)) {
  process.stderr.write('The OpenAPI document is not bundled. Run npx -y pnpm@12 --filter @sca-kit/spec build.\n');
  process.exit(1);
}

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const draft = join(root, 'dist', `index.${process.pid}.html`);
mkdirSync(join(root, 'dist'), { recursive: true });
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    join(dirname(manifest), 'bin', 'cli.js'),
    'build-docs',
    bundle,
    '--inlineBundle',
    '--openapi.disableTelemetry',
    '--title=sca-kit API reference',
    `--output=${draft}`,
  ],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  },
);
if (status !== 0) {
  rmSync(draft, { force: true });
  process.stderr.write(stdout + stderr);
  process.exit(1);
}

// The viewer would fetch the logo of Redocly, and icons if the document named any. The logo is embedded, and the policy
// blocks all other requests, also when the file is opened from disk.
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
].join('; ');
const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="16"><text y="12" font-family="sans-serif" font-size="12">Redocly</text></svg>',
)}`;
const page = readFileSync(draft, 'utf8')
  .replace(/<meta charset="utf-?8"\s*\/?>/i, `$&\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, logo);
writeFileSync(draft, page);
// Renamed at the end, so that a reader never sees an incomplete page.
renameSync(draft, join(root, 'dist', 'index.html'));
process.stdout.write('apps/docs/dist/index.html\n');
