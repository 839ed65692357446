import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { rightOf } from './ours.js';
import { openArena } from '../../pricing-wasm/index.js';
import { inProcess, type Contender, middleNanoseconds, race } from './race.js';
import { atMost, type Section } from './report.js';
import { median } from './statistics.js';

const kernelPath = 'pricing-wasm/generated/kernel.wasm';

/** What it costs to have the kernel at all: its size, its start in a fresh process, an empty call. */
export const artifactSections = async (): Promise<ReadonlyArray<Section>> => {
  const bytes = readFileSync(kernelPath);
  const kilobytes = bytes.length / 1_024;
  const zipped = gzipSync(bytes).length / 1_024;
  const instantiated = medianOfStarts(instantiation);
  const priced = medianOfStarts(firstPrice);
  const [empty] = await race([emptyCalls()]);
  return [
    {
      title: 'Artifact',
      prose: 'Starts are those of fresh processes.',
      head: ['', 'measured'],
      rows: [
        ['kernel.wasm', `${kilobytes.toFixed(1)} KB`],
        ['kernel.wasm, gzip', `${zipped.toFixed(1)} KB`],
        ['compile and instantiate', `${instantiated.toFixed(2)} ms`],
        ['first price: decode the inlined bytes, compile, instantiate, call', `${priced.toFixed(2)} ms`],
        ['a call of no rows', `${middleNanoseconds(empty!).toFixed(0)} ns`],
      ],
      goals: [
        atMost('size of kernel.wasm', kilobytes, 64, 'KB'),
        atMost('compile and instantiate', instantiated, 5, 'ms'),
      ],
    },
  ];
};

const emptyCalls = (): Contender => {
  const arena = rightOf(openArena(8));
  return inProcess('a call of no rows', 1_000, () => {
    for (let call = 0; call < 1_000; call += 1) arena.blackScholesMerton(0);
    return arena.price[0]!;
  });
};

/** Of the file's bytes to an instance. */
const instantiation = `
  import { readFileSync } from 'node:fs';
  const bytes = readFileSync(${JSON.stringify(kernelPath)});
  const begun = performance.now();
  new WebAssembly.Instance(new WebAssembly.Module(bytes));
  console.log(performance.now() - begun);`;

/** Of the package as it is imported to its first price. */
const firstPrice = `
  const { pricing } = await import(${JSON.stringify(pathToFileURL('dist/pricing-wasm/index.js').href)});
  const one = (value) => Float64Array.of(value);
  const right = Uint8Array.of(0);
  const [underlying, strike, years, rate, dividendYield, volatility] = [100, 100, 1, 0, 0, 0.2].map(one);
  const begun = performance.now();
  pricing.blackScholesMerton({ right, underlying, strike, years, rate, dividendYield, volatility });
  console.log(performance.now() - begun);`;

/** What the script prints, in a fresh process each time, which has compiled nothing before. */
const medianOfStarts = (script: string): number =>
  median(
    Array.from({ length: 15 }, () => {
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        encoding: 'utf8',
      });
      return Number(stdout);
    }),
  );
