import type { Result } from '../measure.ts';
import { linesOf } from './render.ts';
import type { Report } from './report.ts';

const WIDTH = 820;
const BAR = { left: 330, width: 330, height: 12, row: 34 } as const;
/** Ratios to the target from a tenth to ten times. */
const DECADES = 1;

/** Renders how far each row with a target is from it, as SVG with a logarithmic scale. To the right of the line is better. */
export function renderChart(report: Report): string {
  const bars = report.benchmarks.flatMap((benchmark) =>
    linesOf(benchmark).flatMap((line, at) => {
      const result = benchmark.results[at];
      return result?.target ? [{ line, share: shareOfTarget(result), met: result.met }] : [];
    }),
  );
  const height = 60 + bars.length * BAR.row;
  const zero = BAR.left + BAR.width / 2;
  const rows = bars.map(({ line, share, met }, at) => {
    const y = 44 + at * BAR.row;
    const length = (Math.max(-DECADES, Math.min(DECADES, Math.log10(share))) / DECADES) * (BAR.width / 2);
    const [x, width] = length < 0 ? [zero + length, -length] : [zero, length];
    return [
      `<text x="8" y="${y + 6}">${escapeText(line.name)}</text>`,
      `<text x="8" y="${y + 20}" class="what">${escapeText(shorten(line.what))}</text>`,
      `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(1, width).toFixed(1)}" height="${BAR.height}" class="${met ? 'met' : 'missed'}"/>`,
      `<text x="${BAR.left + BAR.width + 10}" y="${y + 10}">${escapeText(`${line.result || line.ours.replace(/ ±.*/, '')} (${line.wanted})`)}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">
<style>text{fill:#24292f}.what{fill:#57606a;font-size:10px}.met{fill:#1a7f37}.missed{fill:#cf222e}line{stroke:#57606a}</style>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="8" y="20">${escapeText(report.machine)}</text>
<text x="${zero}" y="36" text-anchor="middle" class="what">worse ← target → better, from a tenth to ten times</text>
${rows.join('\n')}
<line x1="${zero}" y1="40" x2="${zero}" y2="${height - 12}"/>
</svg>
`;
}

/** 1 on target, above 1 better. */
function shareOfTarget({ figure, target }: Result): number {
  if (!target) return 1;
  // A difference of zero or below is as good as it can be.
  const share = target.bound === '≥' ? figure / target.value : target.value / Math.max(figure, 1e-9);
  return Math.max(share, 1e-9);
}

const shorten = (text: string): string => (text.length > 62 ? `${text.slice(0, 61)}…` : text);

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
