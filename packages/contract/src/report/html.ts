import type { Cell, Tally } from '../coverage/coverage.ts';
import { SCRIPT, STYLE } from './html-style.ts';
import { escapeXml } from './junit.ts';
import { failures, type Report, type ViolationGroup } from './report.ts';

/**
 * Renders a report as one HTML page without external resources.
 *
 * @example
 * await writeFile('index.html', renderHtml(report));
 */
export function renderHtml(report: Report): string {
  const { title, version } = report.contract;
  const name = escapeXml(`${title} ${version}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Contract report · ${name}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${head(report, name)}
${cards(report)}
${report.outcome === 'could-not-run' ? '' : [bars(report), violations(report.violations), failed(report), matrices(report.coverage.cells), skipped(report)].join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const VERDICTS = { conforms: 'Conforms', violations: 'Does not conform', 'could-not-run': 'Could not run' } as const;

function head(report: Report, name: string): string {
  const good = report.outcome === 'conforms';
  return `<div class="top"><div>
<h1>${name}</h1>
<div class="soft">against <code>${escapeXml(report.target)}</code> · ${escapeXml(report.startedAt)} · ${(report.durationMs / 1000).toFixed(1)} s · seed ${report.seed}</div>
<span class="verdict ${good ? 'ok' : 'bad'}">${VERDICTS[report.outcome]}</span>
${report.lacks.map((lack) => `<p>${escapeXml(lack)}</p>`).join('\n')}
${report.reason ? `<p>${escapeXml(report.reason)}</p>` : ''}
</div>${report.outcome === 'could-not-run' ? '' : ring(report.coverage.overall)}</div>`;
}

/** A ring of three arcs: valid, violating, unseen. */
function ring({ total, valid, violating, percent }: Tally): string {
  const round = 2 * Math.PI * 52;
  const share = (count: number): number => (total === 0 ? 0 : (count / total) * round);
  const arc = (color: string, length: number, offset: number): string =>
    `<circle cx="66" cy="66" r="52" fill="none" stroke="var(${color})" stroke-width="13" stroke-dasharray="${length.toFixed(2)} ${round.toFixed(2)}" stroke-dashoffset="${(-offset).toFixed(2)}" transform="rotate(-90 66 66)"/>`;
  return `<svg class="ring" viewBox="0 0 132 132" role="img" aria-label="${percent} per cent covered">
${arc('--none', round, 0)}${arc('--ok', share(valid), 0)}${arc('--bad', share(violating), share(valid))}
<text x="66" y="66" text-anchor="middle" font-size="25">${percent}%</text><text class="sub" x="66" y="85" text-anchor="middle" font-size="12">covered</text></svg>`;
}

function cards(report: Report): string {
  const passed = (list: readonly { outcome: string }[]): string =>
    `${list.filter(({ outcome }) => outcome === 'passed').length} / ${list.length}`;
  const bad = failures(report);
  const card = (value: string | number, label: string, isBad = false): string =>
    `<div class="card${isBad ? ' bad' : ''}"><b>${value}</b><span>${label}</span></div>`;
  return `<div class="cards">
${card(report.violations.length, 'distinct violations', report.violations.length > 0)}
${card(passed(report.scenarios), 'scenarios passed', bad.scenarios.length > 0)}
${card(passed(report.negatives), 'negative cases rejected', bad.negatives.length > 0)}
${card(report.coverage.overall.unseen, 'documented responses not seen')}
${card(report.timing.exchanges, 'exchanges validated')}
${card(`${report.timing.overheadMedianMs} ms`, `gateway overhead (median); target ${report.timing.targetMedianMs} ms`)}
</div>`;
}

function bars(report: Report): string {
  const row = (name: string, { total, valid, violating, percent }: Tally): string => {
    const width = (count: number): string => `${total === 0 ? 0 : (count / total) * 100}%`;
    return `<div class="bar"><span>${escapeXml(name)}</span><span class="track"><i class="v" style="width:${width(valid)}"></i><i class="x" style="width:${width(violating)}"></i></span><span class="n">${percent} % of ${total}</span></div>`;
  };
  const gates = report.gates.map(({ requirement, reached, passed }) => {
    const what = escapeXml(requirement.family ?? 'everything');
    return `<p><span class="tag ${passed ? 'passed' : 'failed'}">${passed ? 'passed' : 'failed'}</span> required coverage of ${what}: ${requirement.percent} %, measured ${reached} %</p>`;
  });
  const rows = report.coverage.families.map((tally) => row(tally.family, tally));
  return `<h2>Coverage <small>operation × status × media type</small></h2><div class="bars">${rows.join('\n')}</div>${gates.join('\n')}`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (list: readonly string[], tag: string): string =>
    list.map((each) => `<${tag}>${each}</${tag}>`).join('');
  return `<div class="scroll"><table><thead><tr>${cells(headings, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table></div>`;
}

const code = (text: string): string => `<code>${escapeXml(text)}</code>`;
const tag = (kind: string): string => `<span class="tag ${kind}">${kind}</span>`;

function violations(groups: readonly ViolationGroup[]): string {
  if (groups.length === 0) return '';
  const rows = groups.map(
    ({ violation: { operationId, method, path, side, status, location, message, code: kind }, count }) => [
      code(operationId ?? `${method} ${path}`),
      tag(side),
      String(status ?? ''),
      code(location),
      escapeXml(message),
      code(kind),
      String(count),
    ],
  );
  return `<h2>Violations <small>${groups.length} distinct</small></h2>${table(['Operation', 'Side', 'Status', 'Location', 'Message', 'Code', 'Count'], rows)}`;
}

function failed(report: Report): string {
  const { scenarios, negatives } = failures(report);
  const rows = [
    ...scenarios.map((each) => [
      'scenario',
      code(each.operationId),
      each.status,
      escapeXml(each.name),
      escapeXml(each.reason ?? ''),
    ]),
    ...negatives.map((each) => [
      'negative case',
      code(each.operationId ?? 'routing'),
      String(each.status ?? ''),
      escapeXml(each.name),
      escapeXml(each.reason ?? ''),
    ]),
  ];
  return rows.length === 0
    ? ''
    : `<h2>Failed <small>${rows.length}</small></h2>${table(['Kind', 'Operation', 'Status', 'Name', 'Reason'], rows)}`;
}

function skipped(report: Report): string {
  const rows = report.scenarios
    .filter(({ outcome }) => outcome === 'skipped')
    .map((each) => [code(each.operationId), each.status, escapeXml(each.name), escapeXml(each.reason ?? '')]);
  if (rows.length === 0) return '';
  return `<details><summary>Skipped scenarios: ${rows.length}</summary>${table(['Operation', 'Status', 'Name', 'Reason'], rows)}</details>`;
}

function matrices(cells: readonly Cell[]): string {
  const families = Map.groupBy(cells, ({ family }) => family);
  const blocks = [...families].map(
    ([family, list]) => `<section class="family"><h2>${escapeXml(family)}</h2>${matrix(list)}</section>`,
  );
  return `<h2>Documented responses</h2>
<div class="tools"><input id="filter" type="search" placeholder="Filter by operation, path or status" aria-label="Filter"><label><input id="open" type="checkbox"> Only responses that are missing or violating</label></div>
<div class="legend"><span><i class="dot valid"></i> seen and valid</span><span><i class="dot violating"></i> seen and violating</span><span><i class="dot unseen"></i> not seen</span></div>
${blocks.join('\n')}`;
}

function matrix(cells: readonly Cell[]): string {
  const statuses = [...new Set(cells.map(({ status }) => status))].sort();
  const rows = [...Map.groupBy(cells, ({ operationId }) => operationId).values()].map((list) =>
    matrixRow(list, statuses),
  );
  const headings = statuses.map((status) => `<th class="s">${escapeXml(status)}</th>`).join('');
  return `<div class="scroll"><table class="matrix"><thead><tr><th>Operation</th>${headings}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function matrixRow(cells: readonly Cell[], statuses: readonly string[]): string {
  const [first] = cells;
  if (!first) return '';
  const { operationId, method, path } = first;
  const columns = statuses.map((status) => {
    const dots = cells.filter((cell) => cell.status === status).map(dot);
    return `<td class="s">${dots.join('')}</td>`;
  });
  const text = escapeXml(
    `${operationId} ${method} ${path} ${cells.map(({ status }) => status).join(' ')}`.toLowerCase(),
  );
  const isOpen = cells.some(({ state }) => state !== 'valid') ? '1' : '0';
  return `<tr data-text="${text}" data-open="${isOpen}"><td class="op"><code>${escapeXml(operationId)}</code><span class="mono">${method} ${escapeXml(path)}</span></td>${columns.join('')}</tr>`;
}

function dot({ state, status, mediaType, valid, violating }: Cell): string {
  const counts = state === 'unseen' ? 'not seen' : `${valid} valid, ${violating} violating`;
  const label = escapeXml(`${status} ${mediaType === '' ? 'no body' : mediaType}: ${counts}`);
  return `<i class="dot ${state}" title="${label}" role="img" aria-label="${label}"></i>`;
}
