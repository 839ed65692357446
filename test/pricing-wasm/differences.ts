import { fixed, over, times, toNumber } from './high-precision.js';
import type { OptionRow } from './option-columns.js';
import { preciseInputs, precisePrice } from './precise-price.js';

/** How many steps underlying, years, volatility and rate are moved. */
type Steps = readonly [underlying: number, years: number, volatility: number, rate: number];

/** Price or Greek at a number of steps from the option. */
type Surface = (steps: Steps) => bigint;

const underlying = 0;
const years = 1;
const volatility = 2;
const rate = 3;

/**
 * The price and its Greeks as central differences of it, in high precision. With futures options (`futures`) the
 * dividend yield is the rate, and moves with it.
 */
export const differencesOf = (row: OptionRow, futures: boolean): Readonly<Record<string, number>> => {
  const base = preciseInputs(futures ? { ...row, dividendYield: row.rate } : row);
  const part = fixed(2 ** -40);
  const sizes = [times(base.underlying, part), times(base.years, part), times(base.volatility, part), part];
  const { first, second, third } = differencesBy(sizes);

  const price = remembered((steps) => {
    const [byUnderlying, byYears, byVolatility, byRate] = steps.map((by, axis) => BigInt(by) * sizes[axis]!);
    const inputs = {
      underlying: base.underlying + byUnderlying!,
      strike: base.strike,
      years: base.years + byYears!,
      volatility: base.volatility + byVolatility!,
      rate: base.rate + byRate!,
      dividendYield: base.dividendYield + (futures ? byRate! : 0n),
    };
    return precisePrice(inputs, row.right);
  });
  const delta = first(underlying, price);
  const gamma = second(underlying, price);
  const surfaces = {
    price,
    delta,
    gamma,
    vega: first(volatility, price),
    theta: negative(first(years, price)),
    rho: first(rate, price),
    vanna: first(volatility, delta),
    volga: second(volatility, price),
    charm: negative(first(years, delta)),
    speed: third(underlying, price),
    color: negative(first(years, gamma)),
    zomma: first(volatility, gamma),
  };
  const here: Steps = [0, 0, 0, 0];
  return Object.fromEntries(
    Object.entries(surfaces).map(([name, surface]) => [name, toNumber(surface(here))]),
  );
};

const negative =
  (of: Surface): Surface =>
  (steps) =>
    -of(steps);

const remembered = (of: Surface): Surface => {
  const known = new Map<string, bigint>();
  return (steps) => {
    const value = known.get(steps.join()) ?? of(steps);
    known.set(steps.join(), value);
    return value;
  };
};

type Difference = (axis: number, of: Surface) => Surface;

/** Central differences of the first, second and third order along an axis with steps of the given sizes. */
const differencesBy = (
  sizes: ReadonlyArray<bigint>,
): Readonly<Record<'first' | 'second' | 'third', Difference>> => {
  const moved = (steps: Steps, axis: number, by: number): Steps =>
    steps.map((step, index) => (index === axis ? step + by : step)) as unknown as Steps;
  const first: Difference = (axis, of) => (steps) =>
    over(of(moved(steps, axis, 1)) - of(moved(steps, axis, -1)), 2n * sizes[axis]!);
  const second: Difference = (axis, of) => (steps) => {
    const bend = of(moved(steps, axis, 1)) - 2n * of(steps) + of(moved(steps, axis, -1));
    return over(over(bend, sizes[axis]!), sizes[axis]!);
  };
  return { first, second, third: (axis, of) => first(axis, second(axis, of)) };
};
