import { counted, whole } from './figures.js';
import type { Paint } from './paint.js';
import type { Funnel, OpportunityRow, ReplayDocument, StrategyFacts } from './replay-document.js';
import { strategyStatistics } from './statistics-wording.js';
import type { Section } from './terminal-section.js';
import { textTable, wrap } from './text-table.js';
import { nearestText, vixText, zeroDayDates, zeroDayStrategy } from './wording.js';

export const strategyLines: Section = (document, width, paint) =>
  document.strategies.flatMap((strategy, at) => [
    ...(at === 0 ? [] : ['']),
    paint.strong(`${strategy.title} (${strategy.id})`),
    ...statisticLines(strategy, document, width),
    ...wrap(funnelSentence(strategy.funnel), width),
    ...stoppedLines(strategy.funnel, width, paint),
    ...(strategy.id === zeroDayStrategy ? dateLines(strategy.funnel, width, paint) : []),
  ]);

const statisticLines = (
  strategy: StrategyFacts,
  { trades }: ReplayDocument,
  width: number,
): ReadonlyArray<string> =>
  strategy.trades === 0
    ? ['It did not trade.']
    : strategyStatistics(strategy, trades).flatMap(({ label, value, note }) =>
        wrap(`${label}: ${value}${note === null ? '' : ` (${note})`}`, width),
      );

const funnelSentence = (funnel: Funnel): string =>
  `${counted(funnel.opportunities, 'opportunity', 'opportunities')} ` +
  `(${counted(funnel.evaluations, 'evaluation')}) -> ${whole(funnel.proposed)} proposed -> ` +
  `${whole(funnel.ordered)} ordered -> ${whole(funnel.filled)} filled`;

const stoppedLines = (funnel: Funnel, width: number, paint: Paint): ReadonlyArray<string> =>
  funnel.stoppedBy.length === 0
    ? ['No rule stopped it.']
    : textTable(
        [
          { title: 'Stopped by', flexible: true },
          { title: 'Sessions', align: 'right' },
          { title: 'Alone', align: 'right' },
          { title: 'Unknown', align: 'right' },
        ],
        funnel.stoppedBy.map((row) => ({
          cells: [row.rule, whole(row.sessions), whole(row.alone), whole(row.unknown)],
          below: [
            row.statement,
            ...(row.nearest === null ? [] : [`nearest: ${nearestText(row.nearest)}, ${row.nearest.at}`]),
          ],
        })),
        width,
        paint.dim,
      );

const dateLines = (funnel: Funnel, width: number, paint: Paint): ReadonlyArray<string> => {
  const { above, unknown, below } = zeroDayDates(funnel.dates);
  const rest = `${whole(below)} at or below it, ${whole(unknown)} unknown`;
  return [
    '',
    `${counted(above.length, 'date')} with VIX above 22 (${rest})`,
    ...(above.length === 0 ? [] : dateTable(above, width, paint)),
  ];
};

const dateTable = (
  dates: ReadonlyArray<OpportunityRow>,
  width: number,
  paint: Paint,
): ReadonlyArray<string> =>
  textTable(
    [
      { title: 'Date' },
      { title: 'VIX', align: 'right' },
      { title: 'Outcome' },
      { title: 'Blocked by', flexible: true },
    ],
    dates.map(({ date, vix, outcome, blockedBy }) => ({
      cells: [date, vixText(vix), outcome, blockedBy.join(', ')],
    })),
    width,
    paint.dim,
  );
