import { counted, whole } from './figures.js';
import { htmlTable } from './html-table.js';
import { bar, figure, markup, type Content, type Markup } from './markup.js';
import type { Funnel, FunnelRow, OpportunityRow, ReplayDocument, StrategyFacts } from './replay-document.js';
import { strategyStatistics, type Statistic } from './statistics-wording.js';
import { nearestText, vixText, zeroDayDates, zeroDayStrategy } from './wording.js';

export const strategySections = ({ strategies, trades }: ReplayDocument): Markup =>
  markup`<section id="strategies"><h2>Why each strategy traded as often as it did</h2>
${strategies.map(
  (strategy) => markup`<article class="strategy"><h3>${strategy.title} <code>${strategy.id}</code></h3>
<div class="columns"><div>${statisticList(strategy.trades === 0 ? [] : strategyStatistics(strategy, trades))}</div>
<div>${stages(strategy.funnel)}</div></div>
${stoppedTable(strategy.funnel)}${strategy.id === zeroDayStrategy ? dateTables(strategy) : markup``}</article>
`,
)}</section>`;

const statisticList = (statistics: ReadonlyArray<Statistic>): Markup =>
  statistics.length === 0
    ? markup`<p><b>It did not trade.</b> The table below says which rule stopped each opportunity.</p>`
    : markup`<dl class="statistics">${statistics.map(
        ({ label, value, note }) =>
          markup`<div><dt>${label}</dt><dd><b>${figure(value)}</b>${note === null ? null : markup` <small>${note}</small>`}</dd></div>`,
      )}</dl>`;

const stages = (funnel: Funnel): Markup => {
  const stage = (label: string, count: number): Markup =>
    markup`<li><span>${label}</span>${bar(funnel.opportunities === 0 ? 0 : count / funnel.opportunities)}<b>${whole(count)}</b></li>`;
  return markup`<ol class="stages">${stage('Opportunities', funnel.opportunities)}${stage('Proposed', funnel.proposed)}${stage('Ordered', funnel.ordered)}${stage('Filled', funnel.filled)}</ol>
<p class="note">An opportunity is a session in which the strategy looks; the rules were asked ${counted(funnel.evaluations, 'time')}.</p>`;
};

const stoppedTable = ({ stoppedBy, opportunities }: Funnel): Markup =>
  stoppedBy.length === 0
    ? markup`<p>No rule stopped it.</p>`
    : htmlTable({
        caption: 'Rules that stopped it',
        columns: [
          { title: 'Stopped by' },
          { title: 'Sessions', numeric: true },
          { title: 'Alone', numeric: true },
          { title: 'Unknown', numeric: true },
          { title: 'Nearest to passing' },
        ],
        rows: stoppedBy.map((row) => stoppedRow(row, opportunities)),
        narrow: 'stack',
      });

const stoppedRow = (row: FunnelRow, opportunities: number): ReadonlyArray<Content> => [
  markup`<code>${row.rule}</code><span class="statement">${row.statement}</span>`,
  markup`${whole(row.sessions)}${bar(opportunities === 0 ? 0 : row.sessions / opportunities)}`,
  markup`${whole(row.alone)}${bar(opportunities === 0 ? 0 : row.alone / opportunities, 'part')}`,
  whole(row.unknown),
  row.nearest === null
    ? 'not a number'
    : markup`<span class="pair"><span>${figure(nearestText(row.nearest))}</span><span class="second">${row.nearest.at}</span></span>`,
];

const dateTables = ({ funnel }: StrategyFacts): Markup => {
  const { above, unknown, below } = zeroDayDates(funnel.dates);
  return markup`<h4>${counted(above.length, 'date')} with VIX above 22</h4>
<p class="note">On ${counted(below, 'date')} it was at or below, on ${whole(unknown)} unknown.</p>
${above.length === 0 ? markup`` : dateTable('0DTE dates with VIX above 22', above)}
<details><summary>Every date on which it looked</summary>${dateTable('Every 0DTE date', funnel.dates)}</details>`;
};

const dateTable = (caption: string, dates: ReadonlyArray<OpportunityRow>): Markup =>
  htmlTable({
    caption,
    columns: [{ title: 'Date' }, { title: 'VIX', numeric: true }, { title: 'Outcome' }, { title: 'Rule' }],
    rows: dates.map(({ date, vix, outcome, blockedBy }) => [
      date,
      vixText(vix),
      markup`<span class="outcome ${outcome}">${outcome}</span>`,
      blockedBy.join(', '),
    ]),
    narrow: 'scroll',
  });
