import type { EuropeanRow } from './row.js';

/** The price: that of the option out of the money plus, in the money, the forward's gain (put-call parity). */
export const findPrice = (row: EuropeanRow): void => {
  row.price = atLeastZero(row.outsidePrice + atLeastZero(row.right === 0 ? row.gain : -row.gain));
};

/** 0 for NaN, and never -0. */
const atLeastZero = (amount: number): number => (amount > 0 ? amount : 0);
