import { pricing, type OptionColumns, type Pricing } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { listed } from './option-samples.js';
import { arenaWith, rightOf } from './ours.js';
import { plainGroupSums, plainScenarioGrid } from './peers/plain-book.js';
import { inProcess, middleNanoseconds, race, type Contender, type Standing } from './race.js';
import { milliseconds, raceSection } from './race-section.js';
import { atMost, type Section } from './report.js';
import { greatest } from './statistics.js';

/** What a desk asks many times a day: the book under shocks, and its Greeks by group. */
export const bookSections = async (): Promise<ReadonlyArray<Section>> => [
  await scenarioGrids(),
  await groupedGreeks(),
];

const steps = (from: number, to: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, step) => from + ((to - from) * step) / (count - 1));

/** As many contracts bought as sold, from one to ten of a hundred each. */
const quantitiesOf = (options: OptionColumns): Float64Array =>
  Float64Array.from(options.right, (_, row) => (row % 2 === 0 ? 100 : -100) * (1 + (row % 10)));

const scenarioGrids = async (): Promise<Section> => {
  const options = listed(1_000);
  const quantity = quantitiesOf(options);
  const axes = { spots: steps(0.8, 1.2, 41), volatilities: steps(0.75, 1.5, 11), days: [0] };
  const gridBy = ({ scenarioGrid }: Pricing): Float64Array =>
    rightOf(scenarioGrid(options, quantity, axes)).values;
  const inPlainJavaScript = (): Float64Array => plainScenarioGrid(options, quantity, axes);
  const standings = await race([
    once('ours', () => gridBy(pricing)[0]!),
    once('ours, plain TypeScript', () => gridBy(plainPricing)[0]!),
    once('plain JavaScript', () => inPlainJavaScript()[0]!),
  ]);
  return {
    ...raceSection({
      title: 'Scenario grid: 1,000 legs × 41 spots × 11 volatilities',
      prose: `Every leg is repriced in full in each of the 451 scenarios. ${apart(gridBy(pricing), inPlainJavaScript())}`,
      figure: milliseconds,
      standings,
      ours: 2,
    }),
    goals: [atMost('scenario grid', millisecondsOf(standings[0]!), 15, 'ms')],
  };
};

const groupedGreeks = async (): Promise<Section> => {
  const options = listed(10_000);
  const positions = {
    quantity: quantitiesOf(options),
    group: Uint32Array.from(options.right, (_, row) => (row * 7) % 50),
    groups: 50,
  };
  const sumsBy = ({ bookGreeks }: Pricing): Float64Array =>
    rightOf(bookGreeks('blackScholesMerton', options, positions)).delta;
  const inPlainJavaScript = (): Float64Array => plainGroupSums(options, positions).delta;
  const arena = arenaWith(options);
  arena.quantity.set(positions.quantity);
  arena.group.set(positions.group);
  const rows = options.right.length;
  const inArena = (): number => {
    rightOf(arena.blackScholesMerton(rows));
    return rightOf(arena.sumByGroup(rows, positions.groups)).delta[49]!;
  };
  const standings = await race([
    once('ours, arena', inArena),
    once('ours, port', () => sumsBy(pricing)[49]!),
    once('ours, plain TypeScript', () => sumsBy(plainPricing)[49]!),
    once('plain JavaScript', () => inPlainJavaScript()[49]!),
  ]);
  return {
    ...raceSection({
      title: 'Price and first-order Greeks of 10,000 legs, summed in 50 groups',
      prose: `The arena holds the whole book; the port copies it in by chunks that the processor's second cache holds. ${apart(sumsBy(pricing), inPlainJavaScript())}`,
      figure: milliseconds,
      standings,
      ours: 3,
    }),
    goals: [atMost('grouped Greeks through the port', millisecondsOf(standings[1]!), 0.5, 'ms')],
  };
};

const once = (name: string, go: () => number): Contender => inProcess(name, 1, go);

const millisecondsOf = (standing: Standing): number => middleNanoseconds(standing) / 1e6;

const apart = (ours: Float64Array, theirs: Float64Array): string => {
  const size = greatest(ours.map(Math.abs));
  const difference = greatest(ours.map((value, index) => Math.abs(value - theirs[index]!)));
  return `Plain JavaScript differs by at most ${(difference / size).toExponential(0)} of the greatest value.`;
};
