import { isLeft, type Either } from 'fp-ts/lib/Either.js';
import {
  openArena,
  pricing,
  type Arena,
  type OptionColumns,
  type PricingError,
} from '../../pricing-wasm/index.js';
import { plainPricing } from '../../pricing-wasm/plain/index.js';
import { inProcess, type Contender } from './race.js';
import { lastOf } from './values.js';

/** What an Either holds; a bench has no use for a Left. */
export const rightOf = <Value>(result: Either<PricingError, Value>): Value => {
  if (isLeft(result)) throw new Error(result.left._tag);
  return result.right;
};

/** An arena as large as the options and filled with them. */
export const arenaWith = (options: OptionColumns): Arena => {
  const arena = rightOf(openArena(options.right.length));
  fill(arena, options);
  return arena;
};

export const fill = (arena: Arena, options: OptionColumns): void => {
  arena.right.set(options.right);
  arena.underlying.set(options.underlying);
  arena.strike.set(options.strike);
  arena.years.set(options.years);
  arena.rate.set(options.rate);
  arena.dividendYield.set(options.dividendYield);
  arena.volatility.set(options.volatility);
};

/** Inputs and values stay in the kernel's memory. */
export const throughArena = (options: OptionColumns): Contender => {
  const arena = arenaWith(options);
  const rows = options.right.length;
  return inProcess('ours, arena', rows, () => {
    arena.blackScholesMerton(rows);
    return lastOf(arena);
  });
};

/** Options copied in, values copied out to fresh columns. */
export const throughPort = (options: OptionColumns): Contender =>
  inProcess('ours, port', options.right.length, () => lastOf(rightOf(pricing.blackScholesMerton(options))));

/** The same bits without WebAssembly: the port in plain TypeScript. */
export const inPlainTypeScript = (options: OptionColumns): Contender =>
  inProcess('ours, plain TypeScript', options.right.length, () =>
    lastOf(rightOf(plainPricing.blackScholesMerton(options))),
  );
