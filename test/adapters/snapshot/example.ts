import { format } from 'prettier';
import { encodeSnapshot, type Snapshot } from '../../../adapters/snapshot/index.js';
import {
  addDays,
  contractKey,
  type CalendarDate,
  type ChainSlice,
  type Decision,
  type OptionQuote,
} from '../../../core/index.js';
import type { Moment } from './captured.js';

/** A moment of the replay cut down to what a reader can follow: the decided strategy's chain, 60 days, a month. */
export const exampleOf = ({ snapshot, decisions }: Moment, strategy: Decision['strategy']): Snapshot => {
  const { proposal } = decisions.find((each) => each.strategy === strategy && each.subject === 'entry')!;
  const legs = new Set(proposal!.legs.map(({ contract }) => contractKey(contract)));
  const { date } = snapshot.at;
  const month = { from: addDays(date, -30), to: addDays(date, 30) };
  const { daily, macro, market } = snapshot;
  const covered = (known: unknown) => (known === null ? null : month);
  return {
    ...snapshot,
    daily: {
      sessionsSeen: daily.sessionsSeen,
      bars: daily.bars.slice(-60),
      vixCloses: daily.vixCloses.slice(-60),
    },
    macro: {
      events: macro.events.filter((event) => event.date >= month.from && event.date <= month.to),
      coverage: {
        FOMC: covered(macro.coverage.FOMC),
        CPI: covered(macro.coverage.CPI),
        NFP: covered(macro.coverage.NFP),
        GDP: covered(macro.coverage.GDP),
      },
    },
    market: {
      ...market,
      underlyings: market.underlyings
        .filter(({ root }) => root === 'SPY' || root === proposal!.root)
        .map((quote) => ({
          ...quote,
          value: rounded(quote.value, 2),
          previousClose: rounded(quote.previousClose, 2),
        })),
      chains: market.chains
        .filter(({ root, expiry }) => root === proposal!.root && expiry === proposal!.expiry)
        .map((slice) => thinned(slice, legs)),
    },
  };
};

/** The legs, and as many quotes out of the money, nearest first, as the completeness of a chain asks for. */
const thinned = (slice: ChainSlice, legs: ReadonlySet<string>): ChainSlice => {
  const { underlyingPrice } = slice;
  const distance = ({ contract }: OptionQuote): number => Math.abs(contract.strike - underlyingPrice);
  const nearest = slice.quotes
    .filter(({ contract: { right, strike } }) => (right === 'put') === strike < underlyingPrice)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 20);
  const kept = new Set(nearest.map(({ contract }) => contractKey(contract)));
  return {
    ...slice,
    underlyingPrice: rounded(underlyingPrice, 2),
    years: rounded(slice.years, 8),
    rate: rounded(slice.rate, 6),
    dividendYield: rounded(slice.dividendYield, 6),
    quotes: slice.quotes
      .filter(({ contract }) => kept.has(contractKey(contract)) || legs.has(contractKey(contract)))
      .map((quote) => ({ ...quote, impliedVolatility: rounded(quote.impliedVolatility!, 6) })),
  };
};

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** The moment's file, as the formatter leaves it. */
export const exampleText = (snapshot: Snapshot): Promise<string> =>
  format(JSON.stringify(encodeSnapshot(snapshot)), { parser: 'json', printWidth: 110 });

/** A snapshot's moment among those of its day. */
export const momentAt = (
  moments: ReadonlyArray<Moment>,
  date: CalendarDate | string,
  second: number,
): Moment => moments.find(({ snapshot: { at } }) => at.date === date && at.second === second)!;
