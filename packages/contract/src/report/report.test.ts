import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { vaultContract } from '../../test/support/contracts.ts';
import { sampleReport, seen } from '../../test/support/report.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { renderAnnotations } from './annotations.ts';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import { exitCodeOf, type Report } from './report.ts';
import { renderText } from './text.ts';
import { writeReport } from './write.ts';

let contract: ContractDocument;
let report: Report;
beforeAll(async () => {
  contract = await vaultContract();
  report = sampleReport(contract, [seen(200), seen(200, true), seen(200, true), seen(404)]);
});
const broken = (): Report => ({ ...report, outcome: 'could-not-run', reason: 'The target is down.' });

describe('the terminal report', () => {
  it('has a row per family, each violation once, and the outcome', () => {
    const text = renderText(report, { color: false });
    expect(text).toMatch(/^Boxes +\d+ +1 +1 +\d+ +[\d.]+ %$/m);
    expect(text).toContain(
      'getBox 200 · body.label: Response body property label must be <string> & "more" [type] (2 times)',
    );
    expect(text).toContain('FAILED required coverage: 100 %');
    expect(text).toContain('Does not conform. 1/3 scenarios, 1/2 negative cases, 4 exchanges in 1.2 s.');
    expect(text).toContain('Gateway overhead 1 ms a request (median)');
    expect(text).not.toContain('\u001b');
  });

  it('lists the responses with violations and says where the rest of a long list is', () => {
    const text = renderText(report, { color: false, limit: 3 });
    expect(text).toContain('Responses with violations: 1\n  getBox 200 application/json (2 of 3 responses)\n');
    expect(text).toMatch(/^ {2}… and \d+ more\. Write a report \(index\.html, report\.json\) to see all of them$/m);
  });

  it('has colours only when requested', () => {
    expect(renderText(report, { color: true })).toContain('\u001b[');
  });

  it('says in one line why the check could not run', () => {
    expect(renderText(broken(), { color: false })).toBe(
      'Vault 1.2.0 against http://127.0.0.1:4100\nCould not run: The target is down.\n',
    );
  });
});

describe('the JUnit report', () => {
  it('counts tests, failures and skips, and escapes text', () => {
    const xml = renderJunit(report);
    expect(xml).toContain('<testsuite name="scenarios" tests="3" failures="1" skipped="1">');
    expect(xml).toContain('<testsuite name="negative cases" tests="2" failures="1" skipped="0">');
    expect(xml).toContain('must be &lt;string&gt; &amp; &quot;more&quot;');
    expect(xml.match(/<testcase /g)).toHaveLength(8);
  });

  it('reports a run that could not start as an error', () => {
    expect(renderJunit(broken())).toContain('<error message="The target is down."/>');
  });
});

describe('the HTML report', () => {
  it('is one page without external resources', () => {
    const html = renderHtml(report);
    expect(html).not.toMatch(/(?:src|href)=/);
    expect(html).not.toMatch(/url\(/);
    expect(html).toContain("default-src 'none'");
  });

  it('shows the state of every cell and escapes text', () => {
    const html = renderHtml(report);
    const dots = html.match(/<i class="dot (valid|violating|unseen)" title/g) ?? [];
    expect(dots).toHaveLength(report.coverage.cells.length);
    expect(html).toContain('title="200 application/json: 1 valid, 2 violating"');
    expect(html).not.toContain('<string>');
  });
});

describe('the annotations', () => {
  it('are one workflow command per line', () => {
    const lines = renderAnnotations(report).trimEnd().split('\n');
    expect(lines.every((line) => /^::(error|notice) title=[^:,]+::/.test(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/^::notice title=Contract coverage::/);
  });
});

describe('a report', () => {
  it('gives the exit code: 0 conforms, 1 violations, 2 could not run', () => {
    expect(exitCodeOf({ ...report, outcome: 'conforms' })).toBe(0);
    expect(exitCodeOf(report)).toBe(1);
    expect(exitCodeOf(broken())).toBe(2);
  });

  it('is written as JSON, JUnit and HTML', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    const paths = await writeReport(report, join(folder, 'deep'));
    expect(paths.map((path) => path.split('/').at(-1))).toEqual(['report.json', 'junit.xml', 'index.html']);
    expect(JSON.parse(await readFile(paths[0] ?? '', 'utf8'))).toMatchObject({ seed: 42, outcome: 'violations' });
    await rm(folder, { recursive: true });
  });
});
