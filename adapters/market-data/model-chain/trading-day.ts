import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import type { CalendarDate, MarketHistory, Session } from '../../../core/index.js';
import { carryOn, dividendsValue, futureFor, type Carry, type QuarterlyFuture } from './carry.js';
import { listedExpiries, type ListedRoot } from './expiries.js';
import { fittedSurface } from './fitted.js';
import { once, perKey } from './kept.js';
import type { NotPriced } from './missing-input.js';
import { previousCloses, type PreviousCloses, type VolatilityClose } from './previous-closes.js';
import { stretch, type Stretch } from './session-clock.js';
import type { TermNode } from './surface.js';

/** The last close of the index behind one point of the surface. */
export interface NodeClose extends VolatilityClose {
  readonly node: TermNode;
}

/** What is the same at every moment of one session; each part is worked out when first asked for, then kept. */
export interface TradingDay {
  readonly session: Session;
  readonly closes: PreviousCloses;
  readonly carry: () => Either<NotPriced, Carry>;
  /** The last closes of VIX9D, VIX, VIX3M and VIX6M, in the order of the surface's nodes. */
  readonly termStructure: () => Either<NotPriced, ReadonlyArray<NodeClose>>;
  /** VIX1D's last close; VIX9D's up to 2022-05-13, the first day VIX1D was published at the close. */
  readonly lastDayIndex: () => Either<NotPriced, VolatilityClose>;
  readonly expiries: (root: ListedRoot) => ReadonlyArray<CalendarDate>;
  readonly stretchTo: (expiry: CalendarDate) => Stretch | null;
  readonly dividendsTo: (expiry: CalendarDate) => Either<NotPriced, number>;
  readonly future: (root: 'ES' | 'MES', expiry: CalendarDate) => Either<NotPriced, QuarterlyFuture>;
}

/** Trading days over one history. */
export const tradingDays = (history: MarketHistory): ((session: Session) => TradingDay) => {
  const closesOn = previousCloses(history);
  const futures = {
    ES: perKey((expiry: CalendarDate) => futureFor('ES', expiry)),
    MES: perKey((expiry: CalendarDate) => futureFor('MES', expiry)),
  };
  return (session) => {
    const { date } = session;
    const closes = closesOn(date);
    const carry = once(() => carryOn(closes));
    return {
      session,
      closes,
      carry,
      termStructure: once(() => termStructure(closes)),
      lastDayIndex: once(() => closes.volatility(date > firstOneDayClose ? 'vix1d' : 'vix9d')),
      expiries: perKey((root: ListedRoot) => listedExpiries(root, date)),
      stretchTo: perKey((expiry: CalendarDate) => stretch(date, expiry)),
      dividendsTo: perKey((expiry: CalendarDate) => {
        const carried = carry();
        if (isLeft(carried)) return carried;
        const paid = carried.right.dividends();
        if (isLeft(paid)) return paid;
        return right(dividendsValue(carried.right, paid.right.last, date, expiry));
      }),
      future: (root, expiry) => futures[root](expiry),
    };
  };
};

const firstOneDayClose = '2022-05-13';

const termStructure = (closes: PreviousCloses): Either<NotPriced, ReadonlyArray<NodeClose>> => {
  const levels: NodeClose[] = [];
  for (const node of fittedSurface.nodes) {
    const level = closes.volatility(node.index);
    if (isLeft(level)) return level;
    levels.push({ ...level.right, node });
  }
  return right(levels);
};
