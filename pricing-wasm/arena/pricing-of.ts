import type { Either } from 'fp-ts/lib/Either.js';
import type { Pricing, PricingError } from '../../core/pricing/index.js';
import { arenaIn, type Arena, type BookArena } from './arena.js';
import { pricingThrough } from './arena-pricing.js';
import type { KernelModule } from './kernel.js';

/** What a compiled kernel offers. */
export interface KernelPricing {
  /** Columns in, fresh columns out. */
  readonly pricing: Pricing;
  /** Opens an arena of `capacity` rows; its errors and what it holds are in `Arena`. */
  readonly openArena: (capacity: number) => Either<PricingError, Arena>;
}

/** Pricing by the module, which is asked for on the first call. */
export const pricingOf = (module: () => KernelModule): KernelPricing => {
  const openArena = (capacity: number): Either<PricingError, BookArena> => arenaIn(module(), capacity);
  let chunk: Either<PricingError, BookArena> | undefined;
  return { openArena, pricing: pricingThrough(() => (chunk ??= openArena(chunkRows))) };
};

/** Small enough that a chunk's columns stay in the processor's second cache. */
const chunkRows = 1_024;
