import {
  daysBetween,
  dollarsOf,
  limitsOf,
  regimeOf,
  type AppState,
  type CalendarDate,
  type EngineEvent,
  type MarketHistory,
  type RuleSet,
} from '../../core/index.js';
import type { CurveRow } from './replay-document.js';

type SessionClosed = Extract<EngineEvent, { readonly _tag: 'SessionClosed' }>;

/** Equity session by session, beside the index and Treasury bills bought with the same capital. */
export interface CurveCollector {
  readonly sessionClosed: (event: SessionClosed, state: AppState) => void;
  readonly rows: () => ReadonlyArray<CurveRow>;
}

export const curveCollector = (
  history: MarketHistory,
  capital: number,
  from: CalendarDate,
  rules: RuleSet,
): CurveCollector => {
  const rows: CurveRow[] = [];
  const limits = limitsOf(rules);
  const before = history.indexDaily.findLast(({ date }) => date < from);
  const bills = treasuryGrowth(history, before?.date ?? from);
  let index = capital;
  let peak = capital;
  return {
    sessionClosed: ({ at, index: bar, vix }, state) => {
      const equity = dollarsOf(state.system.previousEquity);
      peak = Math.max(peak, equity);
      if (bar !== null && before !== undefined) index = (capital * bar.close) / before.close;
      rows.push({
        date: at.date,
        equity,
        drawdown: equity / peak - 1,
        index: toCents(index),
        treasury: toCents(capital * bills(at.date)),
        vix: vix?.close ?? null,
        regime: vix === null ? null : regimeOf(vix.close, limits),
        phase: state.system.phase.phase,
        openPositions: state.positions.length,
      });
    },
    rows: () => rows,
  };
};

const toCents = (dollars: number): number => Math.round(dollars * 100) / 100;

/** What one dollar in 3-month bills has become: simple interest by the day at the last published yield. */
const treasuryGrowth = ({ rates }: MarketHistory, from: CalendarDate): ((date: CalendarDate) => number) => {
  let last = from;
  let growth = 1;
  let next = rates.findIndex(({ date }) => date > from);
  let yieldNow = rates.findLast(({ date }) => date <= from)?.threeMonth ?? 0;
  return (date) => {
    growth *= 1 + (yieldNow * daysBetween(last, date)) / 365;
    last = date;
    for (;;) {
      const published = next === -1 ? undefined : rates[next];
      if (published === undefined || published.date > date) break;
      yieldNow = published.threeMonth;
      next += 1;
    }
    return growth;
  };
};
