import { describe, expect, it } from 'vitest';
import { instruments, type StepResult, type WorkingOrder } from '../../../core/index.js';
import {
  atWork,
  clockOf,
  criticals,
  fridayDesk,
  journalled,
  repriced,
  tagsOf,
  withoutChains,
  type Desk,
} from './friday-desk.js';

const exitOf = ({ decisions }: StepResult) => decisions.find(({ subject }) => subject === 'exit')?.outcome;

/** An open position, and its market without surprises. */
const openDesk = (): Desk => {
  const desk = fridayDesk();
  desk.open();
  return desk;
};

/** The order's time is over and the broker confirms that it is gone. */
const timedOut = (desk: Desk, order: WorkingOrder, time: string, quotes = true): StepResult => {
  const seen = desk.feed({
    _tag: 'TimerFired',
    at: desk.at(time),
    timer: { _tag: 'Timeout', order: order.id },
    market: desk.market(time, quotes ? undefined : withoutChains),
  });
  expect(tagsOf(seen)).toContain('CancelOrder');
  return desk.report(order.id, { _tag: 'CancelAcknowledged' }, time, quotes ? undefined : withoutChains);
};

const review = (desk: Desk, time: string, mustBeFlat: boolean): StepResult =>
  desk.feed({
    _tag: 'TimerFired',
    at: desk.at(time),
    timer: { _tag: 'Review', position: desk.state().positions[0]?.position.id ?? '', mustBeFlat },
    market: desk.market(time),
  });

describe('an open 0DTE position', () => {
  it('sets the timers of its forced exit and of the moment it must be gone', () => {
    const desk = fridayDesk();
    const order = journalled(desk.decide());
    atWork(desk, order, '10:30');
    const fill = { id: 'a', quantity: order.quantity, price: order.limit };
    const { commands } = desk.report(order.id, { _tag: 'FillReported', fill }, '10:30:05');
    expect(commands).toEqual([
      {
        _tag: 'SetTimer',
        at: desk.at('15:30'),
        timer: { _tag: 'Review', position: order.position, mustBeFlat: false },
      },
      {
        _tag: 'SetTimer',
        at: desk.at('15:35'),
        timer: { _tag: 'Review', position: order.position, mustBeFlat: true },
      },
    ]);
  });

  it('is held at 15:29:59 and closes at 15:30:00, at natural, for the reason of time', () => {
    const desk = openDesk();
    const held = fridayDesk();
    held.open();
    // Priced at the credit: neither target nor stop.
    const flat = (each: Desk, time: string): StepResult => {
      const credit = each.state().positions[0]?.position.credit ?? 0;
      const { lastQuote } = each.state().positions[0] ?? { lastQuote: null };
      return each.observe(time, (market) => {
        const share = credit / midOf(each, market);
        expect(lastQuote).not.toBeNull();
        return repriced(share)(market);
      });
    };
    expect(exitOf(flat(held, '15:29:59'))).toEqual({ _tag: 'Held' });
    const due = flat(desk, '15:30');
    expect(exitOf(due)).toEqual({ _tag: 'Closing', reason: 'time' });
    const order = journalled(due);
    expect(order.reason).toBe('time');
    expect(order.purpose).toBe('close');
    expect(order.limit).toBeGreaterThanOrEqual(
      desk.state().positions[0]?.lastQuote?.naturalToClose ?? Infinity,
    );
    expect(desk.state().positions[0]?.position.state._tag).toBe('DefensiveExit');
  });

  it('closes in every mode: halted, manual and with the breakers tripped', () => {
    for (const action of ['halt', 'manual'] as const) {
      const desk = openDesk();
      desk.feed({ _tag: 'OperatorActed', at: desk.at('12:00'), action });
      expect(exitOf(desk.observe('15:30'))).toEqual({ _tag: 'Closing', reason: 'time' });
    }
    const desk = openDesk();
    desk.put((state) => ({
      ...state,
      system: {
        ...state.system,
        risk: {
          ...state.system.risk,
          breaker: {
            _tag: 'Tripped',
            reasons: ['losses'],
            at: desk.at('12:00'),
            equityAtTrip: state.system.equity,
            lastBreach: desk.at('12:00'),
            lockedSince: null,
          },
        },
      },
    }));
    expect(exitOf(desk.observe('15:30'))).toEqual({ _tag: 'Closing', reason: 'time' });
  });

  it('takes half its credit as profit, and not a hundredth of a point less', () => {
    for (const [share, expected] of [
      [0.5, { _tag: 'Closing', reason: 'profit' }],
      [0.501, { _tag: 'Held' }],
    ] as const) {
      const desk = openDesk();
      const credit = desk.state().positions[0]?.position.credit ?? 0;
      const result = desk.observe('11:00', (market) =>
        repriced((share * credit) / midOf(desk, market))(market),
      );
      expect(exitOf(result)).toEqual(expected);
    }
  });

  it('stops at three times its credit, and holds a thousandth below', () => {
    for (const [multiple, expected] of [
      [3, { _tag: 'Closing', reason: 'stop' }],
      [2.999, { _tag: 'Held' }],
    ] as const) {
      const desk = openDesk();
      const credit = desk.state().positions[0]?.position.credit ?? 0;
      const result = desk.observe('11:00', (market) =>
        repriced((multiple * credit) / midOf(desk, market))(market),
      );
      expect(exitOf(result)).toEqual(expected);
    }
  });

  it('has one closing order at a time, however often it is looked at', () => {
    const desk = openDesk();
    const order = journalled(desk.observe('15:30'));
    atWork(desk, order, '15:30');
    for (const time of ['15:30:10', '15:30:20', '15:30:59'])
      expect(tagsOf(desk.observe(time))).not.toContain('JournalOrder');
    expect(desk.state().orders).toHaveLength(1);
  });
});

describe('a profit exit that has not filled by the forced exit', () => {
  it('is taken back, and the close goes on for the reason of time with the next key', () => {
    const desk = openDesk();
    const profit = journalled(desk.observe('15:29:45', repriced(0.01)));
    expect(profit.reason).toBe('profit');
    atWork(desk, profit, '15:29:45');
    const due = desk.observe('15:30');
    expect(exitOf(due)).toEqual({ _tag: 'Closing', reason: 'time' });
    expect(due.commands).toContainEqual(expect.objectContaining({ _tag: 'CancelOrder' }));
    expect(tagsOf(due)).not.toContain('JournalOrder');
    const next = journalled(desk.report(profit.id, { _tag: 'CancelAcknowledged' }, '15:30'));
    expect(next.reason).toBe('time');
    expect(next.id).not.toBe(profit.id);
    expect(next.quantity).toBe(profit.quantity);
  });

  it('never goes the other way: a mandatory exit stays one when the profit target is met', () => {
    const desk = openDesk();
    const order = journalled(desk.observe('15:30'));
    atWork(desk, order, '15:30');
    const cheap = desk.observe('15:31', repriced(0.01));
    expect(exitOf(cheap)).toEqual({ _tag: 'Closing', reason: 'time' });
    expect(tagsOf(cheap)).not.toContain('CancelOrder');
  });
});

describe('a mandatory exit that does not fill', () => {
  const failing = (quotes: boolean) => {
    const desk = openDesk();
    const orders = [journalled(desk.observe('15:30', quotes ? undefined : withoutChains))];
    const called: ReadonlyArray<string>[] = [];
    for (const minute of [31, 32, 33, 34, 35, 36]) {
      const order = orders.at(-1);
      if (order === undefined) throw new Error('no order');
      atWork(desk, order, `15:${minute - 1}`);
      const result = timedOut(desk, order, `15:${minute}`, quotes);
      called.push(criticals(result));
      orders.push(journalled(result));
    }
    return { desk, orders, called };
  };

  it('is ordered again every minute under a new key, without end', () => {
    const { desk, orders } = failing(true);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(7);
    expect(orders.map(({ placedAt }) => placedAt.second)).toEqual(
      [30, 31, 32, 33, 34, 35, 36].map((minute) => clockOf(`15:${minute}`)),
    );
    for (const { placedAt, workUntil } of orders) expect(workUntil.second - placedAt.second).toBe(60);
    expect(desk.state().orders).toHaveLength(1);
  });

  it('calls the operator from the third failed attempt on, and not before', () => {
    const { called } = failing(true);
    expect(called.map((texts) => texts.length)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(called[2]?.[0]).toContain('not closed after 3 attempts');
  });

  it('goes on without a single quote, never offering less than before and at last the maximum value', () => {
    const { orders } = failing(false);
    const limits = orders.map(({ limit }) => limit);
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
    const [first] = orders;
    const strikes = first?.legs.map(({ contract: { strike } }) => strike) ?? [];
    const width = Math.max((strikes[1] ?? 0) - (strikes[0] ?? 0), (strikes[3] ?? 0) - (strikes[2] ?? 0));
    expect(limits.at(-1)).toBe(width);
  });

  it('is told of as critical when the position is not flat at 15:35, and only then', () => {
    const desk = openDesk();
    expect(criticals(review(desk, '15:30', false))).toEqual([]);
    expect(criticals(review(desk, '15:35', true))).toEqual([
      `${desk.state().positions[0]?.position.id ?? ''} should be flat and is not`,
    ]);
  });

  it('waits for the next session when the exchange has closed: nothing is sent after hours', () => {
    const desk = openDesk();
    const order = journalled(desk.observe('15:59:30'));
    atWork(desk, order, '15:59:30');
    const after = timedOut(desk, order, '16:00:30');
    expect(tagsOf(after)).not.toContain('JournalOrder');
    expect(tagsOf(after)).not.toContain('SubmitOrder');
    expect(desk.state().orders).toEqual([]);
    expect(desk.state().positions).toHaveLength(1);
  });

  it('calls the operator when the broker answers neither cancel nor question', () => {
    const desk = openDesk();
    const order = journalled(desk.observe('15:30'));
    atWork(desk, order, '15:30');
    const alerts: string[] = [];
    let timer: Extract<StepResult['commands'][number], { _tag: 'SetTimer' }> | null = {
      _tag: 'SetTimer',
      at: desk.at('15:31'),
      timer: { _tag: 'Timeout', order: order.id },
    };
    for (let rounds = 0; timer !== null && rounds < 10; rounds += 1) {
      const seconds = timer.at.second - clockOf('15:31');
      const result: StepResult = desk.feed({
        _tag: 'TimerFired',
        at: timer.at,
        timer: timer.timer,
        market: { ...desk.market('15:31'), at: timer.at },
      });
      alerts.push(...criticals(result));
      expect(seconds).toBeLessThan(300);
      const next = result.commands.find(
        (command) => command._tag === 'SetTimer' && command.timer._tag === 'Timeout',
      );
      timer = next?._tag === 'SetTimer' ? next : null;
    }
    expect(alerts).toContain(`order ${order.id} needs the operator`);
    expect(desk.state().orders[0]?.state._tag).toBe('NeedsOperator');
  });
});

describe('a stop that cannot be evaluated', () => {
  it('is critical after sixty seconds without quotes, not before, and no longer once they are back', () => {
    const desk = openDesk();
    expect(criticals(desk.observe('11:00', withoutChains))).toEqual([]);
    expect(criticals(desk.observe('11:00:59', withoutChains))).toEqual([]);
    expect(criticals(desk.observe('11:01', withoutChains))).toEqual([
      `${desk.state().positions[0]?.position.id ?? ''}: the stop cannot be evaluated`,
    ]);
    expect(criticals(desk.observe('11:01:30'))).toEqual([]);
    expect(criticals(desk.observe('11:02', withoutChains))).toEqual([]);
    expect(criticals(desk.observe('11:03', withoutChains))).toHaveLength(1);
  });

  it('closes nothing and marks nothing: equity stays the last one known', () => {
    const desk = openDesk();
    desk.observe('10:45');
    const { equity } = desk.state().system;
    expect(exitOf(desk.observe('11:00', withoutChains))).toEqual({ _tag: 'Held' });
    expect(desk.state().system.equity).toBe(equity);
  });
});

describe('a close of which part was filled', () => {
  it('books the part and orders the rest at once, with the rest’s fees and buying power', () => {
    const desk = openDesk();
    const before = desk.state();
    const order = journalled(desk.observe('15:30'));
    atWork(desk, order, '15:30');
    desk.report(order.id, { _tag: 'FillReported', fill: { id: 'part', quantity: 1, price: 2 } }, '15:30:10');
    const rest = journalled(timedOut(desk, order, '15:31'));
    expect(rest.quantity).toBe(order.quantity - 1);
    const { positions, ledger } = desk.state();
    const [held] = positions;
    expect(held?.position.quantity).toBe(order.quantity - 1);
    expect(ledger.closed).toHaveLength(1);
    expect(ledger.cash).toBe(before.ledger.cash - 2 * 500 - 4 * 200);
    const paid = (ledger.closed[0]?.position.openingFees ?? 0) + (held?.position.openingFees ?? 0);
    expect(paid).toBe(before.positions[0]?.position.openingFees);
    const used = (ledger.closed[0]?.position.buyingPower ?? 0) + (held?.position.buyingPower ?? 0);
    expect(used).toBe(before.positions[0]?.position.buyingPower);
  });
});

describe('a position that nothing closed before it expired', () => {
  it('settles at intrinsic value, critical, and frees its slot', () => {
    const desk = openDesk();
    const { position } = desk.state().positions[0] ?? { position: null };
    if (position === null) throw new Error('nothing open');
    const short = position.legs[1]?.contract.strike ?? 0;
    const before = desk.state().ledger.cash;
    const result = desk.feed({
      _tag: 'SessionClosed',
      at: desk.at('16:00'),
      index: null,
      vix: null,
      settlements: { MES: short - 7.25 },
    });
    expect(criticals(result)).toContain(`${position.id} was settled at expiry`);
    expect(desk.state().positions).toEqual([]);
    const paid = Math.round(7.25 * instruments.MES.multiplier * 100) * position.quantity;
    expect(desk.state().ledger.cash).toBe(before - paid);
    expect(desk.state().ledger.closed[0]?.reason).toBe('settled');
    expect(desk.state().ledger.closed[0]?.cost).toBe(7.25);
  });

  it.each([[{}], [{ MES: Number.NaN }]])(
    'stays and says so when the settlement price is %j',
    (settlements) => {
      const desk = openDesk();
      const result = desk.feed({
        _tag: 'SessionClosed',
        at: desk.at('16:00'),
        index: null,
        vix: null,
        settlements,
      });
      expect(criticals(result)[0]).toContain('expired without a settlement price');
      expect(desk.state().positions).toHaveLength(1);
    },
  );

  it('leaves no closing order behind that could still trade', () => {
    const desk = openDesk();
    const order = journalled(desk.observe('15:59:50'));
    atWork(desk, order, '15:59:50');
    const result = desk.feed({
      _tag: 'SessionClosed',
      at: desk.at('16:00'),
      index: null,
      vix: null,
      settlements: { MES: 5_700 },
    });
    expect(tagsOf(result)).toContain('CancelOrder');
  });
});

describe('a flattening', () => {
  it('closes every short-premium position as an emergency, before anything else', () => {
    const desk = openDesk();
    desk.put((state) => ({
      ...state,
      system: {
        ...state.system,
        risk: {
          ...state.system.risk,
          closing: {
            ...state.system.risk.closing,
            flatten: { since: desk.at('11:00'), causes: ['rapid drawdown'] },
          },
        },
      },
    }));
    const result = desk.observe('11:00');
    expect(exitOf(result)).toEqual({ _tag: 'Closing', reason: 'emergency' });
    expect(journalled(result).reason).toBe('emergency');
    expect(desk.state().positions[0]?.position.state._tag).toBe('EmergencyExit');
  });
});

const midOf = (desk: Desk, market: Parameters<NonNullable<Parameters<Desk['market']>[1]>>[0]): number => {
  const legs = desk.state().positions[0]?.position.legs ?? [];
  const quotes = market.chains.flatMap((slice) => slice.quotes);
  return -legs.reduce((sum, { contract, ratio }) => {
    const quote = quotes.find(
      (each) => each.contract.strike === contract.strike && each.contract.right === contract.right,
    );
    return sum + ratio * (((quote?.bid ?? 0) + (quote?.ask ?? Number.NaN)) / 2);
  }, 0);
};
