import { digestsOf } from '../pricing-wasm/pinned-digests.js';
import { openArena, pricing } from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { loadPricing, type KernelSource } from '../../pricing-wasm/wasm.js';

/** What an engine makes of the package; bundled once, run in Chromium and in a newer Node. */
export interface Findings {
  readonly inlined: Readonly<Record<string, string>>;
  readonly loaded: Readonly<Record<string, string>>;
  readonly plain: Readonly<Record<string, string>>;
  /** The error of a kernel that is not there, and of one that is no kernel. */
  readonly refused: ReadonlyArray<string>;
  /** A price written to, and read from, an arena's own columns. */
  readonly arenaPrice: number;
}

export const findingsOf = async (kernel: KernelSource, missing: KernelSource): Promise<Findings> => {
  const loaded = await loadPricing(kernel);
  if (loaded._tag === 'Left') throw new Error(loaded.left.detail);
  const refusals = [await loadPricing(missing), await loadPricing(Uint8Array.of(0, 1, 2, 3))];
  return {
    inlined: await digestsOf(pricing),
    loaded: await digestsOf(loaded.right.pricing),
    plain: await digestsOf(plainPricing),
    refused: refusals.map((each) => (each._tag === 'Left' ? each.left._tag : 'loaded')),
    arenaPrice: priceInArena(),
  };
};

export const priceInArena = (): number => {
  const arena = openArena(1);
  if (arena._tag === 'Left') throw new Error(arena.left._tag);
  const { underlying, strike, years, rate, volatility, price, right } = arena.right;
  right[0] = 1;
  underlying[0] = 5_600;
  strike[0] = 5_500;
  years[0] = 30 / 365;
  rate[0] = 0.043;
  volatility[0] = 0.22;
  arena.right.black76(1);
  return price[0] ?? Number.NaN;
};
