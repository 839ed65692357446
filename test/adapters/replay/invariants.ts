import {
  compareTimes,
  daysToExpiration,
  formatTime,
  isSpyEquivalent,
  session,
  systemMode,
  type AppState,
  type Command,
  type Limits,
  type Root,
  type StepResult,
} from '../../../core/index.js';
import type { Step } from './replay-harness.js';

const laws = [
  'positions, open and working, stay within the limits of the phase',
  'nothing that adds risk is sent in any mode but Normal',
  'a position that must be closed has a close at work',
  'a position has at most one closing order',
  'no order id and no request key is used twice',
  'every order is journalled, and the journal has confirmed it, before it is sent',
  'nothing is sent while the exchange is closed',
  'time never goes back',
  'exits are decided before entries',
  'an admitted entry was asked all 47 checks and none blocks; a refused one names what blocked it',
] as const;

export type Law = (typeof laws)[number];

export interface Invariants {
  readonly onStep: (step: Step) => void;
  /** What broke each law, in words; every law has an entry. */
  readonly broken: Readonly<Record<Law, ReadonlyArray<string>>>;
  /** How often each law had something to judge. */
  readonly judged: Readonly<Record<Law, number>>;
}

type Sent = Extract<Command, { _tag: 'SubmitOrder' | 'ReplaceOrder' }>;

const isSent = (command: Command): command is Sent =>
  command._tag === 'SubmitOrder' || command._tag === 'ReplaceOrder';

/** What must hold at every step of every replay, whatever the market does. */
export const invariants = (limits: Limits): Invariants => {
  const broken = Object.fromEntries(laws.map((law) => [law, [] as string[]])) as Record<Law, string[]>;
  const judged = Object.fromEntries(laws.map((law) => [law, 0])) as Record<Law, number>;
  const journalled = new Set<string>();
  const confirmed = new Set<string>();
  const keys = new Set<string>();
  let last: Step['event']['at'] | null = null;

  const judge = (law: Law, holds: boolean, words: () => string): void => {
    judged[law] += 1;
    if (!holds) broken[law].push(words());
  };

  const commandsOf = ({ event, result: { state, commands } }: Step): void => {
    if (event._tag === 'OrderReported' && event.report._tag === 'JournalConfirmed')
      confirmed.add(event.order);
    for (const command of commands) {
      if (command._tag === 'JournalOrder') {
        const { id } = command.order;
        judge(laws[4], !journalled.has(id), () => `order ${id}`);
        journalled.add(id);
      }
      if (!isSent(command)) continue;
      const { order, key } = command;
      const when = formatTime(event.at);
      const hours = session(event.at.date);
      judge(laws[4], !keys.has(key), () => `request ${key}`);
      keys.add(key);
      judge(laws[5], journalled.has(order.id) && confirmed.has(order.id), () => order.id);
      judge(
        laws[6],
        hours !== null && event.at.second >= hours.open && event.at.second < hours.close,
        () => `${key} at ${when}`,
      );
      if (order.purpose !== 'open') continue;
      const { risk, halted, manual } = state.system;
      const { mode } = systemMode({ risk, operatorHalt: halted, manual }, limits);
      judge(laws[1], mode === 'Normal', () => `${order.id} in ${mode}`);
    }
  };

  const decisionsOf = ({ decisions }: StepResult): void => {
    const subjects = decisions.map(({ subject }) => subject);
    if (subjects.includes('exit') && subjects.includes('entry'))
      judge(laws[8], subjects.lastIndexOf('exit') < subjects.indexOf('entry'), () =>
        decisions.map(({ strategy, subject }) => `${strategy} ${subject}`).join(', '),
      );
    for (const { subject, outcome, answers, at } of decisions) {
      if (subject !== 'entry') continue;
      const blocking = answers.filter(({ verdict: { _tag } }) => _tag === 'Fail' || _tag === 'Unknown');
      judge(
        laws[9],
        outcome._tag === 'Ordered'
          ? blocking.length === 0 && answers.length >= 47
          : outcome._tag === 'Refused' && outcome.blockedBy.length > 0 && blocking.length > 0,
        () => `${formatTime(at)} ${outcome._tag} with ${answers.length} answers`,
      );
    }
  };

  return {
    broken,
    judged,
    onStep: (step) => {
      const { event, result } = step;
      if (last !== null) judge(laws[7], compareTimes(last, event.at) <= 0, () => formatTime(event.at));
      last = event.at;
      commandsOf(step);
      decisionsOf(result);
      const excess = overLimits(result.state, limits);
      judge(laws[0], excess.length === 0, () => `${formatTime(event.at)}: ${excess.join('; ')}`);
      closesOf(step, limits, judge);
    },
  };
};

const working = ({
  orders,
}: AppState): ReadonlyArray<{ readonly id: string; readonly root: Root; readonly strategy: string }> =>
  orders
    .map(({ state: { order } }) => order)
    .filter(({ purpose }) => purpose === 'open')
    .map(({ position, root, strategy }) => ({ id: position, root, strategy }));

/** Every limit on the number of positions, in the worst case: all that works fills. */
const overLimits = (state: AppState, limits: Limits): ReadonlyArray<string> => {
  const { phase } = state.system.phase;
  const open = state.positions.map(({ position: { id, root, strategy } }) => ({
    id,
    root,
    strategy: strategy,
  }));
  const all = [...new Map([...working(state), ...open].map((each) => [each.id, each])).values()];
  const inPhase = (kind: 'positions' | 'lt112'): number =>
    phase === 0 ? 0 : limits[`phase${phase}.${kind}`];
  const counts: ReadonlyArray<readonly [string, number, number]> = [
    ['positions', all.length, inPhase('positions')],
    ['SPY-equivalent', all.filter(({ root }) => isSpyEquivalent(root)).length, 3],
    ['short volatility', all.length, 5],
    ['LT112', all.filter(({ strategy }) => strategy === 'lt112').length, Math.min(2, inPhase('lt112'))],
    ['0DTE', all.filter(({ strategy }) => strategy === 'friday-0dte').length, 1],
    ...(['SPY', 'ES', 'MES'] as const).map(
      (root) => [root, all.filter((each) => each.root === root).length, 2] as const,
    ),
  ];
  return counts.flatMap(([what, count, limit]) =>
    count > limit ? [`${count} ${what}, at most ${limit}`] : [],
  );
};

const closesOf = (
  { event, result: { state } }: Step,
  limits: Limits,
  judge: (law: Law, holds: boolean, words: () => string) => void,
): void => {
  const closes = state.orders
    .map(({ state: { order } }) => order)
    .filter(({ purpose }) => purpose === 'close');
  for (const { position } of state.positions) {
    const own = closes.filter((order) => order.position === position.id).length;
    judge(laws[3], own <= 1, () => `${position.id}: ${own}`);
    if (event._tag !== 'MarketObserved' && event._tag !== 'TimerFired') continue;
    const hours = session(event.at.date);
    if (hours === null || event.at.second >= hours.close) continue;
    const exitTime = hours.earlyClose ? hours.close - 1_800 : 55_800;
    const due =
      position.strategy === 'lt112'
        ? daysToExpiration(event.at.date, position.expiry) <= limits['exit.daysToExpiration']
        : event.at.second >= exitTime;
    if (due) judge(laws[2], own === 1, () => `${position.id} at ${formatTime(event.at)}`);
  }
};
