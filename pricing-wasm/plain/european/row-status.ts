import { RowStatus } from '../../../core/pricing/index.js';
import type { EuropeanRow } from './row.js';

/** What the inputs alone say: priced, unless one is NaN or infinite, or outside its domain. */
export const statusOfInputs = (row: EuropeanRow): number => {
  const { underlying, strike, years, rate, dividendYield, volatility } = row;
  const isFinite =
    vanishing(underlying) + vanishing(strike) + vanishing(years) + vanishing(volatility) === 0 &&
    vanishing(rate) + vanishing(dividendYield) === 0;
  if (!isFinite) return RowStatus.nonFinite;
  const isInside =
    isPrice(underlying) &&
    isPrice(strike) &&
    years >= 0 &&
    volatility >= 0 &&
    Math.abs(rate) * years <= farthestDiscount &&
    Math.abs(dividendYield) * years <= farthestDiscount &&
    (row.right === 0 || row.right === 1);
  return isInside ? RowStatus.priced : RowStatus.outOfDomain;
};

/** What the values of order `order` and below say: outside the domain if one is too large for a double. */
export const statusOfValues = (row: EuropeanRow, order: number): number => {
  let sum = vanishing(row.price);
  if (order > 0) {
    sum += vanishing(row.delta) + vanishing(row.gamma) + vanishing(row.vega);
    sum += vanishing(row.theta) + vanishing(row.rho);
  }
  if (order > 1) sum += vanishing(row.vanna) + vanishing(row.volga) + vanishing(row.charm);
  if (order > 2) sum += vanishing(row.speed) + vanishing(row.color) + vanishing(row.zomma);
  return sum === 0 ? RowStatus.priced : RowStatus.outOfDomain;
};

/** 0 for a finite number, else NaN. */
const vanishing = (x: number): number => x - x;

const isPrice = (x: number): boolean => x >= lowestPrice && x <= highestPrice;

const lowestPrice = 1e-150; // its square is still a normal double
const highestPrice = 1e150;
const farthestDiscount = 700; // its exponential is a normal double
