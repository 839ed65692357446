import { listed } from './option-samples.js';
import { arenaWith } from './ours.js';
import { inProcess, race, timesAsFast } from './race.js';
import { raceSection } from './race-section.js';
import type { Section } from './report.js';

/** What the price alone and the higher orders of Greeks cost, relative to the first order. */
export const greekOrdersSections = async (): Promise<ReadonlyArray<Section>> => {
  const options = listed(200_000);
  const arena = arenaWith(options);
  const rows = options.right.length;
  const contenders = (['first', 'none', 'second', 'third'] as const).map((order) =>
    inProcess(names[order], rows, () => {
      arena.blackScholesMerton(rows, order);
      return arena.price[rows - 1]! + arena.zomma[rows - 1]!;
    }),
  );
  const standings = await race(contenders);
  const [first] = standings;
  const section = raceSection({
    title: 'Orders of Greeks',
    prose: 'European options through the arena, batch of 200,000, strikes as chains list them.',
    standings,
    ours: 0,
  });
  return [
    {
      ...section,
      head: [...section.head, 'time, relative to first order'],
      rows: section.rows.map((row, index) => [...row, timesAsFast(first!, standings[index]!).toFixed(2)]),
      goals: [],
    },
  ];
};

const names = {
  first: 'first: price, delta, gamma, vega, theta, rho',
  none: 'none: price',
  second: 'second: and vanna, volga, charm',
  third: 'third: and speed, color, zomma',
} as const;
