import type { Either } from 'fp-ts/lib/Either.js';
import type {
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  PriceColumns,
  Pricing,
  PricingError,
} from '../../../core/index.js';
import type { FieldNames } from './contract-fields.js';

/** An option model as the commands offer it: what it reads, what it gives, and how the port is asked. */
export interface OptionModel {
  /** What the contract's fields are called in a table. */
  readonly contract: FieldNames;
  /** The orders of Greeks that it can give. */
  readonly greeks: ReadonlyArray<GreekOrder>;
  readonly price: (
    pricing: Pricing,
    options: OptionColumns,
    greeks: GreekOrder,
  ) => Either<PricingError, PriceColumns>;
  /** The model by which the port implies a volatility. */
  readonly implied: EuropeanModel;
}

export type ModelName = 'black-scholes' | 'black-76';

export const greekOrders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];

/** A model that is added here is offered by every command. */
export const optionModels: Readonly<Record<ModelName, OptionModel>> = {
  'black-scholes': {
    contract: { underlying: 'S', strike: 'K', years: 'T', rate: 'r', dividendYield: 'q' },
    greeks: greekOrders,
    price: (pricing, options, greeks) => pricing.blackScholesMerton(options, greeks),
    implied: 'blackScholesMerton',
  },
  'black-76': {
    contract: { underlying: 'F', strike: 'K', years: 'T', rate: 'r' },
    greeks: greekOrders,
    price: (pricing, options, greeks) => pricing.black76(options, greeks),
    implied: 'black76',
  },
};
