import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OptionRight, Root } from '../../../core/index.js';
import { date, history, market, model, realQuotes, vixAt, type RealQuote } from './real-quotes.js';

/** Strike, right, and −1 for a sold leg, +1 for a bought one. */
type Leg = readonly [strike: number, right: OptionRight, sign: 1 | -1];

interface Credit {
  readonly middle: number;
  readonly natural: number;
}

const page = readFileSync(new URL('../../../docs/model-chain.md', import.meta.url), 'utf8');

/** The last column of the position's row in docs/model-chain.md. */
const statedError = (position: string): number => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${position} |`));
  if (row === undefined) throw new Error(`docs/model-chain.md states no error for ${position}`);
  return Number(row.split('|').at(-2));
};

const creditOf = (
  legs: ReadonlyArray<Leg>,
  find: (strike: number, right: OptionRight) => { readonly bid: number | null; readonly ask: number | null },
): Credit =>
  legs.reduce(
    (credit, [strike, right, sign]) => {
      const { bid, ask } = find(strike, right);
      const [low, high] = [bid ?? 0, ask!];
      return {
        middle: credit.middle - (sign * (low + high)) / 2,
        natural: credit.natural - sign * (sign > 0 ? high : low),
      };
    },
    { middle: 0, natural: 0 },
  );

const realChain = (session: string, roots: ReadonlyArray<string>): ReadonlyArray<RealQuote> =>
  realQuotes.filter((quote) => quote.session === session && roots.includes(quote.root));

/** The index level at the quotes' own instant: put-call parity at the session's nearest later expiry. */
const parityLevel = (session: string): number => {
  const chain = realChain(session, ['SPX', 'SPXW']).filter(({ expiry }) => expiry > session);
  const nearest = chain.map(({ expiry }) => expiry).sort()[0]!;
  const gaps = chain
    .filter(({ expiry, right, bid }) => expiry === nearest && right === 'call' && bid > 0)
    .flatMap((call) => {
      const put = chain.find(
        (each) =>
          each.expiry === nearest && each.right === 'put' && each.strike === call.strike && each.bid > 0,
      );
      return put === undefined
        ? []
        : [{ strike: call.strike, gap: (call.bid + call.ask - put.bid - put.ask) / 2 }];
    })
    .sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap))
    .slice(0, 5)
    .map(({ strike, gap }) => strike + gap)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)]!;
};

const compare = (
  position: string,
  root: Root,
  chain: ReadonlyArray<RealQuote>,
  indexLevel: number,
  expiry: string,
  legs: ReadonlyArray<Leg>,
): void => {
  const { session, time } = chain[0]!;
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const real = creditOf(legs, (strike, right) =>
    chain.find((quote) => quote.expiry === expiry && quote.strike === strike && quote.right === right)!,
  );
  const { slices, notPriced } = model.chain(
    {
      _tag: 'Contracts',
      contracts: legs.map(([strike, right]) => ({
        root,
        expiry: date(expiry),
        strike,
        right,
        settles: 'pm',
      })),
    },
    market(session, [hours, minutes], indexLevel, vixAt(session, time)),
  );
  expect(notPriced).toEqual([]);
  const modelled = creditOf(legs, (strike, right) =>
    slices[0]!.quotes.find(({ contract }) => contract.strike === strike && contract.right === right)!,
  );
  const allowed = statedError(position);
  const points = ({ middle, natural }: Credit): string =>
    `mid ${middle.toFixed(3)}, natural ${natural.toFixed(2)}`;
  console.log(`${position}: real ${points(real)}; modelled ${points(modelled)}; stated error ${allowed}`);
  expect(Math.abs(modelled.middle - real.middle)).toBeLessThanOrEqual(allowed + 1e-9);
  expect(Math.abs(modelled.natural - real.natural)).toBeLessThanOrEqual(allowed + 1e-9);
};

const averageTrueRange = (before: string): number => {
  const bars = history.indexDaily.filter((bar) => bar.date < before).slice(-15);
  const ranges = bars
    .slice(1)
    .map((bar, index) => Math.max(bar.high, bars[index]!.close) - Math.min(bar.low, bars[index]!.close));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
};

describe('the model chain against real natural and mid prices, within the error stated in docs/model-chain.md', () => {
  it('prices the 0DTE condor on the SPXW chain stamped 2023-06-09 13:40', () => {
    const chain = realChain('2023-06-09', ['SPXW']);
    const spot = chain[0]!.underlying;
    const distance = Math.max(10, 0.7 * averageTrueRange('2023-06-09'));
    const put = Math.round((spot - distance) / 5) * 5;
    const call = Math.round((spot + distance) / 5) * 5;
    compare('Condor SPXW 2023-06-09', 'SPX', chain, spot, '2023-06-09', [
      [put - 30, 'put', 1],
      [put, 'put', -1],
      [call, 'call', -1],
      [call + 30, 'call', 1],
    ]);
  });

  it('prices the LT112 spread on SPY 2023-09-14', () => {
    compare(
      'LT112 SPY 2023-09-14',
      'SPY',
      realChain('2023-09-14', ['SPY']),
      parityLevel('2023-09-14'),
      '2023-12-29',
      [
        [405, 'put', -1],
        [400, 'put', 1],
      ],
    );
  });

  it('prices the LT112 spread on SPX 2022-06-10', () => {
    compare(
      'LT112 SPX 2022-06-10',
      'SPX',
      realChain('2022-06-10', ['SPXW']),
      parityLevel('2022-06-10'),
      '2022-09-30',
      [
        [3520, 'put', -1],
        [3470, 'put', 1],
      ],
    );
  });
});

describe('the error stated in docs/model-chain.md', () => {
  it('leaves the spreads recognisable: no more than a fifth of the mid, and six combo ticks for the condor', () => {
    expect(statedError('LT112 SPX 2022-06-10')).toBeLessThanOrEqual(0.2 * 10.4);
    expect(statedError('LT112 SPY 2023-09-14')).toBeLessThanOrEqual(0.2 * 0.315);
    expect(statedError('Condor SPXW 2023-06-09')).toBeLessThanOrEqual(0.3);
  });
});
