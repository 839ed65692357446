import type { StrategyId } from '../portfolio/index.js';
import type { AlertSeverity, Command } from './command.js';
import type { Decision } from './decision.js';
import type { AppState, StrategyState, SystemState } from './state.js';

/** What a step has come to so far: the state, and what is to be done and told. */
export interface Progress {
  readonly state: AppState;
  readonly commands: ReadonlyArray<Command>;
  readonly decisions: ReadonlyArray<Decision>;
}

export const begun = (state: AppState): Progress => ({ state, commands: [], decisions: [] });

export const issue = (progress: Progress, ...commands: ReadonlyArray<Command>): Progress =>
  commands.length === 0 ? progress : { ...progress, commands: [...progress.commands, ...commands] };

export const alert = (progress: Progress, severity: AlertSeverity, text: string): Progress =>
  issue(progress, { _tag: 'Alert', severity, text });

export const decided = (progress: Progress, decision: Decision): Progress => ({
  ...progress,
  decisions: [...progress.decisions, decision],
});

export const withState = (progress: Progress, change: Partial<AppState>): Progress => ({
  ...progress,
  state: { ...progress.state, ...change },
});

export const withSystem = (progress: Progress, change: Partial<SystemState>): Progress =>
  withState(progress, { system: { ...progress.state.system, ...change } });

export const withStrategy = (progress: Progress, id: StrategyId, change: Partial<StrategyState>): Progress =>
  withState(progress, {
    strategies: {
      ...progress.state.strategies,
      [id]: { ...progress.state.strategies[id], ...change },
    },
  });
