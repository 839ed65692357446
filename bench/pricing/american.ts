import type { AmericanTier, OptionColumns } from '../../pricing-wasm/index.js';
import { priceAmericanTerms, type AmericanValues } from '../../pricing-wasm/plain/american/index.js';
import { throughArena } from './american-arena.js';
import { exercisable, firstOf, listed } from './option-samples.js';
import { optionPricingAmerican } from './peers/option-pricing.js';
import type { Peer } from './peers/peer.js';
import { quantlibAmerican } from './peers/quantlib-american.js';
import { inProcess, middleNanoseconds, race, standingOf, timesAsFast } from './race.js';
import { raceSection, thousandsPerSecond } from './race-section.js';
import { atLeast, type Section } from './report.js';
import { greatest } from './statistics.js';

/** American options by tier, against plain TypeScript of the same algorithm and the engines one can install. */
export const americanSections = async (): Promise<ReadonlyArray<Section>> => {
  const options = exercisable(listed(1_000));
  const [standard, plainStandard] = [
    throughArena(options, 'standard'),
    inPlainTypeScript(options, 'standard'),
  ];
  const contenders = [
    standard,
    plainStandard,
    throughArena(options, 'fast'),
    throughArena(options, 'precise'),
    throughArena(options, 'standard', 'first'),
    inPlainTypeScript(options, 'fast'),
    inPlainTypeScript(options, 'precise'),
    quantlibAmerican('Bjerksund-Stensland', firstOf(options, 200)),
    quantlibAmerican('Ju quadratic', firstOf(options, 200)),
    quantlibAmerican('Leisen-Reimer 401', firstOf(options, 20)),
    optionPricingAmerican(firstOf(options, 20)),
  ];
  const errors = contenders.map((contender) => errorOf(contender, options));
  const standings = await race(
    contenders.map(({ contender }) => contender),
    25,
  );
  const own = standingOf(standings, standard.contender);
  const plain = standingOf(standings, plainStandard.contender);
  const section = raceSection({ title, prose, figure: thousandsPerSecond, standings, ours: 1 });
  return [
    {
      ...section,
      head: [...section.head, 'error'],
      rows: section.rows.map((row, index) => [...row, errors[index]!.toExponential(0)]),
      goals: [
        atLeast('the standard tier, times as fast as plain TypeScript', timesAsFast(own, plain), 3),
        atLeast('the standard tier, thousand options a second', 1e6 / middleNanoseconds(own), 100),
      ],
    },
  ];
};

const title = 'American options, batch of 1,000';
const prose = `Strikes as chains list them, rates and yields positive; the price alone, but where all Greeks are named. The error is the greatest one relative to our precise tier among prices above 0.5% of the strike; slow peers price the first options only.`;

const inPlainTypeScript = (options: OptionColumns, tier: AmericanTier): Peer => {
  const rows = options.right.length;
  const valuesAt = (row: number): AmericanValues => valuesOf(options, row, tier);
  return {
    contender: inProcess(`ours, plain TypeScript, ${tier}`, rows, () => {
      let sum = 0;
      for (let row = 0; row < rows; row += 1) sum += valuesAt(row).price;
      return sum;
    }),
    valuesAt: (row) => ({ price: valuesAt(row).price }),
  };
};

const valuesOf = (options: OptionColumns, row: number, tier: AmericanTier): AmericanValues =>
  priceAmericanTerms(
    {
      right: options.right[row] === 0 ? 0 : 1,
      underlying: options.underlying[row]!,
      strike: options.strike[row]!,
      years: options.years[row]!,
      rate: options.rate[row]!,
      dividendYield: options.dividendYield[row]!,
      volatility: options.volatility[row]!,
    },
    tier,
    'none',
    false,
  );

const errorOf = ({ contender, valuesAt }: Peer, options: OptionColumns): number =>
  greatest(
    Array.from({ length: contender.operations }, (_, row) => {
      const precise = valuesOf(options, row, 'precise').price;
      if (precise < 0.005 * options.strike[row]!) return 0;
      return Math.abs((valuesAt(row).price ?? Number.NaN) / precise - 1);
    }),
  );
