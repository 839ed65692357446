import { isLeft, right } from 'fp-ts/lib/Either.js';
import type {
  BookValuesUpTo,
  Positions,
  PriceColumns,
  Pricing,
  ThirdOrderColumns,
} from '../../core/pricing/index.js';
import { valueColumns } from '../columns.js';
import { positionRowsOf } from '../book/positions.js';
import { priceColumnsBy } from './european-columns.js';
import { sumByGroup } from './group-sums.js';

/** `bookGreeks` of the Pricing port in plain TypeScript. */
export const plainBookGreeks: Pricing['bookGreeks'] = (model, options, positions, greeks) => {
  const rows = positionRowsOf(options, positions);
  if (isLeft(rows)) return rows;
  const order = (greeks ?? 'first') as NonNullable<typeof greeks>;
  const priced = priceColumnsBy(model)(options, order);
  if (isLeft(priced)) return priced;
  const columns = priced.right as ThirdOrderColumns; // those of the order are there
  const sums = valueColumns[order].map((name) => [
    name,
    sumByGroup(columns[name], positions.quantity, positions.group, positions.groups),
  ]);
  const unpriced = unpricedByGroup(priced.right, positions);
  return right({ unpriced, ...Object.fromEntries(sums) } as BookValuesUpTo[typeof order]);
};

/** How many rows of each group are not priced, or have a quantity that is no finite number. */
const unpricedByGroup = ({ status }: PriceColumns, { quantity, group, groups }: Positions): Uint32Array => {
  const counts = new Uint32Array(groups);
  group.forEach((code, row) => {
    if (status[row] !== 0 || !Number.isFinite(quantity[row])) counts[code] = (counts[code] as number) + 1;
  });
  return counts;
};
