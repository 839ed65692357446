import {
  comboQuote,
  contractKey,
  fills,
  orderSide,
  pricedLegs,
  session,
  type Command,
  type EngineEvent,
  type ExchangeTime,
  type FillModel,
  type Leg,
  type Limits,
  type MarketSnapshot,
  type OptionQuote,
  type WorkingOrder,
} from '../../../core/index.js';
import { isLeft } from 'fp-ts/lib/Either.js';

/**
 * A simulated broker on the pure fill model: it accepts every order, fills whole orders at the model's price as
 * soon as their limit reaches it, and answers at the same instant. Always healthy; shown as simulated.
 */
export interface PaperBroker {
  /** Carries out one command; the reports that follow from it, in order. */
  readonly carryOut: (
    command: Command,
    at: ExchangeTime,
    market: MarketSnapshot | null,
  ) => ReadonlyArray<EngineEvent>;
  /** New quotes: fills of what is working. */
  readonly quoted: (market: MarketSnapshot) => ReadonlyArray<EngineEvent>;
  /** Keys of the orders at work, for reconciliation. */
  readonly working: () => ReadonlyArray<string>;
}

export const createPaperBroker = (model: FillModel, limits: Limits): PaperBroker => {
  const orders = new Map<string, WorkingOrder>();

  const fillNow = (order: WorkingOrder, market: MarketSnapshot | null): ReadonlyArray<EngineEvent> => {
    if (market === null || !isOpen(market.at)) return [];
    const price = priceOf(order, market, model, limits);
    if (price === null) return [];
    orders.delete(order.id);
    const fill = { id: `${order.id}:fill`, quantity: order.quantity, price };
    return [
      { _tag: 'OrderReported', at: market.at, order: order.id, report: { _tag: 'FillReported', fill } },
    ];
  };

  const accept = (
    order: WorkingOrder,
    at: ExchangeTime,
    market: MarketSnapshot | null,
  ): ReadonlyArray<EngineEvent> => {
    orders.set(order.id, order);
    return [
      { _tag: 'OrderReported', at, order: order.id, report: { _tag: 'Acknowledged' } },
      ...fillNow(order, market),
    ];
  };

  return {
    carryOut: (command, at, market) => {
      switch (command._tag) {
        case 'SubmitOrder':
        case 'ReplaceOrder':
          return accept(command.order, at, market);
        case 'CancelOrder':
          orders.delete(command.order.id);
          return [
            {
              _tag: 'OrderReported',
              at,
              order: command.order.id,
              report: { _tag: 'CancelAcknowledged' },
            },
          ];
        case 'LookUpOrder':
          return [
            {
              _tag: 'OrderReported',
              at,
              order: command.order.id,
              report: { _tag: orders.has(command.order.id) ? 'Acknowledged' : 'NotFound' },
            },
          ];
        case 'JournalOrder':
        case 'SetTimer':
        case 'PersistAndReconcile':
        case 'Alert':
          return [];
      }
    },
    quoted: (market) => [...orders.values()].flatMap((order) => fillNow(order, market)),
    working: () => [...orders.keys()],
  };
};

/** Nothing trades outside the regular session, whatever the last quotes were. */
const isOpen = ({ date, second }: ExchangeTime): boolean => {
  const hours = session(date);
  return hours !== null && second >= hours.open && second < hours.close;
};

const priceOf = (
  order: WorkingOrder,
  market: MarketSnapshot,
  model: FillModel,
  limits: Limits,
): number | null => {
  const quoteOf = quotesIn(market, order.legs);
  const combo = comboQuote(order.legs, quoteOf);
  const legs = pricedLegs(order.legs, quoteOf);
  if (isLeft(combo) || isLeft(legs)) return null;
  return fills({ limit: order.limit, side: orderSide(order) }, combo.right, legs.right, model, limits);
};

const quotesIn = (
  market: MarketSnapshot,
  legs: ReadonlyArray<Leg>,
): ((leg: Leg) => OptionQuote | undefined) => {
  const wanted = new Set(legs.map(({ contract }) => contractKey(contract)));
  const quotes = new Map<string, OptionQuote>();
  for (const slice of market.chains)
    for (const quote of slice.quotes) {
      const key = contractKey(quote.contract);
      if (wanted.has(key)) quotes.set(key, quote);
    }
  return ({ contract }) => quotes.get(contractKey(contract));
};
