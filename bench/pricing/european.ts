import { pricing, type OptionColumns } from '../../pricing-wasm/index.js';
import { firstOf, listed, wide, withoutYield } from './option-samples.js';
import { inPlainTypeScript, rightOf, throughArena, throughPort } from './ours.js';
import { blackScholesAndGreeks } from './peers/black-scholes-and-greeks.js';
import { cScalar, flags } from './peers/c-scalar.js';
import { optionPricing } from './peers/option-pricing.js';
import type { Peer } from './peers/peer.js';
import { plainJavaScript } from './peers/plain-javascript.js';
import { quantlib } from './peers/quantlib.js';
import { uqee } from './peers/uqee.js';
import { fastestOf, race, standingOf, timesAsFast, type Standing } from './race.js';
import { raceSection } from './race-section.js';
import { atLeast, type Goal, type Section } from './report.js';
import { differences, valuesOf } from './values.js';

/** Price and first-order Greeks of European options, against C and against what a user could install. */
export const europeanSections = async (): Promise<ReadonlyArray<Section>> => {
  const [chains, distant] = [listed(rows), wide(rows)];
  return [
    await withYields(chains, asListed, 2.5),
    await withYields(distant, asDistant, 2.5),
    await withoutYields(withoutYield(chains), asListed),
    await withoutYields(withoutYield(distant), asDistant),
  ];
};

const asListed = 'strikes within 4 standard deviations';
const asDistant = 'strikes at 50% to 150% of the spot';
const rows = 200_000;
const batch = `Batch of ${rows.toLocaleString('en')}.`;

/** Against C, plain JavaScript, and the one package that knows yields and Greeks. */
const withYields = async (options: OptionColumns, strikes: string, goal: number): Promise<Section> => {
  const c = await cScalar(options);
  const others = [plainJavaScript(options), quantlib(firstOf(options, 50_000))];
  const goals = (standings: ReadonlyArray<Standing>): ReadonlyArray<Goal> => {
    if (c === undefined) return [];
    const inC = standingOf(standings, c.contender);
    return [atLeast('the arena, times as fast as C', timesAsFast(standings[0]!, inC), goal)];
  };
  const prose = `${batch} ${c === undefined ? 'No gcc here, hence no C.' : `C by gcc ${flags}.`}`;
  const title = `European price and Greeks, ${strikes}`;
  const section = await against(title, c === undefined ? others : [c, ...others], options, prose, goals);
  c?.close();
  return section;
};

/** Against packages of which some know no yield, or no Greeks; slow ones price the first options only. */
const withoutYields = (options: OptionColumns, strikes: string): Promise<Section> => {
  const packages = [
    uqee('double', options),
    uqee('single', options),
    quantlib(firstOf(options, 50_000)),
    optionPricing(firstOf(options, 50_000)),
    blackScholesAndGreeks(firstOf(options, 300)),
  ];
  return against(
    `European price and Greeks without yields, ${strikes}`,
    packages,
    options,
    `${batch} Most packages know no yield; slow ones price the first options only.`,
    (standings) => {
      const fastest = fastestOf(standings.slice(ours));
      const ratio = timesAsFast(standings[0]!, fastest);
      return [atLeast(`the arena, times as fast as the fastest package (${fastest.name})`, ratio, 4.3)];
    },
  );
};

/** How many of the standings are ours; the arena is the first. */
const ours = 3;

const against = async (
  title: string,
  peers: ReadonlyArray<Peer>,
  options: OptionColumns,
  prose: string,
  goals: (standings: ReadonlyArray<Standing>) => ReadonlyArray<Goal>,
): Promise<Section> => {
  const values = valuesOf(rightOf(pricing.blackScholesMerton(options)));
  const apart = peers.map(
    ({ contender, valuesAt }) =>
      [
        contender.name,
        differences(options, Math.min(contender.operations, 20_000), values, valuesAt),
      ] as const,
  );
  const contenders = [
    throughArena(options),
    throughPort(options),
    inPlainTypeScript(options),
    ...peers.map(({ contender }) => contender),
  ];
  const standings = await race(contenders);
  return {
    ...raceSection({ title, prose, standings, ours, differences: new Map(apart) }),
    goals: goals(standings),
  };
};
