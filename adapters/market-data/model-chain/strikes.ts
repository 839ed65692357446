import type { ListedRoot } from './expiries.js';

/** Strikes every `step` points between two multiples of the reference price. */
interface StrikeZone {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** An expiry as far as its strikes go: its root and the calendar days to go. */
interface GridExpiry {
  readonly root: ListedRoot;
  readonly days: number;
}

/** With the price at the last close, around which strikes are listed. */
interface StrikeGrid extends GridExpiry {
  readonly reference: number;
}

/** The listed strikes between two prices, ascending. */
export const listedStrikes = (grid: StrikeGrid, low: number, high: number): ReadonlyArray<number> => {
  const zones = zonesOf(grid);
  const [finest] = zones;
  if (finest === undefined) return [];
  const strikes: number[] = [];
  for (let strike = Math.ceil(low / finest.step) * finest.step; strike <= high; strike += finest.step)
    if (zones.some((zone) => isInZone(zone, strike, grid.reference))) strikes.push(strike);
  return strikes;
};

/** True for a strike that is, or once was, on the grid: the price may have moved away since it was listed. */
export const isListableStrike = (grid: GridExpiry, strike: number): boolean =>
  strike > 0 && zonesOf(grid).some((zone) => strike % zone.step === 0);

const isInZone = ({ step, from, to }: StrikeZone, strike: number, reference: number): boolean =>
  strike % step === 0 && strike >= from * reference && strike <= to * reference;

/** Finest first. */
const zonesOf = ({ root, days }: GridExpiry): ReadonlyArray<StrikeZone> => {
  if (root === 'SPY') return days <= 70 ? nearShareZones : farShareZones;
  if (root === 'SPX') return days <= 200 ? nearIndexZones : farIndexZones;
  return futureZones;
};

/**
 * SPY on 2023-09-14: a dollar apart near the money up to ten weeks out, five dollars further out and further
 * away. (Two of the real expiries beyond ten weeks had single dollars as well; the model leaves them out.)
 */
const nearShareZones: ReadonlyArray<StrikeZone> = [
  { step: 1, from: 0.88, to: 1.1 },
  { step: 5, from: 0.6, to: 1.3 },
];
const farShareZones: ReadonlyArray<StrikeZone> = [{ step: 5, from: 0.35, to: 1.5 }];

/** SPX in the chains of 2022 and 2023: five points within −15% and +10%, then 25, then 100. */
const nearIndexZones: ReadonlyArray<StrikeZone> = [
  { step: 5, from: 0.85, to: 1.1 },
  { step: 25, from: 0.6, to: 1.25 },
  { step: 100, from: 0.3, to: 1.5 },
];
const farIndexZones: ReadonlyArray<StrikeZone> = [
  { step: 25, from: 0.6, to: 1.25 },
  { step: 100, from: 0.3, to: 1.5 },
];

/** CME's strike listing for E-mini and Micro E-mini weeklies, around the prior day's settlement. */
const futureZones: ReadonlyArray<StrikeZone> = [
  { step: 5, from: 0.85, to: 1.05 },
  { step: 10, from: 0.75, to: 1.1 },
  { step: 25, from: 0.65, to: 1.15 },
  { step: 50, from: 0.6, to: 1.2 },
  { step: 100, from: 0.5, to: 1.3 },
];
