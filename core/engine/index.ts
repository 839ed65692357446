/** Floor 7: the pure step that folds events into state, commands and decisions. */
export type { AlertSeverity, Command } from './command.js';
export * from './create-engine.js';
export type { Decision, Outcome } from './decision.js';
export type { EngineEvent, MacroCalendar, OperatorAction, Timer } from './event.js';
export { eventsAt } from './events-at.js';
export type { Ledger } from './ledger.js';
export { equityOf } from './ledger.js';
export type { LimitStanding } from './limit-overview.js';
export type { StateError } from './state-error.js';
export { stateFrom } from './state-from.js';
export type { StateParts } from './state-parts.js';
export type { AppState, HeldPosition, LiveOrder, StrategyState, SystemState } from './state.js';
export type { StepResult } from './step.js';
