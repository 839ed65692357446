import { gain } from './figures.js';
import type { ReplayDocument, TradeRow } from './replay-document.js';

/** What the charts draw: columns over the sessions, and each trade's first and last session. */
export interface ChartData {
  readonly dates: ReadonlyArray<string>;
  readonly equity: ReadonlyArray<number>;
  readonly index: ReadonlyArray<number>;
  readonly treasury: ReadonlyArray<number>;
  readonly drawdown: ReadonlyArray<number>;
  readonly indexDrawdown: ReadonlyArray<number>;
  readonly vix: ReadonlyArray<number | null>;
  readonly marks: ReadonlyArray<ChartMark>;
}

/** An entry, or an exit that won or lost after fees, at an index into the sessions. */
export interface ChartMark {
  readonly at: number;
  readonly kind: 'entry' | 'won' | 'lost';
  readonly vix: number | null;
  readonly text: string;
}

export const chartData = ({ curve, trades, result }: ReplayDocument): ChartData => {
  const dates = curve.map(({ date }) => date);
  const index = curve.map((row) => row.index);
  return {
    dates,
    equity: curve.map(({ equity }) => equity),
    index,
    treasury: curve.map(({ treasury }) => treasury),
    drawdown: curve.map(({ drawdown }) => drawdown),
    indexDrawdown: drawdownOf(index, result.startEquity),
    vix: curve.map(({ vix }) => vix),
    marks: trades.flatMap((trade) => marksOf(trade, dates)),
  };
};

const drawdownOf = (values: ReadonlyArray<number>, start: number): ReadonlyArray<number> => {
  let highest = start;
  return values.map((value) => {
    highest = Math.max(highest, value);
    return value / highest - 1;
  });
};

// A trade opened outside the curve's sessions has no place on it.
const marksOf = (trade: TradeRow, dates: ReadonlyArray<string>): ReadonlyArray<ChartMark> => {
  const name = trade.id.includes(trade.strategy) ? trade.id : `${trade.id} ${trade.strategy}`;
  const opened = dates.indexOf(trade.openedAt.slice(0, 10));
  const closed = trade.closedAt === null ? -1 : dates.indexOf(trade.closedAt.slice(0, 10));
  const entry = { at: opened, kind: 'entry' as const, vix: trade.vixAtEntry, text: `${name} opened` };
  const exit = {
    at: closed,
    kind: trade.profit < trade.fees ? ('lost' as const) : ('won' as const),
    vix: trade.vixAtExit,
    text: `${name} closed, ${gain(trade.profit)}`,
  };
  return [entry, exit].filter(({ at }) => at >= 0);
};
