import {
  openArena,
  pricing,
  type OptionColumns,
  type Pricing,
  type QuoteColumns,
} from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { firstOf, listed, withoutYield } from './option-samples.js';
import { fill, rightOf } from './ours.js';
import {
  bisectionToTheCent,
  quantlibVolatility,
  uqeeBisection,
  uqeeNewton,
  type VolatilityFinder,
} from './peers/volatility-finders.js';
import { fastestOf, inProcess, race, timesAsFast } from './race.js';
import { raceSection } from './race-section.js';
import { atLeast, type Section } from './report.js';
import { greatest } from './statistics.js';

/** Volatilities from prices, against what can be installed; an answer that is wrong is no answer. */
export const impliedVolatilitySections = async (): Promise<ReadonlyArray<Section>> => {
  const options = withoutYield(listed(50_000));
  const quotes = { ...options, price: rightOf(pricing.blackScholesMerton(options)).price };
  const finders = [
    throughArena(quotes),
    throughPort('ours, port', pricing, quotes),
    throughPort('ours, plain TypeScript', plainPricing, quotes),
    uqeeBisection(firstQuotes(quotes, 20_000)),
    uqeeNewton(firstQuotes(quotes, 20_000)),
    quantlibVolatility('Li', firstQuotes(quotes, 20_000)),
    quantlibVolatility('Newton', firstQuotes(quotes, 20_000)),
    bisectionToTheCent(firstQuotes(quotes, 100)),
  ];
  const errors = finders.map((finder) => errorsOf(finder, options));
  const standings = await race(finders.map(({ contender }) => contender));
  const [arena, , plain] = standings;
  const best = fastestOf(
    standings.filter((_, index) => index >= ours && within(errors[index]!, 1e-3) > 0.99),
  );
  const section = raceSection({ title, prose, standings, ours });
  return [
    {
      ...section,
      head: [...section.head, 'within 0.001', 'within 1e-6', 'greatest error'],
      rows: section.rows.map((row, index) => [
        ...row,
        percent(within(errors[index]!, 1e-3)),
        percent(within(errors[index]!, 1e-6)),
        greatest(errors[index]!).toExponential(0),
      ]),
      goals: [
        atLeast(
          `the arena, times as fast as the fastest package that finds them (${best.name})`,
          timesAsFast(arena!, best),
          7,
        ),
        atLeast('the arena, times as fast as plain TypeScript', timesAsFast(arena!, plain!), 2),
      ],
    },
  ];
};

/** How many of the contenders are ours. */
const ours = 3;

const title = 'Implied volatility, batch of 50,000';
const prose =
  'Without yields, strikes as chains list them; the errors are differences from the volatility that gave the price. A package finds volatilities if 99% are within 0.001.';

const firstQuotes = (quotes: QuoteColumns & OptionColumns, rows: number): QuoteColumns => ({
  ...firstOf(quotes, rows),
  price: quotes.price.subarray(0, rows),
});

const throughArena = (quotes: QuoteColumns & OptionColumns): VolatilityFinder => {
  const rows = quotes.right.length;
  const arena = rightOf(openArena(rows));
  fill(arena, quotes);
  arena.price.set(quotes.price);
  const find = (): number => {
    arena.impliedVolatility('blackScholesMerton', rows);
    return arena.volatility[rows - 1]!;
  };
  find();
  return {
    contender: inProcess('ours, arena', rows, find),
    volatilityAt: (row) => arena.volatility[row]!,
  };
};

const throughPort = (
  name: string,
  { impliedVolatility }: Pricing,
  quotes: QuoteColumns,
): VolatilityFinder => {
  const rows = quotes.right.length;
  const find = (): Float64Array => rightOf(impliedVolatility('blackScholesMerton', quotes)).volatility;
  const found = find();
  return {
    contender: inProcess(name, rows, () => find()[rows - 1]!),
    volatilityAt: (row) => found[row]!,
  };
};

const errorsOf = (
  { contender, volatilityAt }: VolatilityFinder,
  options: OptionColumns,
): ReadonlyArray<number> =>
  Array.from({ length: contender.operations }, (_, row) =>
    Math.abs(volatilityAt(row) - options.volatility[row]!),
  );

const within = (errors: ReadonlyArray<number>, limit: number): number =>
  errors.filter((error) => error <= limit).length / errors.length;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
