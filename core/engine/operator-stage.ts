import { known, missing } from '../rule/index.js';
import { operatorWouldReset, type RecoveryConditions } from '../risk/index.js';
import { add, type ExchangeTime } from '../units/index.js';
import type { EngineContext } from './context.js';
import type { EngineEvent } from './event.js';
import { correlationOf, workingEntries } from './exposure.js';
import { movedCash } from './ledger.js';
import { stepOrderById } from './order-stage.js';
import { withState, withStrategy, withSystem, type Progress } from './progress.js';
import { advanceProtections } from './risk-stage.js';
import type { AppState } from './state.js';

type OperatorActed = Extract<EngineEvent, { readonly _tag: 'OperatorActed' }>;
type CashMoved = Extract<EngineEvent, { readonly _tag: 'CashMoved' }>;

/** What an operator does; exits, cancels and every reducing order go on in every mode (D§5.22). */
export const operatorActed = (
  context: EngineContext,
  progress: Progress,
  { at, action }: OperatorActed,
): Progress => {
  switch (action) {
    case 'reset-breakers':
      return advanceProtections(context, progress, {
        _tag: 'OperatorReset',
        ...recoveryConditions(progress.state, at),
      });
    case 'rebase-peak':
      return advanceProtections(context, progress, {
        _tag: 'OperatorRebased',
        at,
        equity: progress.state.system.equity,
      });
    case 'end-no-edge':
      return context.strategies.reduce(
        (soFar, { id }) => withStrategy(soFar, id, { noEdgeSince: null }),
        progress,
      );
    case 'halt':
      return withoutWorkingEntries(context, withSystem(progress, { halted: true }), at);
    case 'manual':
      return withoutWorkingEntries(context, withSystem(progress, { manual: true }), at);
    case 'resume':
      return withSystem(progress, { halted: false });
    case 'automatic':
      return withSystem(progress, { manual: false });
  }
};

/**
 * A deposit, or a withdrawal when negative, is no result: books, equity and every level it is measured against
 * move by it (D§5.1). What is not an amount is refused, and moves nothing.
 */
export const cashMoved = (
  context: EngineContext,
  progress: Progress,
  { at, amount }: CashMoved,
): Progress => {
  const told = advanceProtections(context, progress, { _tag: 'CashMoved', at, amount });
  if (!Number.isFinite(amount)) return told;
  const { ledger, system } = told.state;
  return withSystem(withState(told, { ledger: movedCash(ledger, amount) }), {
    equity: add(system.equity, amount),
  });
};

/** True when the scripted operator of replays would reset the breakers now (D§5.3). */
export const scriptedReset = ({ limits }: EngineContext, state: AppState, at: ExchangeTime): boolean => {
  const { breaker } = state.system.risk;
  return breaker._tag === 'Tripped' && operatorWouldReset(breaker, recoveryConditions(state, at), limits);
};

const recoveryConditions = (state: AppState, at: ExchangeTime): RecoveryConditions => ({
  at,
  equity: state.system.equity,
  vix: state.system.vix === null ? missing('VIX', 'absent') : known(state.system.vix),
  correlation: correlationOf(state),
});

const withoutWorkingEntries = (context: EngineContext, progress: Progress, at: ExchangeTime): Progress =>
  workingEntries(progress.state).reduce(
    (soFar, { state: { order } }) => stepOrderById(context, soFar, order.id, { _tag: 'CancelRequested' }, at),
    progress,
  );
