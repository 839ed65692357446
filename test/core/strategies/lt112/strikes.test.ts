import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, lt112, type CalendarDate, type ChainSlice, type Watch } from '../../../../core/index.js';
import type { Draft, EntryFacts } from '../../../../core/strategies/index.js';
import { at, limits, on, tag } from '../../market/fixtures.js';
import { entryFacts, listing, putSpreadFor, strikes } from '../facts.js';

const day = (date: string): EntryFacts => entryFacts({ at: at(`${date} 11:00`), clock: 'days' });

const puts = (expiry: string, spot: number, listed: ReadonlyArray<number>): ChainSlice =>
  listing({ root: 'SPY', expiry, spot, puts: listed });

const drafted = (facts: EntryFacts, slices: ReadonlyArray<ChainSlice>): Draft => {
  const result = lt112.draft(facts, slices, limits);
  if (isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const spread = ({ legs, slice }: Draft): string =>
  `${slice.expiry} ${legs.map(({ ratio, contract }) => `${ratio} ${contract.right} ${contract.strike}`).join(', ')}`;

const refusal = (facts: EntryFacts, slices: ReadonlyArray<ChainSlice>): string => {
  const result = lt112.draft(facts, slices, limits);
  return isRight(result) ? 'a draft' : result.left.map(({ fact, detail }) => `${fact}: ${detail}`).join('; ');
};

describe('strikes worked by hand', () => {
  it('on 2025-03-26: SPY at 568.59, strikes a dollar apart', () => {
    // 0.90 × 568.59 = 511.731 → 511, the long put at 506. 18 July is 114 days away, 30 June 96.
    const listed = strikes(400, 600, 1);
    const draft = drafted(day('2025-03-26'), [
      puts('2025-06-30', 568.59, listed),
      puts('2025-07-18', 568.59, listed),
    ]);
    expect(spread(draft)).toBe('2025-07-18 1 put 506, -1 put 511');
    expect(draft).toMatchObject({ root: 'SPY', structure: 'put-spread', width: 5, minimumCredit: 1 });
  });

  it('on the half day 2024-11-29: SPY at 602.55, strikes five dollars apart', () => {
    // 0.90 × 602.55 = 542.295 → 540, the long put at 535. 21 March is exactly 112 days away.
    const draft = drafted(day('2024-11-29'), [puts('2025-03-21', 602.55, strikes(400, 620))]);
    expect(spread(draft)).toBe('2025-03-21 1 put 535, -1 put 540');
  });

  it('on 2023-06-15: a strike exactly at 0.90·S is taken, a cent less takes the next below', () => {
    // 0.90 × 440 = 396. 0.90 × 439.99 = 395.991 → 395.
    const listed = strikes(300, 450, 1);
    expect(spread(drafted(day('2023-06-15'), [puts('2023-10-06', 440, listed)]))).toBe(
      '2023-10-06 1 put 391, -1 put 396',
    );
    expect(spread(drafted(day('2023-06-15'), [puts('2023-10-06', 439.99, listed)]))).toBe(
      '2023-10-06 1 put 390, -1 put 395',
    );
    expect(spread(drafted(day('2023-06-15'), [puts('2023-10-06', 440.01, listed)]))).toBe(
      '2023-10-06 1 put 391, -1 put 396',
    );
  });

  it('on 2023-06-15: a wanted strike that is not listed is snapped outward', () => {
    // 396 is not listed: the short put is 395, further out of the money.
    const listed = strikes(300, 450, 1).filter((strike) => strike !== 396);
    expect(spread(drafted(day('2023-06-15'), [puts('2023-10-06', 440, listed)]))).toBe(
      '2023-10-06 1 put 390, -1 put 395',
    );
  });
});

describe('the expiry', () => {
  const listed = strikes(400, 600);
  const after = (days: number): CalendarDate => addDays(on('2025-03-26'), days);
  const chosen = (...days: ReadonlyArray<number>): CalendarDate =>
    drafted(
      day('2025-03-26'),
      days.map((each) => puts(after(each), 560, listed)),
    ).slice.expiry;

  it.each([
    ['closest to 112 days', [102, 110, 122], 110],
    ['the later of two equally close', [105, 119], 119],
    ['the later of two equally close, listed the other way round', [119, 105], 119],
    ['the only one', [122], 122],
  ])('is %s', (_, days, expected) => {
    expect(chosen(...days)).toBe(after(expected));
  });

  it.each([
    [101, false],
    [102, true],
    [103, true],
    [121, true],
    [122, true],
    [123, false],
  ])('of %d days is drafted: %s; the chain of a held position is nobody’s choice', (days, isDrafted) => {
    const result = lt112.draft(day('2025-03-26'), [puts(after(days), 560, listed)], limits);
    expect(isRight(result)).toBe(isDrafted);
    const { daysToExpiration } = lt112.proposal;
    expect(tag(daysToExpiration.check({ proposal: putSpreadFor(1, days) }, limits))).toBe(
      isDrafted ? 'Pass' : 'Fail',
    );
  });

  it('is the nearest within the tolerance, or none, whatever the order of the chain', () => {
    const days = fc.uniqueArray(fc.integer({ min: 80, max: 140 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, (offered) => {
        const near = offered.filter((each) => Math.abs(each - 112) <= 10);
        const slices = offered.map((each) => puts(after(each), 560, listed));
        const least = Math.min(...near.map((each) => Math.abs(each - 112)));
        const nearest = near.filter((each) => Math.abs(each - 112) === least);
        [slices, [...slices].reverse()].forEach((chain) => {
          const result = lt112.draft(day('2025-03-26'), chain, limits);
          const expiry = isRight(result) ? result.right.slice.expiry : null;
          expect(expiry).toBe(near.length === 0 ? null : after(Math.max(...nearest)));
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('no trade', () => {
  it('without a chain, or with the chain of another root', () => {
    const spx = listing({ root: 'SPX', expiry: '2025-07-18', spot: 5_685, puts: strikes(4_000, 6_000) });
    expect(refusal(day('2025-03-26'), [])).toBe('SPY chain: no expiry around 112 days');
    expect(refusal(day('2025-03-26'), [spx])).toBe('SPY chain: no expiry around 112 days');
  });

  it('when the long strike is not listed: no other width is taken', () => {
    const listed = strikes(300, 450, 1).filter((strike) => strike !== 391);
    expect(refusal(day('2023-06-15'), [puts('2023-10-06', 440, listed)])).toBe(
      'SPY strikes: no put listed 5 points below 396',
    );
  });

  it('when every put is above 0.90·S, or only calls are listed', () => {
    expect(refusal(day('2023-06-15'), [puts('2023-10-06', 440, strikes(397, 450, 1))])).toBe(
      'SPY strikes: no put listed at or below 396.00',
    );
    const calls = listing({ root: 'SPY', expiry: '2023-10-06', spot: 440, calls: strikes(300, 450, 1) });
    expect(refusal(day('2023-06-15'), [calls])).toBe('SPY strikes: no put listed at or below 396.00');
  });
});

describe('any put spread', () => {
  const market = fc.record({
    spot: fc.integer({ min: 30_000, max: 70_000 }).map((cents) => cents / 100),
    unlisted: fc.uniqueArray(fc.integer({ min: 250, max: 640 }), { maxLength: 150 }),
  });

  it('sells the listed strike next at or below 0.90·S and buys exactly 5 below, or is none', () => {
    fc.assert(
      fc.property(market, ({ spot, unlisted }) => {
        const gone = new Set(unlisted);
        const listed = strikes(200, 700, 1).filter((strike) => !gone.has(strike));
        const result = lt112.draft(day('2025-03-26'), [puts('2025-07-18', spot, listed)], limits);
        const short = Math.max(...listed.filter((strike) => 1_000 * strike <= 9 * Math.round(100 * spot)));
        expect(isRight(result)).toBe(listed.includes(short - 5));
        if (!isRight(result)) return;
        const { legs } = result.right;
        expect(legs.map(({ contract }) => contract.strike)).toEqual([short - 5, short]);
        const proposal = putSpreadFor(1, 114, { legs, expiry: on('2025-07-18'), underlyingPrice: spot });
        expect(tag(lt112.proposal.structure.check({ proposal }, limits))).toBe('Pass');
      }),
      { numRuns: 1_000 },
    );
  });

  it('lies within what was asked to be shown, strikes up to five dollars apart', () => {
    const spacing = fc.constantFrom(1, 2.5, 5);
    fc.assert(
      fc.property(market, spacing, ({ spot }, apart) => {
        const facts = day('2025-03-26');
        const [watch] = lt112.watch(facts, limits) as [Extract<Watch, { readonly _tag: 'Band' }>];
        const { from, to } = watch.strikes;
        const all = strikes(200, 700, apart);
        const shown = all.filter(
          (strike) => strike >= from.ratio * spot + from.offset && strike <= to.ratio * spot + to.offset,
        );
        expect(watch).toMatchObject({
          root: 'SPY',
          rights: ['put'],
          expiries: { from: addDays(facts.at.date, 102), to: addDays(facts.at.date, 122) },
        });
        expect(spread(drafted(facts, [puts('2025-07-18', spot, shown)]))).toBe(
          spread(drafted(facts, [puts('2025-07-18', spot, all)])),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
