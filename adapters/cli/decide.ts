import { isLeft, right, type Either } from 'fp-ts/lib/Either.js';
import {
  allStrategies,
  createEngine,
  dollarsOf,
  eventsAt,
  formatTime,
  limitsOf,
  phaseInForce,
  systemMode,
  type AppState,
  type Command,
  type Decision,
  type EngineEvent,
  type Limits,
  type RuleSet,
  type StepResult,
} from '../../core/index.js';
import { pricing } from '../../pricing-wasm/index.js';
import { engineInput, type Snapshot, type SnapshotError } from '../snapshot/index.js';
import { exitRow, notAskedRow, rowsUnder, strategyRow } from './decision-answers.js';
import type { AccountRow, DecisionDocument } from './decision-document.js';
import { exitCodes } from './exit-codes.js';
import { whyNotAsked } from './not-asked.js';

/** Lets the engine decide at a snapshot's moment. Left: parts of the snapshot that contradict each other. */
export const decide = (
  snapshot: Snapshot,
  rules: RuleSet,
): Either<ReadonlyArray<SnapshotError>, DecisionDocument> => {
  const input = engineInput(snapshot, rules);
  if (isLeft(input)) return input;
  const { state, market } = input.right;
  const limits = limitsOf(rules);
  const engine = createEngine({ pricing, rules });
  const taken = stepAll(engine.step, state, eventsAt(market, allStrategies, limits));
  const row = rowsUnder(rules);
  const { name, version, derivedFrom } = rules;
  return right({
    schema: 'tomking.decision/1',
    at: formatTime(snapshot.at),
    ruleSet: { name, version, digest: engine.ruleSet, derivedFrom: derivedFrom?.name ?? null },
    answer: taken.decisions.some(acts) ? 'yes' : 'no',
    account: accountRow(taken.state, limits),
    exits: taken.decisions
      .filter(({ subject }) => subject === 'exit')
      .map((decision) => exitRow(decision, taken.state, row)),
    strategies: allStrategies.map((strategy) => {
      const decision = taken.decisions.find(
        ({ subject, strategy: id }) => subject === 'entry' && id === strategy.id,
      );
      return decision === undefined
        ? notAskedRow(strategy, whyNotAsked(state, strategy, snapshot.at, limits))
        : strategyRow(strategy, decision, taken.state, row);
    }),
    unknown: taken.decisions.flatMap(({ answers }) =>
      answers.filter(({ verdict }) => verdict._tag === 'Unknown'),
    ).length,
    alerts: taken.commands.flatMap((command) =>
      command._tag === 'Alert' ? [{ severity: command.severity, text: command.text }] : [],
    ),
  });
};

/** 0 when an entry is ordered or an exit is due, 1 when the rules say no. */
export const exitCodeOf = ({ answer }: DecisionDocument): number =>
  answer === 'yes' ? exitCodes.ok : exitCodes.rulesSayNo;

interface Taken {
  readonly state: AppState;
  readonly decisions: ReadonlyArray<Decision>;
  readonly commands: ReadonlyArray<Command>;
}

/** Exits are asked at every event; the first answer of the moment is the one that counts. */
const stepAll = (
  step: (state: AppState, event: EngineEvent) => StepResult,
  start: AppState,
  events: ReadonlyArray<EngineEvent>,
): Taken =>
  events.reduce<Taken>(
    (soFar, event, index) => {
      const { state, decisions, commands } = step(soFar.state, event);
      const fresh = index === 0 ? decisions : decisions.filter(({ subject }) => subject === 'entry');
      return {
        state,
        decisions: [...soFar.decisions, ...fresh],
        commands: [...soFar.commands, ...commands],
      };
    },
    { state: start, decisions: [], commands: [] },
  );

const acts = ({ outcome: { _tag } }: Decision): boolean => _tag === 'Ordered' || _tag === 'Closing';

const accountRow = ({ system, positions }: AppState, limits: Limits): AccountRow => ({
  equity: dollarsOf(system.equity),
  phase: phaseInForce(system.phase.phase, system.risk.breaker),
  mode: systemMode({ risk: system.risk, operatorHalt: system.halted, manual: system.manual }, limits).mode,
  positions: positions.length,
});
