import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { americanSections } from './pricing/american.js';
import { artifactSections } from './pricing/artifact.js';
import { bookSections } from './pricing/book.js';
import { europeanSections } from './pricing/european.js';
import { greekOrdersSections } from './pricing/greek-orders.js';
import { impliedVolatilitySections } from './pricing/implied-volatility.js';
import { markdown, type Section } from './pricing/report.js';
import { smallBatchesSections } from './pricing/small-batches.js';

/**
 * The claims of the pricing kernel, each measured against what a user could choose instead.
 * Run: npm run bench -- pricing [GROUP...] [--write]
 * `--write` runs everything and writes docs/benchmarks.md.
 */
const groups: Readonly<Record<string, () => Promise<ReadonlyArray<Section>>>> = {
  european: europeanSections,
  'small-batches': smallBatchesSections,
  'greek-orders': greekOrdersSections,
  'implied-volatility': impliedVolatilitySections,
  american: americanSections,
  book: bookSections,
  artifact: artifactSections,
};

const write = process.argv.includes('--write');
const asked = process.argv.slice(2).filter((argument) => argument in groups);
const names = write || asked.length === 0 ? Object.keys(groups) : asked;

const page = `docs/benchmarks.md`;
const introduction = `# Benchmarks of the pricing kernel

Written by \`npm run bench -- pricing --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}; load average at the start ${loadavg()[0]!.toFixed(1)}.

Times are of the processor. Every contender runs once a round, in an order that turns from round to round; figures are medians of the rounds, ratios the medians of each round's ratio, and the spread is half the distance between the quartiles. Speeds depend on the machine; ratios much less.`;

const parts = [introduction];
process.stdout.write(`${introduction}\n`);
for (const name of names) {
  for (const section of await groups[name]!()) {
    parts.push(markdown(section));
    process.stdout.write(`\n${markdown(section)}\n`);
  }
}
if (write) writeFileSync(page, `${parts.join('\n\n')}\n`);
