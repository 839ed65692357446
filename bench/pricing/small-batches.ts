import { openArena, pricing, type OptionColumns } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { listed, rowsBetween } from './option-samples.js';
import { fill, rightOf } from './ours.js';
import { cScalar } from './peers/c-scalar.js';
import { plainColumns } from './peers/plain-javascript.js';
import { inProcess, race, type Contender } from './race.js';
import { raceSection } from './race-section.js';
import type { Section } from './report.js';
import { lastOf } from './values.js';

/** Where the boundary between JavaScript and the kernel begins to show. */
export const smallBatchesSections = async (): Promise<ReadonlyArray<Section>> => {
  const options = listed(20_000);
  const sections: Array<Section> = [];
  for (const size of [1_000, 100, 8]) sections.push(await batchesOf(size, options));
  return sections;
};

/** One go is all batches: of a single one the processor would learn the branches, and every price be a rerun. */
const batchesOf = async (size: number, options: OptionColumns): Promise<Section> => {
  const rows = options.right.length;
  const batches = Array.from({ length: rows / size }, (_, batch) =>
    rowsBetween(options, batch * size, (batch + 1) * size),
  );
  const arena = rightOf(openArena(size));
  const each = (name: string, price: (batch: OptionColumns) => number): Contender =>
    inProcess(name, rows, () => batches.reduce((sum, batch) => sum + price(batch), 0));
  const c = await cScalar(options);
  const standings = await race([
    each('ours, arena filled', (batch) => {
      fill(arena, batch);
      arena.blackScholesMerton(size);
      return lastOf(arena);
    }),
    each('ours, port', (batch) => lastOf(rightOf(pricing.blackScholesMerton(batch)))),
    each('ours, plain TypeScript', (batch) => lastOf(rightOf(plainPricing.blackScholesMerton(batch)))),
    each('plain JavaScript', (batch) => lastOf(plainColumns(batch))),
    ...(c === undefined ? [] : [c.contender]),
  ]);
  c?.close();
  const prose =
    'With yields, strikes as chains list them. The arena is filled for each batch; C has one loop and no batches.';
  const title = `European price and Greeks, batches of ${size.toLocaleString('en')}`;
  return { ...raceSection({ title, prose, standings, ours: 3 }), goals: [] };
};
