/** The style sheet of the HTML report; colours follow the reader's light or dark setting. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5d6b7c;--paper:#f6f7f9;--card:#fff;--line:#e1e5ea;--ok:#1a8754;
--bad:#cf2d3f;--none:#c9d0d8;--warn:#a66a00;--accent:#2f5bea;--okbg:#e3f4eb;--badbg:#fce8ea;--warnbg:#fdf2dc}
@media (prefers-color-scheme:dark){:root{--ink:#e7ecf2;--soft:#97a5b5;--paper:#11161d;--card:#19202a;--line:#2a3441;
--ok:#45c98a;--bad:#ff6b7a;--none:#3b4755;--warn:#e8b04b;--accent:#7f9dff;--okbg:#16352a;--badbg:#3d1f26;--warnbg:#3a2f17}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:1240px;margin:0 auto;padding:32px 24px 80px}h1{font-size:26px;margin:0;letter-spacing:-.01em}
h2{font-size:18px;margin:44px 0 12px}h2 small,.soft{color:var(--soft);font-weight:400;font-size:14px}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
.top{display:flex;gap:28px;align-items:center;flex-wrap:wrap}.top>div:first-child{flex:1 1 420px}
.verdict{display:inline-block;padding:4px 12px;border-radius:99px;font-weight:600;font-size:14px;margin:10px 0 0}
.verdict.ok{background:var(--okbg);color:var(--ok)}.verdict.bad{background:var(--badbg);color:var(--bad)}
.ring{width:132px;height:132px}.ring text{font-weight:650;fill:var(--ink)}.ring .sub{font-weight:400;fill:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:26px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:14px 16px}
.card b{display:block;font-size:22px;letter-spacing:-.01em}.card.bad b{color:var(--bad)}.card span{color:var(--soft);font-size:13px}
.bars{display:grid;gap:8px}.bar{display:grid;grid-template-columns:240px 1fr 150px;gap:14px;align-items:center}
.track{display:flex;height:12px;border-radius:6px;overflow:hidden;background:var(--none)}.track i{display:block}
.track .v{background:var(--ok)}.track .x{background:var(--bad)}.bar .n{color:var(--soft);font-size:13px;text-align:right}
.tools{display:flex;gap:10px;flex-wrap:wrap;margin-bottom:12px}.tools input{flex:1 1 260px;padding:9px 12px;border-radius:9px;
border:1px solid var(--line);background:var(--card);color:inherit;font:inherit}.tools label{display:flex;gap:6px;align-items:center;color:var(--soft)}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px;margin-bottom:16px}
table{border-collapse:collapse;width:100%}th,td{padding:6px 9px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}thead th{font-weight:600;color:var(--soft);font-size:12.5px;white-space:nowrap}
.matrix th.s,.matrix td.s{text-align:center;width:44px;padding:6px 4px}.matrix td.op{position:sticky;left:0;background:var(--card);min-width:300px}
.matrix td.op span{display:block;color:var(--soft);font-size:12px}.dot{display:inline-block;width:18px;height:18px;border-radius:5px;margin:1px;
vertical-align:middle}.dot.valid{background:var(--ok)}.dot.violating{background:var(--bad)}.dot.unseen{background:transparent;border:2px dashed var(--none)}
.legend{display:flex;gap:18px;color:var(--soft);font-size:13px;margin:0 0 14px;flex-wrap:wrap}
.tag{display:inline-block;padding:1px 8px;border-radius:99px;font-size:12px;font-weight:600;white-space:nowrap}
.tag.failed,.tag.response{background:var(--badbg);color:var(--bad)}.tag.passed{background:var(--okbg);color:var(--ok)}
.tag.skipped,.tag.request{background:var(--warnbg);color:var(--warn)}details summary{cursor:pointer;color:var(--accent);margin:6px 0}
.hide{display:none}@media (max-width:720px){.bar{grid-template-columns:1fr}.bar .n{text-align:left}}
@media print{.tools{display:none}body{background:#fff}}
`;

/** Narrows the matrix as the reader types. */
export const SCRIPT = `
const input=document.querySelector('#filter'),open=document.querySelector('#open');
const apply=()=>{const text=input.value.toLowerCase();for(const row of document.querySelectorAll('.matrix tbody tr'))
row.classList.toggle('hide',!row.dataset.text.includes(text)||(open.checked&&row.dataset.open!=='1'));
for(const block of document.querySelectorAll('.family'))block.classList.toggle('hide',!block.querySelector('tbody tr:not(.hide)'));};
input?.addEventListener('input',apply);open?.addEventListener('change',apply);
`;
