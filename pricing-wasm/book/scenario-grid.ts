import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js';
import type {
  OptionColumns,
  Pricing,
  PricingError,
  ScenarioAxes,
  ScenarioGrid,
  WorstScenario,
} from '../../core/pricing/index.js';
import { optionColumns, rowsOf } from '../columns.js';
import { mismatch } from './positions.js';
import { axesError, shocksOf, type Shocks } from './scenario-axes.js';
import { countUnpriced } from './scenario-legs.js';

/** The cells of one day, `years` forward, for legs all of which can be priced. */
export type CellsOfDay = (
  options: OptionColumns,
  quantity: Float64Array,
  shocks: Shocks,
  years: number,
) => Float64Array;

const daysPerYear = 365;

/** `scenarioGrid` of the Pricing port by whatever calculates the cells of one day. */
export const scenarioGridBy =
  (cellsOfDay: () => Either<PricingError, CellsOfDay>): Pricing['scenarioGrid'] =>
  (options, quantity, axes) => {
    const error = axesError(axes) ?? legsError(options, quantity);
    if (error !== undefined) return left(error);
    const shocks = shocksOf(axes);
    const unpriced = countUnpriced(options, quantity, shocks);
    if (unpriced > 0) return right(unknownGrid(axes, unpriced));
    const cells = cellsOfDay();
    if (isLeft(cells)) return cells;
    const valuesOf = (these: Shocks, days: number): Float64Array =>
      cells.right(options, quantity, these, days / daysPerYear);
    const values = new Float64Array(cellsOf(axes));
    const perDay = shocks.spots.length * shocks.volatilities.length;
    axes.days.forEach((days: number, day: number) => {
      values.set(valuesOf(shocks, days), day * perDay);
    });
    const base = valuesOf(noShock, 0)[0] as number;
    return right({ values, base, unpriced, worst: worstOf(values, base, axes) });
  };

const noShock = shocksOf({ spots: [1], volatilities: [1] });

const legsError = (options: OptionColumns, quantity: Float64Array): PricingError | undefined => {
  const rows = rowsOf(options, optionColumns);
  return isLeft(rows) ? rows.left : mismatch('quantity', quantity.length, rows.right);
};

const cellsOf = ({ spots, volatilities, days }: ScenarioAxes): number =>
  days.length * volatilities.length * spots.length;

/** No number is known without all legs. */
const unknownGrid = (axes: ScenarioAxes, unpriced: number): ScenarioGrid => ({
  values: new Float64Array(cellsOf(axes)).fill(NaN),
  base: NaN,
  unpriced,
  worst: { value: NaN, change: NaN, spot: NaN, volatility: NaN, days: NaN },
});

const worstOf = (values: Float64Array, base: number, axes: ScenarioAxes): WorstScenario => {
  const value = values.reduce((least, each) => (each < least ? each : least));
  const cell = values.indexOf(value);
  const spots = axes.spots.length;
  const volatilities = axes.volatilities.length;
  return {
    value,
    change: value - base,
    spot: axes.spots[cell % spots] as number,
    volatility: axes.volatilities[Math.floor(cell / spots) % volatilities] as number,
    days: axes.days[Math.floor(cell / (spots * volatilities))] as number,
  };
};
