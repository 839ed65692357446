import {
  addDays,
  centsFromDollars,
  known,
  noCents,
  noGreeks,
  regularHours,
  type ChainSlice,
  type Leg,
  type OptionRight,
  type Proposal,
  type Root,
  type Session,
} from '../../../core/index.js';
import type { EntryFacts } from '../../../core/strategies/index.js';
import { at, on } from '../market/fixtures.js';

const reach = { from: on('2000-01-01'), to: on('2026-12-31') };

export const fullDay = (date: string): Session => ({ date: on(date), ...regularHours, earlyClose: false });

/** A session that closes at 13:00. */
export const halfDay = (date: string): Session => ({ ...fullDay(date), close: 13 * 3_600, earlyClose: true });

/** A Friday on which Friday 0DTE may enter: VIX at 25, phase 2, no release in sight. */
export const entryFacts = (changes: Partial<EntryFacts> = {}): EntryFacts => ({
  at: at('2025-03-14 10:30'),
  session: fullDay('2025-03-14'),
  vix: known(25),
  phase: 2,
  equity: centsFromDollars(50_000),
  averageTrueRange: known(70),
  fastAverage: known(600),
  slowAverage: known(590),
  ownPositions: 0,
  events: [],
  coverage: { FOMC: reach, CPI: reach, NFP: reach, GDP: reach },
  clock: 'minutes',
  ...changes,
});

export interface Listing {
  readonly root: Root;
  readonly expiry: string;
  readonly spot: number;
  readonly puts?: ReadonlyArray<number>;
  readonly calls?: ReadonlyArray<number>;
  readonly settles?: 'am' | 'pm';
}

/** An expiry that lists the strikes named, by strike, call before put. */
export const listing = ({
  root,
  expiry,
  spot,
  puts = [],
  calls = [],
  settles = 'pm',
}: Listing): ChainSlice => {
  const options: ReadonlyArray<readonly [OptionRight, number]> = [
    ...calls.map((strike) => ['call', strike] as const),
    ...puts.map((strike) => ['put', strike] as const),
  ];
  return {
    root,
    expiry: on(expiry),
    settles,
    provenance: 'modelled',
    at: at(`${expiry} 10:30`),
    underlyingPrice: spot,
    future: null,
    years: 0.01,
    rate: 0.04,
    dividendYield: 0,
    quotes: [...options]
      .sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1))
      .map(([right, strike]) => ({
        contract: { root, expiry: on(expiry), right, strike, settles },
        at: at(`${expiry} 10:30`),
        bid: 1,
        ask: 1.05,
        impliedVolatility: 0.25,
        volume: null,
        openInterest: null,
      })),
  };
};

/** Every strike from one to another, so far apart. */
export const strikes = (from: number, to: number, spacing = 5): ReadonlyArray<number> =>
  Array.from({ length: Math.floor((to - from) / spacing) + 1 }, (_, index) => from + index * spacing);

/** A leg of an ES position that expires on its day. */
export const leg = (
  ratio: number,
  right: OptionRight,
  strike: number,
  {
    root = 'ES',
    expiry = '2025-03-14',
    settles = 'pm',
  }: { root?: Root; expiry?: string; settles?: 'am' | 'pm' } = {},
): Leg => ({ contract: { root, expiry: on(expiry), right, strike, settles }, ratio });

const condor: ReadonlyArray<Leg> = [
  leg(1, 'put', 5_520),
  leg(-1, 'put', 5_550),
  leg(-1, 'call', 5_650),
  leg(1, 'call', 5_680),
];

const market = (mid: number): Proposal['market'] => ({
  mid,
  natural: mid - 0.1,
  naturalToClose: mid + 0.1,
  width: 0.2,
});

/** The ES condor around 5,600, 30 points wide, sold for `mid` points. */
export const condorFor = (mid: number, changes: Partial<Proposal> = {}): Proposal => ({
  strategy: 'friday-0dte',
  root: 'ES',
  structure: 'iron-condor',
  at: at('2025-03-14 10:30'),
  expiry: on('2025-03-14'),
  legs: condor,
  underlyingPrice: 5_600,
  market: market(mid),
  minimumCredit: 0,
  width: 30,
  maximumLoss: centsFromDollars((30 - mid) * 50),
  requirement: centsFromDollars((30 - mid) * 50),
  openingFees: noCents,
  roundTripFees: noCents,
  greeks: noGreeks,
  ...changes,
});

/** The SPY put spread 540/535 under SPY at 600, sold for `mid` points, `days` before it expires. */
export const putSpreadFor = (mid: number, days = 112, changes: Partial<Proposal> = {}): Proposal => {
  const moment = at('2025-03-14 11:00');
  const expiry = addDays(moment.date, days);
  const put = (ratio: number, strike: number): Leg => leg(ratio, 'put', strike, { root: 'SPY', expiry });
  return {
    ...condorFor(mid),
    strategy: 'lt112',
    root: 'SPY',
    structure: 'put-spread',
    at: moment,
    expiry,
    legs: [put(1, 535), put(-1, 540)],
    underlyingPrice: 600,
    minimumCredit: 1,
    width: 5,
    maximumLoss: centsFromDollars((5 - mid) * 100),
    requirement: centsFromDollars((5 - mid) * 100),
    ...changes,
  };
};
