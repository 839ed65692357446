import { left, right, type Either } from 'fp-ts/lib/Either.js';
import { readKernel, type KernelSource } from './arena/kernel-source.js';
import type { KernelModule } from './arena/kernel.js';
import { pricingOf, type KernelPricing } from './arena/pricing-of.js';

export { RowStatus } from '../core/pricing/index.js';
export type * from '../core/pricing/index.js';
export type { Arena, ArenaModel } from './arena/arena.js';
export type { KernelSource } from './arena/kernel-source.js';
export type { KernelPricing } from './arena/pricing-of.js';

/**
 * Why the kernel could not be loaded: its bytes could not be read, are no WebAssembly that this engine compiles (or a
 * page's policy forbids it), or are another module than the kernel of this version. `detail` is for people.
 */
export interface KernelError {
  readonly _tag: 'KernelUnreadable' | 'KernelInvalid' | 'KernelForeign';
  readonly detail: string;
}

/**
 * The pricing of `tomking/pricing` from a module that the caller supplies: for pages and workers that may not
 * compile inlined bytes, and for bundlers that handle `.wasm` files. The file is `tomking/pricing/kernel.wasm`.
 *
 * @example
 * const loaded = await loadPricing(new URL('/kernel.wasm', location.href));
 * if (loaded._tag === 'Right') loaded.right.pricing.black76(options);
 */
export const loadPricing = async (source: KernelSource): Promise<Either<KernelError, KernelPricing>> => {
  const module = await compiled(source);
  if (module._tag === 'Left') return module;
  const missing = missingExport(module.right);
  if (missing !== undefined) {
    return left({ _tag: 'KernelForeign', detail: `the module does not export ${missing}` });
  }
  return right(pricingOf(() => module.right));
};

const compiled = async (source: KernelSource): Promise<Either<KernelError, KernelModule>> => {
  if (source instanceof WebAssembly.Module) return right(source);
  const bytes = await readKernel(source);
  if (bytes._tag === 'Left') return left({ _tag: 'KernelUnreadable', detail: bytes.left });
  try {
    return right(await WebAssembly.compile(bytes.right));
  } catch (error) {
    return left({ _tag: 'KernelInvalid', detail: String(error) });
  }
};

const exported = [
  'memory',
  'arenaBytes',
  'numberColumnAddress',
  'codeColumnAddress',
  'groupColumnAddress',
  'resultsAddress',
  'blackScholesMerton',
  'black76',
  'clearSums',
  'addToSums',
  'clearScenarios',
  'addScenarios',
  'american',
  'impliedVolatility',
] as const;

const missingExport = (module: KernelModule): string | undefined => {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  return exported.find((name) => !names.includes(name));
};
