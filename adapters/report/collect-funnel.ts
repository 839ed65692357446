import {
  blocks,
  formatTime,
  renderStatement,
  verdictText,
  type Answer,
  type CalendarDate,
  type Decision,
  type RuleSet,
} from '../../core/index.js';
import type { Funnel, FunnelRow, OpportunityRow } from './replay-document.js';

/** One session in which a strategy looked for an entry. */
interface Opportunity {
  readonly date: CalendarDate;
  evaluations: number;
  proposed: boolean;
  ordered: boolean;
  filled: boolean;
  /** Times each rule was asked and times it blocked. */
  readonly asked: Map<string, number>;
  readonly blocked: Map<string, number>;
  readonly unknown: Set<string>;
  /** The evaluation with the fewest blocking rules. */
  nearest: { readonly at: string; readonly vix: number | null; readonly blockedBy: ReadonlyArray<string> };
}

type Nearest = NonNullable<FunnelRow['nearest']>;

/** Folds a strategy's decisions into its funnel. */
export interface FunnelCollector {
  readonly decided: (decision: Decision, vix: number | null) => void;
  readonly filled: (date: CalendarDate) => void;
  readonly funnel: (rules: RuleSet, statementOf: (rule: string) => string) => Funnel;
}

export const funnelCollector = (): FunnelCollector => {
  const opportunities: Opportunity[] = [];
  const nearest = new Map<string, Nearest>();

  const opportunityOn = (date: CalendarDate): Opportunity => {
    const last = opportunities.at(-1);
    if (last?.date === date) return last;
    const fresh: Opportunity = {
      date,
      evaluations: 0,
      proposed: false,
      ordered: false,
      filled: false,
      asked: new Map(),
      blocked: new Map(),
      unknown: new Set(),
      nearest: { at: '', vix: null, blockedBy: [] },
    };
    opportunities.push(fresh);
    return fresh;
  };

  return {
    decided: (decision, vix) => {
      const opportunity = opportunityOn(decision.at.date);
      opportunity.evaluations += 1;
      opportunity.proposed ||= decision.position !== null;
      opportunity.ordered ||= decision.outcome._tag === 'Ordered';
      for (const answer of decision.answers) note(opportunity, answer);
      for (const answer of decision.answers) approach(nearest, decision, answer);
      const blockedBy = unique(
        decision.answers.filter(({ verdict }) => blocks(verdict)).map(({ rule }) => rule),
      );
      if (opportunity.evaluations === 1 || blockedBy.length < opportunity.nearest.blockedBy.length)
        opportunity.nearest = { at: formatTime(decision.at), vix, blockedBy };
    },
    filled: (date) => {
      opportunityOn(date).filled = true;
    },
    funnel: (rules, statementOf) => ({
      opportunities: opportunities.length,
      evaluations: opportunities.reduce((total, { evaluations }) => total + evaluations, 0),
      proposed: opportunities.filter(({ proposed }) => proposed).length,
      ordered: opportunities.filter(({ ordered }) => ordered).length,
      filled: opportunities.filter(({ filled }) => filled).length,
      stoppedBy: rowsOf(opportunities, nearest, (rule) => renderStatement(statementOf(rule), rules)),
      dates: opportunities.map(dateRow),
    }),
  };
};

const note = (opportunity: Opportunity, { rule, verdict }: Answer): void => {
  increment(opportunity.asked, rule);
  if (blocks(verdict)) increment(opportunity.blocked, rule);
  if (verdict._tag === 'Unknown') opportunity.unknown.add(rule);
};

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Keeps, for every rule that fails on a number, the time it came nearest to passing. */
const approach = (nearest: Map<string, Nearest>, { at }: Decision, { rule, verdict }: Answer): void => {
  if (verdict._tag !== 'Fail' || verdict.finding._tag !== 'Measured') return;
  const { observed, limit, distance, unit } = verdict.finding;
  const best = nearest.get(rule);
  if (best === undefined || distance < best.distance)
    nearest.set(rule, { at: formatTime(at), observed, limit, distance, unit });
};

const rowsOf = (
  opportunities: ReadonlyArray<Opportunity>,
  nearest: ReadonlyMap<string, Nearest>,
  statementOf: (rule: string) => string,
): ReadonlyArray<FunnelRow> => {
  const rules = unique(opportunities.flatMap(({ blocked }) => [...blocked.keys()]));
  return rules
    .map((rule) => {
      const stopped = opportunities.filter(({ asked, blocked }) => {
        const times = blocked.get(rule);
        return times !== undefined && times === asked.get(rule);
      });
      return {
        rule,
        statement: statementOf(rule),
        sessions: stopped.length,
        alone: stopped.filter(({ nearest: { blockedBy } }) => isOnlyCause(rule, blockedBy)).length,
        unknown: stopped.filter(({ unknown }) => unknown.has(rule)).length,
        nearest: nearest.get(rule) ?? null,
      };
    })
    .filter(({ sessions, nearest: best }) => sessions > 0 || best !== null)
    .sort((a, b) => b.sessions - a.sessions || (a.rule < b.rule ? -1 : 1));
};

/** Checks that only repeat what another rule has refused: an order of size 0, a mode another rule set. */
const echoes: ReadonlySet<string> = new Set(['size.positive', 'exec.orderReady', 'sys.state']);

const isOnlyCause = (rule: string, blockedBy: ReadonlyArray<string>): boolean => {
  const causes = blockedBy.filter((each) => !echoes.has(each));
  const named = causes.length > 0 ? causes : blockedBy;
  return named.length === 1 && named[0] === rule;
};

const dateRow = ({ date, nearest, filled, ordered }: Opportunity): OpportunityRow => ({
  date,
  at: nearest.at,
  vix: nearest.vix,
  outcome: filled ? 'filled' : ordered ? 'unfilled' : 'refused',
  blockedBy: nearest.blockedBy,
});

const unique = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)];

/** One line for every answer of a decision, for `--debug`. */
export const answerLines = ({ answers }: Decision): ReadonlyArray<string> =>
  answers.map(({ rule, verdict }) => `${verdict._tag.padEnd(13)} ${rule}: ${verdictText(verdict)}`);
