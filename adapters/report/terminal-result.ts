import { deepestFall } from './benchmark.js';
import { counted, fall, gain, money, percentGain } from './figures.js';
import type { Paint } from './paint.js';
import type { ReplayDocument } from './replay-document.js';
import { fewMark, sharpeStatistic, wonAndLost } from './statistics-wording.js';
import type { Section } from './terminal-section.js';
import { textTable, wrap } from './text-table.js';
import { fillsText, isDerived, operatorText, parameterValue, ruleSetTitle } from './wording.js';

export const titleLines: Section = ({ ruleSet, run }, width, paint) => [
  paint.strong(`Tom King rules: ${ruleSetTitle(ruleSet, '*derived*')}`),
  ...wrap(
    `${run.from} to ${run.to}, ${counted(run.sessions, 'session')} after ${run.warmUpSessions} of warm-up, ` +
      `${money(run.capital)}; ${run.strategies.join(', ')}; ${fillsText[run.fills]}; ${operatorText[run.operator]}`,
    width,
  ),
  ...wrap(`Rule set digest ${ruleSet.digest}`, width).map(paint.dim),
];

export const absorbingLines: Section = ({ absorbing }, width, paint) =>
  absorbing.length === 0
    ? ['None: no lock outlasts the run.']
    : absorbing.flatMap(({ what, since, wayOut }) => [
        ...wrap(`! ${what}, since ${since}`, width).map(paint.bad),
        ...wrap(`Way out: ${wayOut}`, width - 2).map((line) => `  ${line}`),
      ]);

export const derivationLines: Section = ({ ruleSet }, width, paint) => {
  if (!isDerived(ruleSet)) return [];
  if (ruleSet.differences.length === 0) return ['No parameter differs.'];
  return textTable(
    [
      { title: 'Parameter', flexible: true },
      { title: ruleSet.derivedFrom ?? '', align: 'right' },
      { title: 'Here', align: 'right' },
    ],
    ruleSet.differences.map(({ parameter, from, to, unit }) => ({
      cells: [parameter, parameterValue(from, unit), parameterValue(to, unit)],
    })),
    width,
    paint.dim,
  );
};

export const resultLines: Section = (document, width, paint) => {
  const { result } = document;
  const sharpe = sharpeStatistic(document);
  return [
    ...comparison(document, width, paint),
    '',
    ...wrap(
      `Realised ${coloured(result.realised, paint)}, unrealised ${coloured(result.unrealised, paint)}, ` +
        `fees ${money(result.fees)}, cash ${money(result.cash)}`,
      width,
    ),
    ...wrap(`${counted(result.trades, 'trade')}${fewMark(result.trades)}: ${wonAndLost(result)}`, width),
    ...wrap(`${sharpe.label} ${sharpe.value}${sharpe.note === null ? '' : ` (${sharpe.note})`}`, width),
  ];
};

const comparison = (
  { result, curve }: ReplayDocument,
  width: number,
  paint: Paint,
): ReadonlyArray<string> => {
  const last = curve.at(-1);
  const worst = result.maximumDrawdown;
  const ownFall =
    worst.fraction === 0 ? ['none', ''] : [fall(worst.fraction), `${worst.peak} to ${worst.trough}`];
  const held = (column: 'index' | 'treasury'): ReadonlyArray<string> => {
    const worstHeld = deepestFall({ result, curve }, column);
    return worstHeld === null
      ? ['none', '']
      : [fall(worstHeld.fraction), `${worstHeld.peak} to ${worstHeld.trough}`];
  };
  const end = (column: 'index' | 'treasury'): string => (last === undefined ? '' : money(last[column]));
  return textTable(
    [
      { title: '' },
      { title: 'At the end', align: 'right' },
      { title: 'Return', align: 'right' },
      { title: 'Max drawdown', align: 'right' },
      { title: 'From peak to trough' },
    ],
    [
      ['These rules', money(result.endEquity), result.return, ...ownFall] as const,
      ['S&P 500 (price)', end('index'), result.indexReturn, ...held('index')] as const,
      ['T-bills', end('treasury'), result.treasuryReturn, ...held('treasury')] as const,
    ].map(([name, equity, change, ...rest]) => ({
      cells: [name, equity, brushOf(change, paint)(percentGain(change)), ...rest],
    })),
    width,
    paint.dim,
  );
};

const brushOf = (amount: number, paint: Paint): ((text: string) => string) =>
  amount < 0 ? paint.bad : amount > 0 ? paint.good : (text) => text;

const coloured = (amount: number, paint: Paint): string => brushOf(amount, paint)(gain(amount));
