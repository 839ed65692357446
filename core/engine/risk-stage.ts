import { advanceRisk, type RiskInput } from '../risk/index.js';
import { stepOrderById } from './order-stage.js';
import type { EngineContext } from './context.js';
import { workingEntries } from './exposure.js';
import { alert, withSystem, type Progress } from './progress.js';

/** Feeds the protections one input, tells what they say, and cancels working entries when they ask for it. */
export const advanceProtections = (
  context: EngineContext,
  progress: Progress,
  input: RiskInput,
): Progress => {
  const { state, effects, notices } = advanceRisk(progress.state.system.risk, input, context.limits);
  const told = notices.reduce(
    (soFar, { kind, detail }) =>
      alert(soFar, kind === 'input refused' ? 'info' : 'warning', `${kind}: ${detail}`),
    withSystem(progress, { risk: state }),
  );
  return effects.includes('cancel working entries')
    ? workingEntries(told.state).reduce(
        (soFar, { state: { order } }) =>
          stepOrderById(context, soFar, order.id, { _tag: 'CancelRequested' }, input.at),
        told,
      )
    : told;
};
