import { counted, gain, money, percent, whole } from './figures.js';
import type { Paint } from './paint.js';
import type { LimitState } from './replay-document.js';
import { fewMark } from './statistics-wording.js';
import type { Section } from './terminal-section.js';
import { textTable, wrap } from './text-table.js';
import { bySeverity, verdictCounts, verdictText } from './wording.js';

export const limitLines: Section = ({ limits }, width, paint) =>
  limits.length === 0
    ? ['No limit was asked.']
    : [
        verdictCounts(limits),
        ...textTable(
          [{ title: 'Rule' }, { title: 'Verdict' }, { title: 'State', flexible: true }],
          bySeverity(limits).map(({ rule, statement, verdict, text }) => ({
            cells: [rule, brushOf(verdict, paint)(verdictText[verdict]), text],
            below: verdict === 'Pass' || verdict === 'NotApplicable' ? [] : [statement],
          })),
          width,
          paint.dim,
        ),
      ];

export const coverageLines: Section = ({ run }, width, paint) => [
  ...textTable(
    [
      { title: 'Series' },
      { title: 'From' },
      { title: 'To' },
      { title: 'Resolution' },
      { title: 'Source', flexible: true },
    ],
    run.coverage.map(({ series, from, to, resolution, source }) => ({
      cells: [series, from, to, resolution, source],
    })),
    width,
    paint.dim,
  ),
  ...run.defects.flatMap(({ series, what, count }) =>
    wrap(`! ${series}: ${what} (${whole(count)})`, width).map(paint.warning),
  ),
];

export const clockLines: Section = ({ clockSensitivity }, width, paint) =>
  clockSensitivity.length === 0
    ? []
    : textTable(
        [
          { title: 'Factor', align: 'right' },
          { title: 'Trades', align: 'right' },
          { title: 'Profit', align: 'right' },
          { title: 'Fees', align: 'right' },
        ],
        clockSensitivity.map(({ factor, trades, profit, fees }) => ({
          cells: [factor.toFixed(2), `${whole(trades)}${fewMark(trades)}`, gain(profit), money(fees)],
        })),
        width,
        paint.dim,
      );

export const unknownLines: Section = ({ run, unknown }, width, paint) => [
  `Some rule was unknown at ${counted(run.unknownSteps, 'step')} of ${whole(run.steps)}` +
    (run.steps === 0 ? '' : ` (${percent(run.unknownSteps / run.steps)})`),
  ...(unknown.length === 0
    ? []
    : textTable(
        [{ title: 'Rule' }, { title: 'Fact and reason', flexible: true }, { title: 'Steps', align: 'right' }],
        unknown.map(({ rule, fact, reason, steps }) => ({
          cells: [rule, `${fact}: ${reason}`, whole(steps)],
        })),
        width,
        paint.dim,
      )),
];

export const alertLines: Section = ({ alerts, operator }, width, paint) => [
  ...(alerts.length === 0
    ? ['None.']
    : textTable(
        [{ title: 'At' }, { title: 'Severity' }, { title: 'Alert', flexible: true }],
        alerts.slice(-latest).map(({ at, severity, text }) => ({ cells: [at, severity, text] })),
        width,
        paint.dim,
      )),
  ...(alerts.length > latest ? [`and ${whole(alerts.length - latest)} earlier, in the other reports`] : []),
  ...(operator.length === 0
    ? []
    : [
        '',
        `The scripted operator acted ${counted(operator.length, 'time')}`,
        ...textTable(
          [{ title: 'At' }, { title: 'Action', flexible: true }],
          operator.map(({ at, action }) => ({ cells: [at, action] })),
          width,
          paint.dim,
        ),
      ]),
];

/** So many alerts are printed, the last ones. */
const latest = 20;

const brushOf = (verdict: LimitState['verdict'], paint: Paint): ((text: string) => string) => {
  switch (verdict) {
    case 'Fail':
    case 'Unknown':
      return paint.bad;
    case 'Warn':
      return paint.warning;
    case 'Pass':
      return paint.good;
    case 'NotApplicable':
      return paint.dim;
  }
};
