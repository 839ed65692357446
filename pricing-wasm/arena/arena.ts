import { left, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanGreeks,
  AmericanSettings,
  BookValuesUpTo,
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  Positions,
  PricingError,
  ThirdOrderColumns,
} from '../../core/pricing/index.js';
import { firstGroupBeyond } from '../book/positions.js';
import { orders, rowLimit } from '../columns.js';
import { columnViews } from './column-views.js';
import { gridCellsIn, type GridCells } from './grid-cells.js';
import { groupSumsIn, type GroupSums } from './group-sums.js';
import { instantiateKernel, type KernelModule } from './kernel.js';

/**
 * Columns that live in the kernel's own memory: fill the inputs, call, read the outputs, and nothing is copied.
 * `price` is an output of the models and an input of implied volatility; `volatility` the other way round.
 *
 * The memory is made when the arena is opened and never grows, so the views stay valid as long as the arena. A call
 * prices rows [0, rows), writes the columns of the order asked for, and leaves the others as they are. It may read
 * and overwrite up to three rows beyond `rows`, within `capacity` or past it.
 *
 * Error: `CapacityExceeded` when `rows` is not a whole number from 0 to `capacity`.
 */
export interface Arena extends OptionColumns, ThirdOrderColumns, Omit<Positions, 'groups'> {
  readonly capacity: number;
  readonly blackScholesMerton: ArenaModel;
  readonly black76: ArenaModel;
  /**
   * Sums quantity × value of the first `rows` rows by group, after a model has priced them with these Greeks. The
   * sums are fresh columns. Also an error: `GroupOutOfRange`.
   */
  readonly sumByGroup: <Order extends GreekOrder = 'first'>(
    rows: number,
    groups: number,
    greeks?: Order,
  ) => Either<PricingError, BookValuesUpTo[Order]>;
  /**
   * Prices the first `rows` American options; the number of rows. The columns of Greeks that are not asked for are
   * spoilt; for futures options, so is `dividendYield`.
   */
  readonly american: (
    rows: number,
    settings?: AmericanSettings<AmericanGreeks>,
  ) => Either<PricingError, number>;
  /** Reads `price` and writes `volatility` and `status` of the first `rows` rows; the number of rows. */
  readonly impliedVolatility: (model: EuropeanModel, rows: number) => Either<PricingError, number>;
}

/** An arena with the memory of a book's sums and of a scenario grid, as the Pricing port uses them. */
export interface BookArena extends Arena {
  readonly groupSums: GroupSums;
  readonly gridCells: GridCells;
}

/** Prices the first `rows` rows with Greeks up to `greeks` (the first order if left out); the number of rows. */
export type ArenaModel = (rows: number, greeks?: GreekOrder) => Either<PricingError, number>;

// American tiers and orders of Greeks likewise.
const tiers = { fast: 0, standard: 1, precise: 2 } as const;
const americanOrders = { none: 0, underlying: 1, first: 2 } as const;
const onFutures = 4;

/** Opens an arena of its own in a new instance of the module. */
export const arenaIn = (module: KernelModule, capacity: number): Either<PricingError, BookArena> => {
  if (!isCount(capacity, rowLimit)) return left(beyond('capacity', capacity, rowLimit));
  const kernel = instantiateKernel(module);
  const missing = Math.ceil((kernel.arenaBytes(capacity) - kernel.memory.buffer.byteLength) / pageBytes);
  if (missing > 0) kernel.memory.grow(missing);
  const numbers = (column: number): Float64Array =>
    new Float64Array(kernel.memory.buffer, kernel.numberColumnAddress(capacity, column), capacity);
  const codes = (column: number): Uint8Array =>
    new Uint8Array(kernel.memory.buffer, kernel.codeColumnAddress(capacity, column), capacity);
  const model =
    (run: (capacity: number, rows: number, order: number) => void): ArenaModel =>
    (rows, greeks = 'first') => {
      if (!isCount(rows, capacity)) return left(beyond('rows', rows, capacity));
      run(capacity, rows, orders[greeks]);
      return right(rows);
    };
  const views = columnViews(numbers, codes);
  const group = new Uint32Array(kernel.memory.buffer, kernel.groupColumnAddress(capacity), capacity);
  const groupSums = groupSumsIn(kernel, capacity);
  return right({
    capacity,
    ...views,
    quantity: numbers(18),
    group,
    blackScholesMerton: model(kernel.blackScholesMerton),
    black76: model(kernel.black76),
    sumByGroup: sumOf(groupSums, group, capacity),
    groupSums,
    gridCells: gridCellsIn(kernel, capacity),
    american: (rows, { tier = 'standard', greeks = 'first', futures = false } = {}) => {
      if (!isCount(rows, capacity)) return left(beyond('rows', rows, capacity));
      if (futures) views.dividendYield.set(views.rate.subarray(0, rows));
      kernel.american(capacity, rows, tiers[tier], americanOrders[greeks] + (futures ? onFutures : 0));
      return right(rows);
    },
    impliedVolatility: (name, rows) => {
      if (!isCount(rows, capacity)) return left(beyond('rows', rows, capacity));
      kernel.impliedVolatility(capacity, rows, name === 'black76' ? 1 : 0);
      return right(rows);
    },
  });
};

const sumOf =
  (sums: GroupSums, group: Uint32Array, capacity: number): Arena['sumByGroup'] =>
  (rows, groups, greeks) => {
    if (!isCount(rows, capacity)) return left(beyond('rows', rows, capacity));
    const outside = firstGroupBeyond(group, rows, groups);
    if (outside !== undefined) return left(outside);
    const order = (greeks ?? 'first') as NonNullable<typeof greeks>;
    sums.clear(groups, order);
    sums.add(rows, order);
    return right(sums.read(groups, order));
  };

const pageBytes = 65_536;

const isCount = (value: number, limit: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= limit;

const beyond = (column: string, length: number, limit: number): PricingError => ({
  _tag: 'CapacityExceeded',
  column,
  length,
  limit,
});
