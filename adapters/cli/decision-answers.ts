import {
  blocks,
  catalogue,
  checkCatalogue,
  type Answer,
  type AppState,
  type Decision,
  type RuleSet,
} from '../../core/index.js';
import type { ExitRow, RuleRow, StrategyRow } from './decision-document.js';
import { orderRow, proposalRow, ruleRow, sizingRow } from './decision-rows.js';

/** Rows with the statements of a rule set; the last answers of an admitted entry are the 47 checks. */
export interface Rows {
  readonly own: (answer: Answer) => RuleRow;
  readonly checks: (answers: ReadonlyArray<Answer>) => ReadonlyArray<RuleRow>;
  readonly checkCount: number;
}

export const rowsUnder = (rules: RuleSet): Rows => {
  const statements = new Map(catalogue(rules).map(({ id, statement }) => [id, statement]));
  const checks = checkCatalogue(rules);
  return {
    own: (answer) => ruleRow(answer, { number: null, statement: statements.get(answer.rule) ?? strikes }),
    checks: (answers) =>
      answers.map((answer, index) =>
        ruleRow(answer, {
          number: checks[index]?.number ?? null,
          statement: checks[index]?.requirement ?? answer.rule,
        }),
      ),
    checkCount: checks.length,
  };
};

/** The one answer without a rule of its own: no structure could be drawn from the chain. */
const strikes = 'The strategy finds its strikes in the chain';

export const exitRow = (decision: Decision, { orders }: AppState, { own }: Rows): ExitRow => {
  const { strategy, position, outcome, answers } = decision;
  const closing = orders.find(
    ({ state: { order } }) => order.position === position && order.purpose === 'close',
  );
  return {
    position: position ?? '',
    strategy,
    outcome: outcome._tag === 'Closing' ? 'close' : 'hold',
    reason: outcome._tag === 'Closing' ? outcome.reason : null,
    rules: answers.map(own),
    order: closing === undefined ? null : orderRow(closing.state.order),
  };
};

type Named = Pick<StrategyRow, 'id' | 'title'>;

export const strategyRow = (
  { id, title }: Named,
  { answers, position, proposal, sizing, outcome }: Decision,
  { orders }: AppState,
  { own, checks, checkCount }: Rows,
): StrategyRow => {
  // Only an entry that reached the checks has a position to be.
  const ownCount = position === null ? answers.length : answers.length - checkCount;
  const order =
    outcome._tag === 'Ordered' ? orders.find(({ state }) => state.order.id === outcome.order) : undefined;
  return {
    id,
    title,
    outcome: outcome._tag === 'Ordered' ? 'ordered' : 'refused',
    notAsked: null,
    rules: answers.slice(0, ownCount).map(own),
    checks: checks(answers.slice(ownCount)),
    blockedBy: answers.filter(({ verdict }) => blocks(verdict)).map(({ rule }) => rule),
    proposal: proposal === null ? null : proposalRow(proposal),
    sizing: sizing === null ? null : sizingRow(sizing),
    order: order === undefined ? null : orderRow(order.state.order),
  };
};

export const notAskedRow = ({ id, title }: Named, why: string): StrategyRow => ({
  id,
  title,
  outcome: 'not asked',
  notAsked: why,
  rules: [],
  checks: [],
  blockedBy: [],
  proposal: null,
  sizing: null,
  order: null,
});
