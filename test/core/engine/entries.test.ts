import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allStrategies, cents, type MarketSnapshot, type StepResult } from '../../../core/index.js';
import { atWork, clockOf, criticals, fridayDesk, journalled, tagsOf, withoutChains } from './friday-desk.js';

const outcomeOf = ({ decisions }: StepResult) =>
  decisions.find(({ subject }) => subject === 'entry')?.outcome;

const verdictOf = ({ decisions }: StepResult, rule: string): string | undefined =>
  decisions.flatMap(({ answers }) => answers).find((answer) => answer.rule === rule)?.verdict._tag;

const blockedBy = (result: StepResult): ReadonlyArray<string> => {
  const outcome = outcomeOf(result);
  return outcome?._tag === 'Refused' ? outcome.blockedBy : [];
};

const quotesEdited =
  (edit: (quote: MarketSnapshot['chains'][number]['quotes'][number]) => object) =>
  (market: MarketSnapshot): MarketSnapshot => ({
    ...market,
    chains: market.chains.map((slice) => ({
      ...slice,
      quotes: slice.quotes.map((quote) => ({ ...quote, ...edit(quote) })),
    })),
  });

describe('a decision at 10:30', () => {
  it('journals the order, sets its ladder and its end, and sends nothing before the journal confirms', () => {
    const desk = fridayDesk();
    const decided = desk.decide();
    const order = journalled(decided);
    expect(outcomeOf(decided)).toMatchObject({ _tag: 'Ordered', order: order.id });
    expect(tagsOf(decided)).toEqual(['JournalOrder', 'SetTimer', 'SetTimer', 'SetTimer', 'SetTimer']);
    expect(order.workUntil.second).toBe(clockOf('10:32'));
    expect(tagsOf(desk.report(order.id, { _tag: 'JournalConfirmed' }, '10:30'))).toEqual(['SubmitOrder']);
  });

  it('is not sent when the journal fails', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    const failed = desk.report(order.id, { _tag: 'JournalFailed', reason: 'disk full' }, '10:30');
    expect(tagsOf(failed)).not.toContain('SubmitOrder');
    expect(desk.state().orders).toEqual([]);
    expect(desk.state().positions).toEqual([]);
  });

  it('is made once: a second timer of the same Friday finds the entry under way', () => {
    const desk = fridayDesk();
    desk.decide();
    expect(desk.decide().decisions).toEqual([]);
  });

  it('walks its ladder downwards as the steps fall due, never below the minimum, under a new key each', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    const keys = new Set<string>();
    const limits = [order.limit];
    for (const step of [2, 3, 4]) {
      const result = desk.feed({
        _tag: 'TimerFired',
        at: desk.at(`10:30:${(step - 1) * 7.5}`),
        timer: { _tag: 'Ladder', order: order.id, step },
        market: desk.market(`10:30:${(step - 1) * 7.5}`),
      });
      for (const command of result.commands)
        if (command._tag === 'ReplaceOrder') {
          keys.add(command.key);
          limits.push(command.order.limit);
          desk.report(order.id, { _tag: 'Acknowledged' }, `10:30:${(step - 1) * 7.5}`);
        }
    }
    expect(limits).toEqual([...limits].sort((a, b) => b - a));
    expect(limits.length).toBeGreaterThan(2);
    expect(keys.size).toBe(limits.length - 1);
  });

  it('ends at 10:32 when nobody sold it: the order is cancelled and the week is over', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    const timedOut = desk.feed({
      _tag: 'TimerFired',
      at: desk.at('10:32'),
      timer: { _tag: 'Timeout', order: order.id },
      market: desk.market('10:32'),
    });
    expect(tagsOf(timedOut)).toContain('CancelOrder');
    desk.report(order.id, { _tag: 'CancelAcknowledged' }, '10:32');
    expect(desk.state().orders).toEqual([]);
    expect(desk.state().strategies['friday-0dte'].scanner._tag).toBe('Scanning');
    expect(desk.state().ledger.cash).toBe(3_000_000);
  });
});

describe('an entry of which part was filled', () => {
  it('keeps the balanced part with its share of fees and buying power, and the rest is gone', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    expect(order.quantity).toBe(8);
    atWork(desk, order, '10:30');
    const whole = desk.state().orders[0]?.buyingPower ?? 0;
    desk.report(
      order.id,
      { _tag: 'FillReported', fill: { id: 'a', quantity: 2, price: order.limit } },
      '10:30:03',
    );
    desk.report(
      order.id,
      { _tag: 'FillReported', fill: { id: 'b', quantity: 1, price: order.limit - 0.05 } },
      '10:30:09',
    );
    expect(desk.state().positions).toEqual([]);
    desk.feed({
      _tag: 'TimerFired',
      at: desk.at('10:32'),
      timer: { _tag: 'Timeout', order: order.id },
      market: desk.market('10:32'),
    });
    desk.report(order.id, { _tag: 'CancelAcknowledged' }, '10:32');
    const [held] = desk.state().positions;
    expect(held?.position.quantity).toBe(3);
    expect(held?.position.openingFees).toBe(3 * 4 * 200);
    expect(held?.position.buyingPower).toBe(cents((whole * 3) / 8));
    const received = Math.round((2 * order.limit + (order.limit - 0.05)) * 500);
    expect(desk.state().ledger.cash).toBe(3_000_000 + received - 2_400);
  });

  it('counts a fill that the broker repeats once', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    const fill = { id: 'a', quantity: 2, price: order.limit };
    desk.report(order.id, { _tag: 'FillReported', fill }, '10:30:03');
    desk.report(order.id, { _tag: 'FillReported', fill }, '10:30:04');
    expect(desk.state().orders[0]?.state.fills).toEqual([fill]);
  });
});

describe('what is missing at 10:30', () => {
  it.each([
    ['VIX', 'friday-0dte.vix', (market: MarketSnapshot) => ({ ...market, vix: null })],
    [
      'a VIX younger than 65 minutes',
      'friday-0dte.vix',
      (market: MarketSnapshot): MarketSnapshot => ({
        ...market,
        vix: market.vix && { ...market.vix, at: { ...market.at, second: market.at.second - 3_901 } },
      }),
    ],
    ['the chain', 'friday-0dte.strikes', withoutChains],
    [
      'every price of an underlying',
      'friday-0dte.strikes',
      (market: MarketSnapshot) => ({ ...market, underlyings: [] }),
    ],
    ['the asks', 'friday-0dte.strikes', quotesEdited(() => ({ ask: null }))],
    ['finite asks', 'friday-0dte.strikes', quotesEdited(() => ({ ask: Number.NaN }))],
    ['bids below the asks', 'friday-0dte.strikes', quotesEdited(({ ask }) => ({ bid: (ask ?? 0) + 1 }))],
    [
      'quotes younger than 45 seconds',
      'data.legs.quotes',
      quotesEdited(({ at }) => ({ at: { ...at, second: at.second - 46 } })),
    ],
  ] as const)('%s: the answer of %s is Unknown and nothing is ordered', (_, rule, edit) => {
    const desk = fridayDesk();
    const result = desk.decide(edit);
    expect(verdictOf(result, rule)).toBe('Unknown');
    expect(blockedBy(result)).toContain(rule);
    expect(tagsOf(result)).not.toContain('JournalOrder');
  });

  it('never throws and never orders on quotes of which the short legs are damaged, however (200 runs)', () => {
    const desk = fridayDesk();
    const before = desk.state();
    const shorts = journalled(desk.decide())
      .legs.filter(({ ratio }) => ratio < 0)
      .map(({ contract: { strike } }) => strike);
    const damage = fc.constantFrom<object>(
      { bid: null },
      { bid: -1 },
      { bid: Number.NaN },
      { ask: null },
      { ask: Number.POSITIVE_INFINITY },
      { ask: 0, bid: 0 },
      { ask: -5 },
      { bid: 50, ask: 1 },
      { impliedVolatility: null },
      { impliedVolatility: Number.NaN },
      { impliedVolatility: 6 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...shorts), damage, (strike, change) => {
        desk.put(() => before);
        const result = desk.decide(
          quotesEdited(({ contract }) => (contract.strike === strike ? change : {})),
        );
        expect(outcomeOf(result)?._tag).toBe('Refused');
        expect(tagsOf(result)).not.toContain('JournalOrder');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the operator', () => {
  it('halts: nothing is entered, and resuming lets the same moment order', () => {
    const desk = fridayDesk();
    desk.feed({ _tag: 'OperatorActed', at: desk.at('10:29'), action: 'halt' });
    const halted = desk.state();
    expect(blockedBy(desk.decide())).toEqual(['sys.state']);
    desk.put(() => halted);
    desk.feed({ _tag: 'OperatorActed', at: desk.at('10:29:30'), action: 'resume' });
    expect(outcomeOf(desk.decide())?._tag).toBe('Ordered');
  });

  it('switches to manual: nothing is entered, for that reason, until it is automatic again', () => {
    const desk = fridayDesk();
    desk.feed({ _tag: 'OperatorActed', at: desk.at('10:29'), action: 'manual' });
    const manual = desk.state();
    expect(blockedBy(desk.decide())).toEqual(['sys.state', 'sys.manualMode']);
    desk.put(() => manual);
    desk.feed({ _tag: 'OperatorActed', at: desk.at('10:29:30'), action: 'automatic' });
    expect(outcomeOf(desk.decide())?._tag).toBe('Ordered');
  });

  it.each(['halt', 'manual'] as const)(
    'cancels the entry at work with %s, and a fill that overtakes the cancel counts',
    (action) => {
      const desk = fridayDesk();
      const order = journalled(desk.decide());
      atWork(desk, order, '10:30');
      expect(tagsOf(desk.feed({ _tag: 'OperatorActed', at: desk.at('10:30:10'), action }))).toEqual([
        'CancelOrder',
      ]);
      const fill = { id: 'late', quantity: order.quantity, price: order.limit };
      desk.report(order.id, { _tag: 'FillReported', fill }, '10:30:11');
      expect(desk.state().positions).toHaveLength(1);
    },
  );

  it('is refused a reset of breakers that are not tripped', () => {
    const desk = fridayDesk();
    const before = desk.state();
    desk.feed({ _tag: 'OperatorActed', at: desk.at('10:29'), action: 'reset-breakers' });
    expect(desk.state().system.risk).toEqual(before.system.risk);
  });
});

describe('an entry at work', () => {
  it('is cancelled by the first sample 3% below the five-minute maximum', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    desk.put((state) => ({
      ...state,
      system: {
        ...state.system,
        risk: {
          ...state.system.risk,
          window: { newest: { at: desk.at('10:30'), equity: cents(3_093_000) }, earlier: [] },
        },
      },
    }));
    const fallen = desk.observe('10:31');
    expect(desk.state().system.risk.breaker).toMatchObject({ _tag: 'Tripped', reasons: ['rapid drawdown'] });
    expect(tagsOf(fallen)).toContain('CancelOrder');
    desk.report(order.id, { _tag: 'CancelAcknowledged' }, '10:31');
    expect(desk.state().orders).toEqual([]);
  });

  it('goes on at a fall of a cent less than 3%', () => {
    const desk = fridayDesk();
    atWork(desk, journalled(desk.decide()), '10:30');
    // 3,000,000 is 97% of 3,092,783.5.
    desk.put((state) => ({
      ...state,
      system: {
        ...state.system,
        risk: {
          ...state.system.risk,
          window: { newest: { at: desk.at('10:30'), equity: cents(3_092_783) }, earlier: [] },
        },
      },
    }));
    expect(tagsOf(desk.observe('10:31'))).not.toContain('CancelOrder');
    expect(desk.state().system.risk.breaker._tag).toBe('Armed');
  });

  it('is cancelled when VIX jumps above 1.5 times its previous close', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    const jumped = desk.observe('10:31', (market) => ({
      ...market,
      vix: { value: 39.5, at: desk.at('10:31'), interval: 0, coarse: false },
    }));
    expect(tagsOf(jumped)).toContain('CancelOrder');
  });
});

describe('reports and books', () => {
  it('alerts at a report for an order nobody knows, and changes nothing', () => {
    const desk = fridayDesk();
    const before = desk.state();
    const result = desk.report(
      'nobody:1',
      { _tag: 'FillReported', fill: { id: 'x', quantity: 1, price: 1 } },
      '10:29',
    );
    expect(criticals(result)).toEqual(['report FillReported for unknown order nobody:1']);
    expect(desk.state()).toBe(before);
  });

  it('alerts at every difference between the books and does not count as reconciled', () => {
    const desk = fridayDesk();
    const before = desk.state().system.reconciledAt;
    const result = desk.feed({
      _tag: 'Reconciled',
      at: desk.at('10:29'),
      discrepancies: ['a position of 3 ES'],
    });
    expect(criticals(result)).toEqual(['books differ: a position of 3 ES']);
    expect(desk.state().system.reconciledAt).toEqual(before);
  });

  it('leaves state and event as they were: a step can be taken twice with the same result', () => {
    const desk = fridayDesk();
    const before = desk.state();
    const frozen = deepFrozen(structuredClone(before));
    const event = deepFrozen({
      _tag: 'TimerFired' as const,
      at: desk.at('10:30'),
      timer: { _tag: 'Decide' as const, strategy: 'friday-0dte' as const },
      market: desk.market('10:30'),
    });
    const first = desk.engine.step(frozen, event);
    expect(first.commands.length).toBeGreaterThan(0);
    expect(desk.engine.step(frozen, event)).toEqual(first);
    expect(frozen).toEqual(before);
  });
});

describe('deposits and withdrawals', () => {
  it.each([1_000_000, -400_000])(
    'of %d cents move cash, peak, baselines and samples by that much and are no profit',
    (amount) => {
      const desk = fridayDesk();
      const before = desk.state();
      desk.feed({ _tag: 'CashMoved', at: desk.at('10:20'), amount: cents(amount) });
      const { ledger, system } = desk.state();
      expect(ledger.cash - before.ledger.cash).toBe(amount);
      expect(ledger.start - before.ledger.start).toBe(amount);
      expect(ledger.realised).toBe(before.ledger.realised);
      expect(system.risk.drawdown.peak - before.system.risk.drawdown.peak).toBe(amount);
      expect(system.risk.baselines.day - before.system.risk.baselines.day).toBe(amount);
      expect((system.risk.window.newest?.equity ?? 0) - (before.system.risk.window.newest?.equity ?? 0)).toBe(
        amount,
      );
      desk.observe('10:35');
      expect(desk.state().system.risk.breaker._tag).toBe('Armed');
      expect(desk.state().system.equity).toBe(3_000_000 + amount);
    },
  );

  it('count in the close that sets the phase, even when nothing was marked after them', () => {
    const desk = fridayDesk();
    desk.feed({ _tag: 'CashMoved', at: desk.at('15:59'), amount: cents(1_000_000) });
    desk.feed({ _tag: 'SessionClosed', at: desk.at('16:00'), index: null, vix: null, settlements: {} });
    const { system } = desk.state();
    expect(system.previousEquity).toBe(4_000_000);
    expect(system.phase.phase).toBe(2);
    expect(system.risk.baselines.day).toBe(4_000_000);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'of %d are refused: the books stay as they were',
    (amount) => {
      const desk = fridayDesk();
      const before = desk.state();
      const result = desk.feed({
        _tag: 'CashMoved',
        at: desk.at('10:20'),
        amount: amount as ReturnType<typeof cents>,
      });
      expect(tagsOf(result)).toContain('Alert');
      expect(desk.state().ledger).toEqual(before.ledger);
      expect(desk.state().system).toEqual(before.system);
    },
  );
});

describe('the strategies', () => {
  it('are asked by priority: high before medium', () => {
    expect(allStrategies.map(({ id, priority }) => [id, priority])).toEqual([
      ['friday-0dte', 'high'],
      ['lt112', 'medium'],
    ]);
  });
});

const deepFrozen = <A>(value: A): A => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFrozen(member);
  }
  return value;
};
