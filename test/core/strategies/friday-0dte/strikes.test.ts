import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  centsFromDollars,
  friday0dte,
  known,
  missing,
  type ChainSlice,
  type Root,
  type Watch,
} from '../../../../core/index.js';
import type { Draft, EntryFacts } from '../../../../core/strategies/index.js';
import { at, limits, tag } from '../../market/fixtures.js';
import { condorFor, entryFacts, fullDay, halfDay, listing, strikes } from '../facts.js';

const drafted = (facts: EntryFacts, slices: ReadonlyArray<ChainSlice>): Draft => {
  const result = friday0dte.draft(facts, slices, limits);
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const strikesOf = ({ legs }: Draft): ReadonlyArray<number> => legs.map(({ contract }) => contract.strike);

const refusal = (facts: EntryFacts, slices: ReadonlyArray<ChainSlice>): string => {
  const result = friday0dte.draft(facts, slices, limits);
  return isRight(result) ? 'a draft' : result.left.map(({ fact, detail }) => `${fact}: ${detail}`).join('; ');
};

/** Both rights at the same strikes. */
const chain = (root: Root, expiry: string, spot: number, listed: ReadonlyArray<number>): ChainSlice =>
  listing({ root, expiry, spot, puts: listed, calls: listed });

const friday = (date: string, averageTrueRange: number, equity = 50_000): EntryFacts =>
  entryFacts({
    at: at(`${date} 10:30`),
    session: fullDay(date),
    averageTrueRange: known(averageTrueRange),
    equity: centsFromDollars(equity),
  });

describe('strikes worked by hand', () => {
  it('on 2025-03-14: ES at 5,600, ATR 70', () => {
    // d = max(10, 0.7 × 70) = 49. Calls: 5,649 → 5,650, wing 5,680. Puts: 5,551 → 5,550, wing 5,520.
    const draft = drafted(friday('2025-03-14', 70), [
      chain('ES', '2025-03-14', 5_600, strikes(5_400, 5_800)),
    ]);
    expect(strikesOf(draft)).toEqual([5_520, 5_550, 5_650, 5_680]);
    expect(draft.legs.map(({ ratio, contract }) => `${ratio} ${contract.right}`)).toEqual([
      '1 put',
      '-1 put',
      '-1 call',
      '1 call',
    ]);
    expect(draft).toMatchObject({ root: 'ES', structure: 'iron-condor', width: 30, minimumCredit: 0 });
  });

  it('on the half day 2024-11-29: MES at 6,012.25, ATR 48.3', () => {
    // d = 33.81. Calls: 6,046.06 → 6,045, wing 6,075. Puts: 5,978.44 → 5,980, wing 5,950.
    const facts = { ...friday('2024-11-29', 48.3, 31_000), session: halfDay('2024-11-29') };
    const draft = drafted(facts, [chain('MES', '2024-11-29', 6_012.25, strikes(5_900, 6_100))]);
    expect(draft.root).toBe('MES');
    expect(strikesOf(draft)).toEqual([5_950, 5_980, 6_045, 6_075]);
  });

  it('on 2025-05-23: a small ATR gives way to 10 points, and halves round up on both sides', () => {
    // 0.7 × 14 = 9.8, so d = 10. Calls: 5,532.5 → 5,535, wing 5,565. Puts: 5,512.5 → 5,515, wing 5,485.
    const slices = [chain('ES', '2025-05-23', 5_522.5, strikes(5_400, 5_600))];
    expect(strikesOf(drafted(friday('2025-05-23', 14), slices))).toEqual([5_485, 5_515, 5_535, 5_565]);
    // ATR 0 likewise: d = 10.
    expect(strikesOf(drafted(friday('2025-05-23', 0), slices))).toEqual([5_485, 5_515, 5_535, 5_565]);
  });

  it('on 2023-03-10: strikes that are not listed are snapped outward, the wings from there', () => {
    // ES at 3,900, ATR 60: d = 42. Calls: 3,942 → 3,940, not listed → 3,945; wing 3,975, not listed → 3,980.
    // Puts: 3,858 → 3,860, not listed → 3,855; wing 3,825, not listed → 3,820. Both wings 35 wide.
    const listed = strikes(3_700, 4_100).filter((strike) => ![3_940, 3_975, 3_860, 3_825].includes(strike));
    const draft = drafted(friday('2023-03-10', 60), [chain('ES', '2023-03-10', 3_900, listed)]);
    expect(strikesOf(draft)).toEqual([3_820, 3_855, 3_945, 3_980]);
    expect(draft.width).toBe(35);
  });

  it('on 2024-08-09: with wings of different widths the wider one counts', () => {
    // ES at 5,350, ATR 100: d = 70. Calls: 5,420, wing 5,450. Puts: 5,280, wing 5,250, not listed → 5,240.
    const listed = strikes(5_000, 5_700).filter((strike) => strike !== 5_250 && strike !== 5_245);
    const draft = drafted(friday('2024-08-09', 100), [chain('ES', '2024-08-09', 5_350, listed)]);
    expect(strikesOf(draft)).toEqual([5_240, 5_280, 5_420, 5_450]);
    expect(draft.width).toBe(40);
  });
});

describe('“Instrument: ES futures (>$40k) or MES futures (<$40k)”', () => {
  it.each([
    [3_999_999, 'MES'],
    [4_000_000, 'ES'],
    [4_000_001, 'ES'],
  ])('at %d cents: %s', (equity, root) => {
    const facts = { ...friday('2025-03-14', 70), equity: cents(equity) };
    const slices = [
      chain('MES', '2025-03-14', 5_600, strikes(5_400, 5_800)),
      chain('ES', '2025-03-14', 5_600, strikes(5_400, 5_800)),
    ];
    expect(drafted(facts, slices).root).toBe(root);
    expect(friday0dte.watch(facts, limits)).toMatchObject([{ root }]);
  });

  it('is never substituted: without its own chain there is no trade', () => {
    const es = chain('ES', '2025-03-14', 5_600, strikes(5_400, 5_800));
    expect(refusal(friday('2025-03-14', 70, 39_999.99), [es])).toBe(
      'MES chain: no PM-settled expiry on 2025-03-14',
    );
  });
});

describe('no trade', () => {
  const all = strikes(5_400, 5_800);

  it.each([
    ['without a chain', []],
    ['with the next expiry only', [chain('ES', '2025-03-17', 5_600, all)]],
    [
      'with an AM-settled expiry only',
      [listing({ root: 'ES', expiry: '2025-03-14', spot: 5_600, puts: all, calls: all, settles: 'am' })],
    ],
  ] as const)('%s', (_, slices) => {
    expect(refusal(friday('2025-03-14', 70), slices)).toBe('ES chain: no PM-settled expiry on 2025-03-14');
  });

  it('takes the PM-settled expiry of the day when both are there', () => {
    const am = listing({
      root: 'ES',
      expiry: '2025-03-14',
      spot: 5_600,
      puts: all,
      calls: all,
      settles: 'am',
    });
    const draft = drafted(friday('2025-03-14', 70), [am, chain('ES', '2025-03-14', 5_600, all)]);
    expect(draft.legs.every(({ contract }) => contract.settles === 'pm')).toBe(true);
  });

  it.each([
    ['a call wing', strikes(5_400, 5_675), strikes(5_400, 5_675)],
    ['a put wing', strikes(5_525, 5_800), strikes(5_525, 5_800)],
    ['calls', strikes(5_400, 5_800), []],
    ['puts', [], strikes(5_400, 5_800)],
  ])('without %s', (_, puts, calls) => {
    const slice = listing({ root: 'ES', expiry: '2025-03-14', spot: 5_600, puts, calls });
    expect(refusal(friday('2025-03-14', 70), [slice])).toBe(
      'ES strikes: the condor around 5600 needs strikes that are not listed',
    );
  });

  it('without an ATR, which is named; and nothing is asked of the market', () => {
    const facts = entryFacts({ averageTrueRange: missing('ATR14 of ES', 'too-short', '9 sessions') });
    expect(refusal(facts, [chain('ES', '2025-03-14', 5_600, all)])).toBe('ATR14 of ES: 9 sessions');
    expect(friday0dte.watch(facts, limits)).toEqual([]);
  });
});

const case_ = fc.record({
  spot: fc.integer({ min: 16_000, max: 24_000 }).map((quarters) => quarters / 4),
  averageTrueRange: fc.integer({ min: 0, max: 800 }).map((quarters) => quarters / 4),
  unlisted: fc.uniqueArray(fc.integer({ min: 700, max: 1_300 }), { maxLength: 200 }),
});

describe('any condor', () => {
  const listedFor = (unlisted: ReadonlyArray<number>): ReadonlyArray<number> => {
    const gone = new Set(unlisted.map((fives) => fives * 5));
    return strikes(3_500, 6_500).filter((strike) => !gone.has(strike));
  };

  it('stands around the money, takes the listed strikes next outward, and is what the structure rule asks', () => {
    fc.assert(
      fc.property(case_, ({ spot, averageTrueRange, unlisted }) => {
        const listed = listedFor(unlisted);
        const slice = chain('ES', '2025-03-14', spot, listed);
        const draft = drafted(friday('2025-03-14', averageTrueRange), [slice]);
        const [longPut = 0, shortPut = 0, shortCall = 0, longCall = 0] = strikesOf(draft);
        const distance = Math.max(10, 0.7 * averageTrueRange);
        const round = (price: number): number => 5 * Math.round(price / 5);
        const above = (from: number): number => Math.min(...listed.filter((strike) => strike >= from));
        const below = (from: number): number => Math.max(...listed.filter((strike) => strike <= from));
        expect(shortCall).toBe(above(round(spot + distance)));
        expect(shortPut).toBe(below(round(spot - distance)));
        expect(longCall).toBe(above(shortCall + 30));
        expect(longPut).toBe(below(shortPut - 30));
        expect(draft.width).toBe(Math.max(longCall - shortCall, shortPut - longPut));
        const proposal = condorFor(4, { legs: draft.legs, underlyingPrice: spot, width: draft.width });
        expect(tag(friday0dte.proposal.structure.check({ proposal }, limits))).toBe('Pass');
      }),
      { numRuns: 1_000 },
    );
  });

  it('on strikes five points apart lies within what was asked to be shown', () => {
    fc.assert(
      fc.property(case_, ({ spot, averageTrueRange }) => {
        const facts = friday('2025-03-14', averageTrueRange);
        const [watch] = friday0dte.watch(facts, limits) as [Extract<Watch, { readonly _tag: 'Band' }>];
        const { from, to } = watch.strikes;
        const shown = strikes(3_500, 6_500).filter(
          (strike) => strike >= from.ratio * spot + from.offset && strike <= to.ratio * spot + to.offset,
        );
        expect(watch.expiries).toEqual({ from: '2025-03-14', to: '2025-03-14' });
        expect([...watch.rights].sort()).toEqual(['call', 'put']);
        const all = chain('ES', '2025-03-14', spot, strikes(3_500, 6_500));
        expect(strikesOf(drafted(facts, [chain('ES', '2025-03-14', spot, shown)]))).toEqual(
          strikesOf(drafted(facts, [all])),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('stands no nearer to the money with a larger ATR', () => {
    fc.assert(
      fc.property(case_, fc.integer({ min: 0, max: 100 }), ({ spot, averageTrueRange, unlisted }, more) => {
        const slices = [chain('ES', '2025-03-14', spot, listedFor(unlisted))];
        const [, nearPut = 0, nearCall = 0] = strikesOf(
          drafted(friday('2025-03-14', averageTrueRange), slices),
        );
        const [, farPut = 0, farCall = 0] = strikesOf(
          drafted(friday('2025-03-14', averageTrueRange + more), slices),
        );
        expect(farPut).toBeLessThanOrEqual(nearPut);
        expect(farCall).toBeGreaterThanOrEqual(nearCall);
      }),
      { numRuns: 1_000 },
    );
  });
});
