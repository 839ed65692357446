import { isRight } from 'fp-ts/lib/Either.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addGreeks,
  noGreeks,
  scaleGreeks,
  structureGreeks,
  type ChainSlice,
  type Greeks,
  type QuotedLeg,
  type Root,
} from '../../../core/index.js';
import { pricing } from '../../../pricing-wasm/index.js';
import { slice } from '../market/fixtures.js';
import { leg } from '../execution/structures.js';

interface Option {
  readonly root: Root;
  readonly right: 'call' | 'put';
  readonly ratio: number;
  readonly underlying: number;
  readonly strike: number;
  readonly volatility: number | null;
  readonly years?: number;
}

const quotedLeg = ({ root, right, ratio, underlying, strike, volatility, years = 1 }: Option): QuotedLeg => {
  const owned = leg(root, ratio, right, strike);
  const priced: ChainSlice = slice(0, {
    root,
    underlyingPrice: underlying,
    years,
    rate: 0,
    dividendYield: 0,
  });
  return {
    leg: owned,
    slice: priced,
    quote: {
      contract: owned.contract,
      at: priced.at,
      bid: null,
      ask: null,
      impliedVolatility: volatility,
      volume: null,
      openInterest: null,
    },
  };
};

const greeksOf = (options: ReadonlyArray<Option>, spy: number): Greeks => {
  const result = structureGreeks(pricing, options.map(quotedLeg), spy);
  if (!isRight(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const names = ['delta', 'gamma', 'rawGamma', 'vega', 'theta', 'rho'] as const;

const expectClose = (seen: Greeks, expected: Greeks): void => {
  names.forEach((name) => {
    const tolerance = 1e-9 * Math.max(1, Math.abs(expected[name]));
    expect(Math.abs(seen[name] - expected[name]), name).toBeLessThanOrEqual(tolerance);
  });
};

/*
 * At the money, one year, volatility 20%, no rates: d1 = 0.1, d2 = −0.1.
 * N(0.1) = 0.539827837277029, the density n(0.1) = 0.396952547477012.
 */
const N = 0.539827837277029;
const n = 0.396952547477012;

describe('Greeks of one option, converted by hand', () => {
  it('on SPY at 100: 100 shares, vega per vol point, theta per calendar day, rho per 1%', () => {
    const call: Option = {
      root: 'SPY',
      right: 'call',
      ratio: 1,
      underlying: 100,
      strike: 100,
      volatility: 0.2,
    };
    // Per share: delta N, gamma n/(S·σ), vega S·n, theta −S·n·σ/2 a year, rho K·N(d2).
    expectClose(greeksOf([call], 100), {
      delta: 100 * N,
      gamma: 1.98476273738506,
      rawGamma: 1.98476273738506,
      vega: 39.6952547477012,
      theta: (-100 * 3.96952547477012) / 365,
      rho: 46.0172162722971,
    });
  });

  it('sold, has every sign turned', () => {
    const call: Option = {
      root: 'SPY',
      right: 'call',
      ratio: -1,
      underlying: 100,
      strike: 100,
      volatility: 0.2,
    };
    const sold = greeksOf([call], 100);
    expectClose(sold, scaleGreeks(greeksOf([{ ...call, ratio: 1 }], 100), -1));
    expect(sold.theta).toBeGreaterThan(0);
    expect(sold.vega).toBeLessThan(0);
  });

  it('a put has the delta of the call less a share, and the call’s gamma and vega', () => {
    const call: Option = {
      root: 'SPY',
      right: 'call',
      ratio: 1,
      underlying: 100,
      strike: 100,
      volatility: 0.2,
    };
    const [ofCall, ofPut] = [greeksOf([call], 100), greeksOf([{ ...call, right: 'put' }], 100)];
    expect(ofPut.delta).toBeCloseTo(ofCall.delta - 100, 9);
    expect(ofPut.gamma).toBeCloseTo(ofCall.gamma, 9);
    expect(ofPut.vega).toBeCloseTo(ofCall.vega, 9);
  });

  it('on ES at 5,600 beside SPY at 560: $50 a point, ten SPY points to one, Black-76', () => {
    const call: Option = {
      root: 'ES',
      right: 'call',
      ratio: 1,
      underlying: 5_600,
      strike: 5_600,
      volatility: 0.2,
    };
    // One point of the future is 0.1 of SPY's: delta N × 50 × 10; gamma n/(F·σ) × 50 × 10².
    const perPoint = n / (5_600 * 0.2);
    expectClose(greeksOf([call], 560), {
      delta: N * 500,
      gamma: perPoint * 5_000,
      rawGamma: perPoint * 50,
      vega: (5_600 * n * 50) / 100,
      theta: ((-5_600 * n * 0.2) / 2) * (50 / 365),
      // Black-76 discounts the whole price: rho is −T × price, the price F × (2N − 1).
      rho: (-5_600 * (2 * N - 1) * 50) / 100,
    });
  });

  it('on MES is a tenth of ES', () => {
    const call: Option = {
      root: 'ES',
      right: 'put',
      ratio: -1,
      underlying: 5_600,
      strike: 5_450,
      volatility: 0.24,
    };
    expectClose(greeksOf([{ ...call, root: 'MES' }], 560), scaleGreeks(greeksOf([call], 560), 0.1));
  });
});

const anyOption: fc.Arbitrary<Option> = fc.record({
  root: fc.constant<Root>('ES'),
  right: fc.constantFrom('call', 'put'),
  ratio: fc.constantFrom(-2, -1, 1, 2),
  underlying: fc.integer({ min: 4_000, max: 7_000 }),
  strike: fc.integer({ min: 800, max: 1_400 }).map((fives) => fives * 5),
  volatility: fc.integer({ min: 8, max: 80 }).map((percent) => percent / 100),
  years: fc.integer({ min: 1, max: 400 }).map((days) => days / 365),
});

describe('Greeks of a structure', () => {
  it('are the sum of its legs', () => {
    fc.assert(
      fc.property(fc.array(anyOption, { minLength: 1, maxLength: 4 }), (options) => {
        const apart = options.map((option) => greeksOf([option], 560)).reduce(addGreeks, noGreeks);
        expectClose(greeksOf(options, 560), apart);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of no legs are none', () => {
    expect(greeksOf([], 560)).toEqual(noGreeks);
  });

  it('have a gamma that is the change of delta when SPY moves by a dollar and the future with it', () => {
    const option = anyOption.filter(({ years }) => (years ?? 0) > 0.05);
    fc.assert(
      fc.property(option, (at) => {
        const [spy, step] = [560, 0.01];
        // Deltas are counted at today's ratio of the two prices.
        const deltaAt = (moved: number): number => {
          const underlying = at.underlying * (1 + moved / spy);
          return greeksOf([{ ...at, underlying }], spy * (1 + moved / spy)).delta;
        };
        const change = (deltaAt(step) - deltaAt(-step)) / (2 * step);
        const { gamma } = greeksOf([at], spy);
        expect(Math.abs(change - gamma)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(gamma)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are unknown exactly when a volatility is missing, and name every such leg', () => {
    const option = anyOption.chain((each) =>
      fc
        .constantFrom(each.volatility, null, Number.NaN)
        .map((volatility): Option => ({ ...each, volatility })),
    );
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 4 }), (options) => {
        const result = structureGreeks(pricing, options.map(quotedLeg), 560);
        const missing = options.filter(({ volatility }) => !Number.isFinite(volatility));
        expect(isRight(result)).toBe(missing.length === 0);
        if (!isRight(result))
          expect(result.left.map(({ fact, reason }) => [fact, reason])).toEqual(
            missing.map(({ right, strike, volatility }) => [
              `implied volatility of ES 2025-03-14 ${right === 'call' ? 'C' : 'P'} ${strike}`,
              volatility === null ? 'absent' : 'non-finite',
            ]),
          );
      }),
      { numRuns: 1_000 },
    );
  });

  it('are unknown when the kernel cannot price a leg', () => {
    const call: Option = {
      root: 'ES',
      right: 'call',
      ratio: 1,
      underlying: 5_600,
      strike: 5_600,
      volatility: 0.2,
    };
    [{ underlying: Number.NaN }, { strike: 0 }, { volatility: -0.1 }, { years: -1 }].forEach((change) => {
      expect(structureGreeks(pricing, [quotedLeg({ ...call, ...change })], 560)).toEqual({
        _tag: 'Left',
        left: [{ fact: 'Greeks', reason: 'non-finite', detail: 'a leg cannot be priced' }],
      });
    });
  });

  it('are unknown without a price of SPY to convert to', () => {
    const call: Option = {
      root: 'ES',
      right: 'call',
      ratio: 1,
      underlying: 5_600,
      strike: 5_600,
      volatility: 0.2,
    };
    [Number.NaN, 0, -560].forEach((spy) => {
      expect(isRight(structureGreeks(pricing, [quotedLeg(call)], spy))).toBe(false);
    });
  });
});
