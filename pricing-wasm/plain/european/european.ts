import { RowStatus } from '../../../core/pricing/index.js';
import { correctDeepRow } from './deep-row.js';
import { isDeep, isOutOfShape } from './delicate.js';
import { findFirstOrder } from './first-order.js';
import { findMoneyness } from './moneyness.js';
import { workOut } from './out-of-shape.js';
import { findPresentValues } from './present-value.js';
import { findPrice } from './price.js';
import type { EuropeanRow } from './row.js';
import { statusOfInputs, statusOfValues } from './row-status.js';
import { findSecondOrder } from './second-order.js';
import { findTails } from './tails.js';
import { findThirdOrder } from './third-order.js';

/**
 * Prices a row and finds its Greeks up to `order`: 0 none, 1 delta .. rho, 2 also vanna .. charm, 3 also
 * speed .. zomma. The same operations in the same order as the kernel in `assembly/european/`, so the same bits; where
 * the kernel works out both sides of a choice and masks one, here is a branch. Black-76 is Black-Scholes-Merton with
 * dividendYield = rate, except that its rho holds the futures price fixed: -years * price.
 */
export const priceRow = (row: EuropeanRow, order: number): void => {
  row.status = statusOfInputs(row);
  if (row.status === RowStatus.priced) {
    findValues(row, order);
    row.status = statusOfValues(row, order);
  }
  if (row.status !== RowStatus.priced) refuse(row);
};

const findValues = (row: EuropeanRow, order: number): void => {
  findMoneyness(row);
  findPresentValues(row);
  if (isOutOfShape(row)) workOut(row);
  else {
    findTails(row);
    if (isDeep(row)) correctDeepRow(row);
  }
  findPrice(row);
  if (order > 0) findFirstOrder(row);
  if (order > 1) findSecondOrder(row);
  if (order > 2) findThirdOrder(row);
};

const refuse = (row: EuropeanRow): void => {
  row.price = NaN;
  row.delta = NaN;
  row.gamma = NaN;
  row.vega = NaN;
  row.theta = NaN;
  row.rho = NaN;
  row.vanna = NaN;
  row.volga = NaN;
  row.charm = NaN;
  row.speed = NaN;
  row.color = NaN;
  row.zomma = NaN;
};
