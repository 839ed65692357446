import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import type { AdmissionFacts, SystemFacts } from '../admission/index.js';
import { legSlip, pricedLegs, type Holding, type WorkingOrder } from '../execution/index.js';
import { dataFacts, type DataFacts } from '../market/index.js';
import { addGreeks, cashOf, scaleGreeks, type Greeks } from '../portfolio/index.js';
import {
  countPositions,
  factsOfRiskState,
  isShortVolatility,
  marginUsage,
  systemMode,
  type RiskFacts,
} from '../risk/index.js';
import { known, missing, type Reading } from '../rule/index.js';
import type { SizingFacts } from '../sizing/index.js';
import { add, cents } from '../units/index.js';
import type { Candidate } from './candidate.js';
import { outranks, type EngineContext } from './context.js';
import {
  buyingPowerInUse,
  correlationOf,
  openCounts,
  quoteIn,
  workingCounts,
  workingEntries,
} from './exposure.js';
import type { AppState } from './state.js';

/** What was worked out for a candidate before the checks are asked. */
export interface Worked {
  readonly greeks: Reading<Greeks>;
  readonly sizing: SizingFacts['sizing'];
  readonly order: WorkingOrder;
}

/** Cuts the facts of the 47 checks out of state, market and candidate. */
export const admissionFacts = (
  context: EngineContext,
  state: AppState,
  candidate: Candidate,
  worked: Worked,
): AdmissionFacts => {
  const { strategy, facts, proposal, market } = candidate;
  const { broker } = state.system;
  const priced = pricedLegs(proposal.legs, quoteIn(market));
  return {
    strategy,
    data: dataOf(context, candidate),
    liquidity: {
      combo: known(proposal.market),
      legs: proposal.legs.map((leg) => {
        const quote = quoteIn(market)(leg);
        return {
          contract: leg.contract,
          volume: quote?.volume ?? null,
          openInterest: quote?.openInterest ?? null,
        };
      }),
    },
    fees: {
      entry: 'credit',
      credit: known(cashOf(proposal.root, proposal.market.mid, 1)),
      roundTripFees: known(proposal.roundTripFees),
    },
    entry: facts,
    proposal: { proposal },
    system: systemOf(context, state, candidate),
    risk: riskOf(state, candidate, worked),
    sizing: { sizing: worked.sizing },
    broker: broker === null ? missing('broker status', 'absent') : known(broker),
    order: {
      order: worked.order,
      entry: 'credit',
      mid: known(proposal.market.mid),
      concession: isLeft(priced)
        ? missing('concession', 'absent', 'a leg has no price')
        : known(legSlip(priced.right, context.limits)),
      journal: known('ready'),
      usedKeys: state.system.usedKeys,
      holdings: holdingsOf(state),
    },
  };
};

const dataOf = ({ limits }: EngineContext, { strategy, facts, draft, market }: Candidate): DataFacts => {
  const { slice, root, legs } = draft;
  const asked = strategy.watch(facts, limits).find((watch) => watch._tag === 'Band') ?? {
    _tag: 'Contracts',
    contracts: legs.map(({ contract }) => contract),
  };
  return dataFacts(market, {
    root,
    slice: { root, expiry: slice.expiry, settles: slice.settles },
    asked,
    legs: legs.map(({ contract, ratio }) => ({ contract, ratio })),
  });
};

const systemOf = (
  context: EngineContext,
  state: AppState,
  { strategy, market, proposal }: Candidate,
): SystemFacts => {
  const { rules, limits } = context;
  const { system, orders } = state;
  const { scanner, noEdgeSince } = state.strategies[strategy.id];
  return {
    at: market.at,
    session: system.session,
    rules,
    mode: systemMode({ risk: system.risk, operatorHalt: system.halted, manual: system.manual }, limits),
    sessions: system.memory.sessions,
    manual: system.manual,
    scanner,
    noEdgeSince,
    unresolvedOrders: orders.filter(
      ({ state: { _tag } }) => _tag === 'Unconfirmed' || _tag === 'NeedsOperator',
    ).length,
    reconciledAt:
      system.reconciledAt === null
        ? missing('reconciliation', 'absent', 'never reconciled')
        : known(system.reconciledAt),
    claimants: workingEntries(state)
      .map(({ state: { order } }) => order)
      .filter((order) => order.root === proposal.root && outranks(context, order.strategy, strategy.id))
      .map((order) => order.strategy),
  };
};

/** The book as it would be with the whole order filled; a size of 0 is judged as one contract. */
const riskOf = (state: AppState, { facts, proposal }: Candidate, { greeks, order }: Worked): RiskFacts => {
  const { system } = state;
  const quantity = Math.max(1, order.quantity);
  const own = factsOfRiskState(system.risk);
  return {
    ...own,
    vix: facts.vix,
    phase: known(facts.phase),
    correlation: correlationOf(state),
    projectedUsage: marginUsage(
      add(buyingPowerInUse(state), cents(proposal.requirement * quantity)),
      system.equity,
    ),
    counts: known(countPositions(openCounts(state), workingCounts(state), system.risk.breaker)),
    proposal: { symbol: proposal.root, shortVolatility: isShortVolatility(proposal.structure) },
    projectedGreeks: isRight(greeks)
      ? known(addGreeks(greeks.right, scaleGreeks(proposal.greeks, quantity)))
      : greeks,
  };
};

const holdingsOf = ({ positions }: AppState): ReadonlyArray<Holding> =>
  positions.flatMap(({ position }) =>
    position.legs.map(({ contract, ratio }) => ({
      contract,
      quantity: ratio * position.quantity,
    })),
  );
