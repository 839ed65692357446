import { deepestFall } from './benchmark.js';
import { counted, fall, gain, money, percentGain, whole } from './figures.js';
import { htmlTable } from './html-table.js';
import { figure, markup, signedFigure, type Content, type Markup } from './markup.js';
import type { ReplayDocument } from './replay-document.js';
import { fewMark, sharpeStatistic, wonAndLost } from './statistics-wording.js';
import { fillsText, isDerived, operatorText, parameterValue, ruleSetTitle } from './wording.js';

/** Title, what stands still for good, and the key figures, in that order. */
export const headerSection = (document: ReplayDocument): Markup => {
  const { ruleSet, run } = document;
  const kicker = isDerived(ruleSet) ? 'Replay of a derived rule set' : 'Replay';
  return markup`<header>
<p class="kicker">${kicker}</p>
<h1>Tom King rules: ${ruleSetTitle(ruleSet)}</h1>
<p class="lead">${run.from} to ${run.to}. ${counted(run.sessions, 'session')} after ${whole(run.warmUpSessions)} of warm-up, ${money(run.capital)}, ${run.strategies.join(', ')}; ${fillsText[run.fills]}; ${operatorText[run.operator]}.</p>
${absorbingBanner(document)}
${keyFigures(document)}
</header>`;
};

/** The parameters in which a derived rule set differs; nothing for a bundled one. */
export const derivationSection = ({ ruleSet }: ReplayDocument): Markup =>
  isDerived(ruleSet)
    ? markup`<section id="derived"><h2>What this derived rule set changes</h2>
${htmlTable({
  caption: 'Parameters that differ',
  columns: [
    { title: 'Parameter' },
    { title: ruleSet.derivedFrom ?? '', numeric: true },
    { title: 'Here', numeric: true },
  ],
  rows: ruleSet.differences.map(({ parameter, from, to, unit }) => [
    markup`<code>${parameter}</code>`,
    parameterValue(from, unit),
    parameterValue(to, unit),
  ]),
  narrow: 'scroll',
})}</section>`
    : markup``;

const absorbingBanner = ({ absorbing }: ReplayDocument): Markup =>
  absorbing.length === 0
    ? markup`<p class="calm"><b>No absorbing state.</b> No lock outlasts the run.</p>`
    : markup`<section class="banner" aria-label="Absorbing states"><h2>${absorbing.length === 1 ? 'An absorbing state holds' : `${whole(absorbing.length)} absorbing states hold`}</h2>
<ul>${absorbing.map(
        ({ what, since, wayOut }) =>
          markup`<li><p><b>${what}</b>, since ${since}.</p><p>Way out: ${wayOut}</p></li>`,
      )}</ul></section>`;

const keyFigures = (document: ReplayDocument): Markup => {
  const { result } = document;
  const sharpe = sharpeStatistic(document);
  const worst = result.maximumDrawdown;
  return markup`<dl class="figures">
${keyFigure('Equity at the end', figure(money(result.endEquity)), `from ${money(result.startEquity)}; fees ${money(result.fees)}`)}
${keyFigure('Return', signedFigure(result.return, percentGain(result.return)), `realised ${gain(result.realised)}, unrealised ${gain(result.unrealised)}`)}
${keyFigure('S&P 500, price only', figure(percentGain(result.indexReturn)), heldText(document, 'index'))}
${keyFigure('Treasury bills', figure(percentGain(result.treasuryReturn)), heldText(document, 'treasury'))}
${keyFigure('Maximum drawdown', figure(fall(worst.fraction)), worst.fraction === 0 ? '' : markup`<span class="whole">${worst.peak}</span> to <span class="whole">${worst.trough}</span>`)}
${keyFigure('Trades', markup`${whole(result.trades)}${fewMark(result.trades)}`, markup`${wonAndLost(result)}; ${sharpe.label} ${sharpe.value}${sharpe.note === null ? '' : ` (${sharpe.note})`}`)}
</dl>`;
};

const keyFigure = (label: string, value: Markup, note: Content): Markup =>
  markup`<div><dt>${label}</dt><dd><strong>${value}</strong><small>${note}</small></dd></div>`;

const heldText = (document: ReplayDocument, column: 'index' | 'treasury'): Markup => {
  const last = document.curve.at(-1);
  const worst = deepestFall(document, column);
  if (last === undefined) return markup``;
  return markup`${money(last[column])}; ${worst === null ? 'never fell' : markup`drawdown ${figure(fall(worst.fraction))}`}`;
};
