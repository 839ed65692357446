import { counted } from './figures.js';
import { htmlTable } from './html-table.js';
import { figure, markup, type Markup } from './markup.js';
import type { ReplayDocument } from './replay-document.js';
import { bySeverity, verdictCounts, verdictText } from './wording.js';

/** Every limit at the end of the run, what blocks first. */
export const limitSection = ({ limits }: ReplayDocument): Markup =>
  markup`<section id="limits"><h2>Limits at the end</h2>
${
  limits.length === 0
    ? markup`<p>No limit was asked.</p>`
    : markup`<p class="note">${verdictCounts(limits)}</p>${htmlTable({
        caption: 'Limits',
        columns: [{ title: 'Rule' }, { title: 'Verdict' }, { title: 'State' }],
        rows: bySeverity(limits).map(({ rule, statement, verdict, text }) => [
          markup`<code>${rule}</code><span class="statement">${statement}</span>`,
          markup`<span class="verdict ${verdict}">${verdictText[verdict]}</span>`,
          figure(text),
        ]),
        narrow: 'stack',
      })}`
}</section>`;

export const modelledSection = ({ modelled }: ReplayDocument): Markup =>
  markup`<section id="modelled"><h2>Modelled, not observed</h2>
${
  modelled.length === 0
    ? markup`<p>Nothing: every quote was observed.</p>`
    : markup`<ul class="prose">${modelled.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`
}</section>`;

export const alertSection = ({ alerts, operator }: ReplayDocument): Markup =>
  markup`<section id="alerts"><h2>Alerts</h2>
${
  alerts.length === 0
    ? markup`<p>None.</p>`
    : htmlTable({
        caption: counted(alerts.length, 'alert'),
        columns: [{ title: 'At' }, { title: 'Severity' }, { title: 'Alert' }],
        rows: alerts.map(({ at, severity, text }) => [at, severity, text]),
        narrow: 'stack',
      })
}
${
  operator.length === 0
    ? markup``
    : markup`<h3>What the scripted operator did</h3>${htmlTable({
        caption: counted(operator.length, 'action'),
        columns: [{ title: 'At' }, { title: 'Action' }],
        rows: operator.map(({ at, action }) => [at, action]),
        narrow: 'stack',
      })}`
}</section>`;
