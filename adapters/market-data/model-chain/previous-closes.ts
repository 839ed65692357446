import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { daysBetween, type CalendarDate, type MarketHistory } from '../../../core/index.js';
import { once } from './kept.js';
import { missing, type ModelSeries, type NotPriced } from './missing-input.js';

/** A volatility index's last close, and VIX's close of the same day, in vol points. */
export interface VolatilityClose {
  readonly close: number;
  readonly vixClose: number;
}

export type VolatilityIndex = 'vix1d' | 'vix9d' | 'vix' | 'vix3m' | 'vix6m';

/** What the model knows of a date before it trades: closes of earlier sessions only. */
export interface PreviousCloses {
  readonly indexClose: () => Either<NotPriced, number>;
  readonly volatility: (name: VolatilityIndex) => Either<NotPriced, VolatilityClose>;
  readonly rate: () => Either<NotPriced, number>;
  /** SPY's close and the index's close of one and the same earlier session. */
  readonly shares: () => Either<NotPriced, { readonly close: number; readonly indexClose: number }>;
  /** Cash that goes ex on the date itself (announced long before) and the last amount known by then. */
  readonly dividends: () => Either<NotPriced, { readonly today: number; readonly last: number }>;
}

/** A close older than this many calendar days is no longer the market's last word. */
const oldest = 10;
/** Quarterly dividends: the last one is at most this many days old. */
const oldestDividend = 120;

/** Readers over one history. Rows are found by binary search; nothing dated `date` or later is read. */
export const previousCloses = (history: MarketHistory): ((date: CalendarDate) => PreviousCloses) => {
  const vixOn = new Map(history.vixDaily.map((bar) => [bar.date, bar.close]));
  const indexOn = new Map(history.indexDaily.map((bar) => [bar.date, bar.close]));
  return (date) => ({
    indexClose: once(() => latest(history.indexDaily, date, 'index close', (bar) => bar.close)),
    rate: once(() => latest(history.rates, date, 'three-month rate', (day) => day.threeMonth)),
    volatility: (name) =>
      name === 'vix'
        ? latest(history.vixDaily, date, 'VIX close', ({ close }) => ({ close, vixClose: close }))
        : latest(history.volatility, date, seriesOf[name], (day) =>
            both(day[name], vixOn.get(day.date), (close, vixClose) => ({ close, vixClose })),
          ),
    shares: once(() =>
      latest(history.shares, date, 'SPY close', (day) =>
        both(day.close, indexOn.get(day.date), (close, indexClose) => ({ close, indexClose })),
      ),
    ),
    dividends: once(() => dividendsAt(history, date)),
  });
};

const seriesOf = {
  vix1d: 'VIX1D close',
  vix9d: 'VIX9D close',
  vix3m: 'VIX3M close',
  vix6m: 'VIX6M close',
} as const satisfies Record<string, ModelSeries>;

const both = <A>(a: number | null, b: number | undefined, join: (a: number, b: number) => A): A | null =>
  a === null || b === undefined ? null : join(a, b);

/** How many rows are dated before `date`. */
const rowsBefore = (rows: ReadonlyArray<{ readonly date: CalendarDate }>, date: CalendarDate): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.date ?? date) < date) low = middle + 1;
    else high = middle;
  }
  return low;
};

const latest = <Row extends { readonly date: CalendarDate }, A>(
  rows: ReadonlyArray<Row>,
  before: CalendarDate,
  series: ModelSeries,
  read: (row: Row) => A | null,
): Either<NotPriced, A> => {
  for (let index = rowsBefore(rows, before) - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row === undefined || daysBetween(row.date, before) > oldest) break;
    const value = read(row);
    if (value !== null) return right(value);
  }
  return left(missing(series, before));
};

const dividendsAt = (
  { shares }: MarketHistory,
  date: CalendarDate,
): Either<NotPriced, { readonly today: number; readonly last: number }> => {
  const count = rowsBefore(shares, date);
  const onDate = shares[count];
  const today = onDate?.date === date ? onDate.dividend : 0;
  if (today > 0) return right({ today, last: today });
  for (let index = count - 1; index >= 0; index -= 1) {
    const row = shares[index];
    if (row === undefined || daysBetween(row.date, date) > oldestDividend) break;
    if (row.dividend > 0) return right({ today: 0, last: row.dividend });
  }
  return left(missing('SPY dividend', date));
};
