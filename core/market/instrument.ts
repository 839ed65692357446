import type { CalendarDate } from '../units/index.js';

/** The roots this project knows. SPX and SPXW are one root (decisions §5.11). */
export type Root = 'SPY' | 'SPX' | 'XSP' | 'ES' | 'MES';

/** What an option on the root delivers when it is exercised. */
export type Settlement = 'cash' | 'shares' | 'future';

/** Option prices move in `tick`; from `threshold` points upwards the next row applies. */
export interface TickStep {
  readonly from: number;
  readonly tick: number;
}

export interface Instrument {
  readonly root: Root;
  readonly description: string;
  /** Dollars per point of one option contract. */
  readonly multiplier: number;
  readonly optionTicks: ReadonlyArray<TickStep>;
  readonly settlement: Settlement;
  readonly exercise: 'european' | 'american';
  readonly feeClass: 'equity-option' | 'index-option' | 'future-option' | 'micro-future-option';
}

/**
 * Contract facts: multipliers from the exchanges' contract specifications (QuantConnect Lean symbol
 * properties, Apache-2.0); option ticks from the same exchanges' rules: SPY a cent, SPX 0.05 below 3.00 and 0.10
 * from there, E-mini options 0.05 below 5.00 and 0.25 from there, combos of both in 0.05.
 */
export const instruments: Readonly<Record<Root, Instrument>> = {
  SPY: {
    root: 'SPY',
    description: 'SPDR S&P 500 ETF options',
    multiplier: 100,
    optionTicks: [{ from: 0, tick: 0.01 }],
    settlement: 'shares',
    exercise: 'american',
    feeClass: 'equity-option',
  },
  SPX: {
    root: 'SPX',
    description: 'S&P 500 index options',
    multiplier: 100,
    optionTicks: [
      { from: 0, tick: 0.05 },
      { from: 3, tick: 0.1 },
    ],
    settlement: 'cash',
    exercise: 'european',
    feeClass: 'index-option',
  },
  XSP: {
    root: 'XSP',
    description: 'Mini S&P 500 index options',
    multiplier: 100,
    optionTicks: [{ from: 0, tick: 0.01 }],
    settlement: 'cash',
    exercise: 'european',
    feeClass: 'index-option',
  },
  ES: {
    root: 'ES',
    description: 'E-mini S&P 500 futures options',
    multiplier: 50,
    optionTicks: [
      { from: 0, tick: 0.05 },
      { from: 5, tick: 0.25 },
    ],
    settlement: 'future',
    exercise: 'european',
    feeClass: 'future-option',
  },
  MES: {
    root: 'MES',
    description: 'Micro E-mini S&P 500 futures options',
    multiplier: 5,
    optionTicks: [
      { from: 0, tick: 0.05 },
      { from: 5, tick: 0.25 },
    ],
    settlement: 'future',
    exercise: 'european',
    feeClass: 'micro-future-option',
  },
};

/** The tick of one option leg quoted at `price` points. */
export const optionTick = (instrument: Instrument, price: number): number =>
  instrument.optionTicks.reduce((tick, step) => (price >= step.from ? step.tick : tick), 0.01);

/** Net prices of combos move in the finest tick of their instrument. */
export const comboTick = (instrument: Instrument): number => optionTick(instrument, 0);

/** Positions in these roots share one limit: they are one bet on the S&P 500 ([seed] MAX_SPY_EQUIVALENT). */
export const isSpyEquivalent = (root: Root): boolean => spyEquivalents.has(root);

const spyEquivalents: ReadonlySet<Root> = new Set<Root>(['SPY', 'SPX', 'XSP', 'ES', 'MES']);

export type OptionRight = 'call' | 'put';

/** One listed option. `settles` tells the opening (`am`) from the closing (`pm`) price. */
export interface OptionContract {
  readonly root: Root;
  readonly expiry: CalendarDate;
  readonly right: OptionRight;
  /** Price points. */
  readonly strike: number;
  readonly settles: 'am' | 'pm';
}

/** `SPY 2023-06-16 P 396`: equal contracts have equal keys. */
export const contractKey = ({ root, expiry, right, strike, settles }: OptionContract): string =>
  `${root} ${expiry}${settles === 'am' ? ' AM' : ''} ${right === 'call' ? 'C' : 'P'} ${strike}`;
