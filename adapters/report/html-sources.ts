import { counted, gain, money, percent, whole } from './figures.js';
import { htmlTable } from './html-table.js';
import { markup, signedFigure, type Markup } from './markup.js';
import type { ReplayDocument } from './replay-document.js';
import { fewMark } from './statistics-wording.js';
import { ruleSetTitle } from './wording.js';

export const clockSection = ({ clockSensitivity }: ReplayDocument): Markup =>
  clockSensitivity.length === 0
    ? markup``
    : markup`<section id="clock"><h2>0DTE at other clock factors</h2>
<p class="note">The 0DTE variance clock is fitted on one real chain; these are the results had the factor been another.</p>
${htmlTable({
  caption: '0DTE by clock factor',
  columns: [
    { title: 'Factor', numeric: true },
    { title: 'Trades', numeric: true },
    { title: 'Profit', numeric: true },
    { title: 'Fees', numeric: true },
  ],
  rows: clockSensitivity.map(({ factor, trades, profit, fees }) => [
    factor.toFixed(2),
    `${whole(trades)}${fewMark(trades)}`,
    signedFigure(profit, gain(profit)),
    money(fees),
  ]),
  narrow: 'scroll',
})}</section>`;

export const coverageSection = ({ run }: ReplayDocument): Markup =>
  markup`<section id="data"><h2>Data by stretch</h2>
${htmlTable({
  caption: 'Series and their resolution',
  columns: [
    { title: 'Series' },
    { title: 'From' },
    { title: 'To' },
    { title: 'Resolution' },
    { title: 'Source' },
  ],
  rows: run.coverage.map(({ series, from, to, resolution, source }) => [
    series,
    from,
    to,
    resolution,
    source,
  ]),
  narrow: 'scroll',
})}
${
  run.defects.length === 0
    ? markup``
    : markup`<ul class="prose">${run.defects.map(({ series, what, count }) => markup`<li>${series}: ${what} (${whole(count)})</li>`)}</ul>`
}</section>`;

export const unknownSection = ({ run, unknown }: ReplayDocument): Markup =>
  markup`<section id="unknown"><h2>Unknown</h2>
<p>Some rule was unknown at ${counted(run.unknownSteps, 'step')} of ${whole(run.steps)}${run.steps === 0 ? '' : ` (${percent(run.unknownSteps / run.steps)})`}. Unknown blocks.</p>
${
  unknown.length === 0
    ? markup``
    : htmlTable({
        caption: 'Unknown facts',
        columns: [
          { title: 'Rule' },
          { title: 'Fact' },
          { title: 'Reason' },
          { title: 'Steps', numeric: true },
        ],
        rows: unknown.map(({ rule, fact, reason, steps }) => [
          markup`<code>${rule}</code>`,
          fact,
          reason,
          whole(steps),
        ]),
        narrow: 'stack',
      })
}</section>`;

export const ruleSetSection = ({ ruleSet }: ReplayDocument): Markup =>
  markup`<section id="rule-set"><h2>Rule set</h2>
<p>${ruleSetTitle(ruleSet)}</p><p class="digest">Digest <code>${ruleSet.digest}</code></p>
<p class="note">Charts by uPlot, MIT licence, Leon Sorokin.</p></section>`;
