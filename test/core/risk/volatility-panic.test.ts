import fc from 'fast-check';
import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  known,
  missing,
  noVixYet,
  vixNotPanic,
  vixPrinted,
  volatilityFactsOf,
  type Verdict,
  type VolatilityPanic,
} from '../../../core/index.js';
import { after, at, capital, closed, limits, opened, vixAt, vixClose } from './account.js';

const closedAt18 = after([
  opened('2024-08-01'),
  closed('2024-08-01', capital),
  vixClose('2024-08-01', 18),
]).state;
const since = (...prints: ReadonlyArray<readonly [number, number, number]>): VolatilityPanic =>
  after(
    prints.map(([hour, minute, vix]) => vixAt(at('2024-08-02', hour, minute), vix)),
    closedAt18,
  ).state.volatility;
const verdictOf = (state: VolatilityPanic): Verdict['_tag'] =>
  vixNotPanic.check(volatilityFactsOf(state), limits)._tag;

describe('strat.vixNotPanic', () => {
  it.each([
    [39.99, 'Pass'],
    [40, 'Fail'],
    [40.01, 'Fail'],
  ])('at VIX %d answers %s', (vix, tag) => {
    const facts = { vix: known(vix), previousVixClose: known(38), panicSince: null };
    expect(vixNotPanic.check(facts, limits)._tag).toBe(tag);
  });

  it.each([
    [26.99, 'Pass'],
    [27, 'Pass'],
    [27.01, 'Fail'],
  ])('after a close at 18 a print of %d answers %s', (vix, tag) => {
    expect(verdictOf(since([10, 0, vix]))).toBe(tag);
  });

  it('blocks to the end of the session although VIX fell back', () => {
    const panic = since([8, 0, 27.5], [10, 0, 19]);
    expect(verdictOf(panic)).toBe('Fail');
    expect(panic.panicSince).toEqual(at('2024-08-02', 8, 0));
    const history = after([opened('2024-08-02'), closed('2024-08-02', capital), vixClose('2024-08-02', 20)], {
      ...closedAt18,
      volatility: panic,
    });
    expect(verdictOf(history.state.volatility)).toBe('Pass');
  });

  it('knows the panic of 2 August 2024: 18.59 at the close, 29.49 in the 10:10 bar', () => {
    const state = after([vixClose('2024-08-01', 18.59), vixAt(at('2024-08-02', 10, 10), 29.49)]).state;
    expect(state.volatility.panicSince).toEqual(at('2024-08-02', 10, 10));
  });

  it('is unknown without a print, and without the previous close that a jump is measured from', () => {
    expect(verdictOf(noVixYet)).toBe('Unknown');
    expect(verdictOf(after([vixAt(at('2024-08-02', 10, 0), 18)]).state.volatility)).toBe('Unknown');
    const awaiting = after([opened('2024-08-02'), closed('2024-08-02', capital)], closedAt18).state;
    expect(verdictOf(awaiting.volatility)).toBe('Unknown');
    const facts = { vix: missing('VIX', 'stale'), previousVixClose: known(18), panicSince: null };
    expect(vixNotPanic.check(facts, limits)._tag).toBe('Unknown');
  });

  it('keeps a close that is published before the session is closed', () => {
    const early = after([opened('2024-08-02'), vixClose('2024-08-02', 20)], closedAt18).state;
    const { state } = after(
      [{ _tag: 'SessionClosed', at: at('2024-08-02', 16, 15), equity: capital, shortPremiumOpen: false }],
      early,
    );
    expect(state.volatility.previousClose?.value).toBe(20);
  });

  it.each([
    ['NaN', Number.NaN, 'VIX'],
    ['infinite', Number.POSITIVE_INFINITY, 'VIX'],
    ['zero', 0, 'VIX'],
  ])('refuses a print that is %s', (_, value, field) => {
    const refused = vixPrinted(closedAt18.volatility, { at: at('2024-08-02', 10, 0), value }, limits);
    expect(isLeft(refused) && refused.left.field).toBe(field);
  });

  it('refuses a print that is not later than the last', () => {
    const refused = vixPrinted(closedAt18.volatility, { at: at('2024-08-01', 16, 15), value: 50 }, limits);
    expect(isLeft(refused) && refused.left.field).toBe('at');
  });

  it('panics in a session exactly when some print was a jump', () => {
    const prints = fc.array(fc.integer({ min: 1_000, max: 3_900 }), { maxLength: 15 });
    fc.assert(
      fc.property(prints, (hundredths) => {
        const state = hundredths.reduce<VolatilityPanic>((volatility, value, second) => {
          const next = vixPrinted(
            volatility,
            { at: at('2024-08-02', 10, 0, second), value: value / 100 },
            limits,
          );
          return isRight(next) ? next.right : expect.fail('refused');
        }, closedAt18.volatility);
        expect(state.panicSince !== null).toBe(hundredths.some((value) => value > 2_700));
      }),
      { numRuns: 1_000 },
    );
  });
});
