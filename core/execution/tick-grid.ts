/**
 * Prices on a grid of ticks, computed in whole ticks so that the decimal that comes out is the one a person
 * would write: 6 ticks of 0.05 are 0.3, and −0 is 0 (`+ 0`). A tick is one over a whole number: 0.01, 0.05,
 * 0.25, 1/64.
 */
export const roundUp = (price: number, tick: number): number =>
  (Math.ceil(ticksIn(price, tick)) + 0) / ticksPerPoint(tick);

export const roundDown = (price: number, tick: number): number =>
  (Math.floor(ticksIn(price, tick)) + 0) / ticksPerPoint(tick);

export const isOnGrid = (price: number, tick: number): boolean => Number.isInteger(ticksIn(price, tick));

/** The price without the last bits that sums of decimals leave behind: to a millionth of a point. */
export const exactPoints = (price: number): number => Math.round(price * 1_000_000) / 1_000_000 + 0;

/** A millionth of a tick is noise: without snapping, 38.000000000000004 ticks would round up to 39. */
const ticksIn = (price: number, tick: number): number => {
  const ticks = price * ticksPerPoint(tick);
  const nearest = Math.round(ticks);
  return Math.abs(ticks - nearest) < 0.000_001 ? nearest : ticks;
};

const ticksPerPoint = (tick: number): number => Math.round(1 / tick);
