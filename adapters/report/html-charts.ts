import { deepestFall } from './benchmark.js';
import { counted, fall, money, percentGain, whole } from './figures.js';
import { htmlTable } from './html-table.js';
import { figure, markup, trusted, type Markup } from './markup.js';
import type { CurveRow, ReplayDocument } from './replay-document.js';
import { vixText } from './wording.js';

/** Three charts with words for who cannot see them, and the month ends as a table. */
export const chartSection = (document: ReplayDocument): Markup =>
  document.curve.length === 0
    ? markup`<section id="charts"><h2>Course</h2><p>No session was replayed.</p></section>`
    : markup`<section id="charts"><h2>Course</h2>
<noscript><p class="note">The charts need JavaScript; the table below holds the month ends.</p></noscript>
${chart('equity', 'Equity beside the S&P 500 and Treasury bills', equityText(document), [line('equity', 'These rules'), line('index', 'S&P 500, price only'), line('treasury', 'Treasury bills'), ...marksOf(document)])}
${chart('drawdown', 'Drawdown from the highest equity', drawdownText(document), [line('equity', 'These rules'), line('index', 'S&P 500')])}
${chart('vix', 'VIX with its regimes', vixSummary(document), [line('equity', 'VIX at the close'), ...marksOf(document)])}
<p class="note interactive">Point, tap or use the arrow keys for values; drag to zoom, double-click to see it all.</p>
<details><summary>The same as a table: month ends</summary>${monthTable(document.curve)}</details></section>`;

const chart = (id: string, title: string, words: string, legend: ReadonlyArray<Markup>): Markup =>
  markup`<figure class="chart"><figcaption><h3>${title}</h3><ul class="legend">${legend}</ul></figcaption>
<div class="plot ${id}" data-chart="${id}" tabindex="0" role="img" aria-label="${title}. ${words}"></div></figure>
`;

const line = (kind: 'equity' | 'index' | 'treasury', label: string): Markup =>
  markup`<li><svg class="key ${kind}" viewBox="0 0 28 10" aria-hidden="true"><path d="M0 5H28"/></svg>${label}</li>`;

const mark = (path: string, kind: string, label: string): Markup =>
  markup`<li><svg class="key mark ${kind}" viewBox="0 0 12 10" aria-hidden="true"><path d="${trusted(path)}"/></svg>${label}</li>`;

const marksOf = ({ trades }: ReplayDocument): ReadonlyArray<Markup> => (trades.length === 0 ? [] : marks);

const marks = [
  mark('M6 1L11 9H1Z', 'entry', 'entry'),
  mark('M6 1.5a3.5 3.5 0 1 0 .01 0Z', 'won', 'exit, won'),
  mark('M2 1L10 9M10 1L2 9', 'lost', 'exit, lost'),
];

const equityText = ({ result, run }: ReplayDocument): string =>
  `From ${run.from} to ${run.to} equity went from ${money(result.startEquity)} to ${money(result.endEquity)}, ` +
  `${percentGain(result.return)}; the S&P 500 ${percentGain(result.indexReturn)}, Treasury bills ${percentGain(result.treasuryReturn)}. ` +
  `${counted(result.trades, 'trade')} marked.`;

const drawdownText = (document: ReplayDocument): string => {
  const { fraction, peak, trough } = document.result.maximumDrawdown;
  const index = deepestFall(document, 'index');
  const held = index === null ? 'never fell' : `at worst ${fall(index.fraction)}`;
  const own = fraction === 0 ? 'Equity never fell' : `At worst ${fall(fraction)}, from ${peak} to ${trough}`;
  return `${own}; the S&P 500 ${held}.`;
};

const vixSummary = ({ curve }: ReplayDocument): string => {
  const known = curve.flatMap(({ vix }) => (vix === null ? [] : [vix]));
  const days = (regime: CurveRow['regime']): string =>
    whole(curve.filter((row) => row.regime === regime).length);
  if (known.length === 0) return 'VIX was never known.';
  return (
    `Between ${vixText(Math.min(...known))} and ${vixText(Math.max(...known))}; ${days('complacent')} sessions complacent (below 15), ` +
    `${days('normal')} normal, ${days('elevated')} elevated (from 25), ${days('panic')} panic (from 40).`
  );
};

const monthTable = (curve: ReadonlyArray<CurveRow>): Markup =>
  htmlTable({
    caption: 'Month ends',
    columns: [
      { title: 'Date' },
      { title: 'Equity', numeric: true },
      { title: 'Drawdown', numeric: true },
      { title: 'S&P 500', numeric: true },
      { title: 'T-bills', numeric: true },
      { title: 'VIX', numeric: true },
      { title: 'Phase', numeric: true },
      { title: 'Open positions', numeric: true },
    ],
    rows: curve
      .filter(({ date }, at) => curve[at + 1]?.date.slice(0, 7) !== date.slice(0, 7))
      .map((row) => [
        row.date,
        money(row.equity),
        figure(fall(row.drawdown)),
        money(row.index),
        money(row.treasury),
        vixText(row.vix),
        row.phase,
        row.openPositions,
      ]),
    narrow: 'scroll',
  });
