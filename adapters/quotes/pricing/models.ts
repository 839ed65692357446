import type { Either } from 'fp-ts/lib/Either.js';
import type {
  AmericanTier,
  EuropeanModel,
  GreekOrder,
  OptionColumns,
  PriceColumns,
  Pricing,
  PricingError,
} from '../../../core/index.js';
import type { FieldNames } from './contract-fields.js';

/** How values are asked for: the highest order of Greeks, and of American options the tier. */
export interface PriceSettings {
  readonly greeks: GreekOrder;
  readonly tier?: AmericanTier;
}

/** An option model as the commands offer it: what it reads, what it gives, and how the port is asked. */
export interface OptionModel {
  /** What the contract's fields are called in a table. */
  readonly contract: FieldNames;
  /** The orders of Greeks that it can give. */
  readonly greeks: ReadonlyArray<GreekOrder>;
  /** Whether it has tiers of accuracy. */
  readonly tiers: boolean;
  readonly price: (
    pricing: Pricing,
    options: OptionColumns,
    settings: PriceSettings,
  ) => Either<PricingError, PriceColumns>;
}

/** A model by which the port also implies volatilities. */
export interface ImpliedModel extends OptionModel {
  readonly implied: EuropeanModel;
}

export const greekOrders: ReadonlyArray<GreekOrder> = ['none', 'first', 'second', 'third'];

const blackScholes: ImpliedModel = {
  contract: { underlying: 'S', strike: 'K', years: 'T', rate: 'r', dividendYield: 'q' },
  greeks: greekOrders,
  tiers: false,
  price: (pricing, options, { greeks }) => pricing.blackScholesMerton(options, greeks),
  implied: 'blackScholesMerton',
};

const black76: ImpliedModel = {
  contract: { underlying: 'F', strike: 'K', years: 'T', rate: 'r' },
  greeks: greekOrders,
  tiers: false,
  price: (pricing, options, { greeks }) => pricing.black76(options, greeks),
  implied: 'black76',
};

const american = (futures: boolean, { contract }: OptionModel): OptionModel => ({
  contract,
  greeks: ['none', 'first'],
  tiers: true,
  price: (pricing, options, { greeks, tier }) =>
    pricing.american(options, {
      greeks: greeks === 'none' ? 'none' : 'first',
      tier: tier ?? 'standard',
      futures,
    }),
});

/** By the name on the command line. A model that is added here is offered by `tomking price`, its help included. */
export const optionModels = {
  'black-scholes': blackScholes,
  'black-76': black76,
  american: american(false, blackScholes),
  'american-futures': american(true, black76),
} as const satisfies Models;

/** The models that `tomking iv` offers. */
export const impliedModels = { 'black-scholes': blackScholes, 'black-76': black76 } as const satisfies Models;

type Models = Readonly<Record<string, OptionModel>>;

/** The name of a model in `optionModels`. */
export type ModelName = keyof typeof optionModels;

/** The name of a model in `impliedModels`. */
export type ImpliedModelName = keyof typeof impliedModels;
