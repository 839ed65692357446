import { isLeft } from 'fp-ts/lib/Either.js';
import { contractKey, type OptionContract } from '../market/index.js';
import type { ComboQuote } from '../portfolio/index.js';
import { known, mustBeAtMost, mustHold, notApplicable, unknown, type Reading } from '../rule/index.js';
import { defineRule, type TradingRule } from '../rule-set/index.js';
import { exactPoints } from './tick-grid.js';

/** What a source says of the trading in one leg; null where it says nothing. */
export interface LegInterest {
  readonly contract: OptionContract;
  readonly volume: number | null;
  readonly openInterest: number | null;
}

export interface LiquidityFacts {
  readonly combo: Reading<ComboQuote>;
  /** One entry for each leg. */
  readonly legs: ReadonlyArray<LegInterest>;
}

/** Check 8 for spreads and condors: how far apart the two sides of the whole structure are. */
export const comboWidth = defineRule({
  id: 'data.legs.liquidity',
  statement:
    'The natural width of the combo is at most {liquidity.naturalWidth} of its mid, or {liquidity.legWidth} ' +
    'a leg where that is more',
  source: 'R§3.2 check 8; D§5.6',
  parameters: ['liquidity.naturalWidth', 'liquidity.legWidth'],
  check: ({ combo, legs }: LiquidityFacts, limits) => {
    if (isLeft(combo)) return unknown(combo.left);
    const { mid, width } = combo.right;
    const widest = Math.max(
      limits['liquidity.naturalWidth'] * mid,
      limits['liquidity.legWidth'] * legs.length,
    );
    return mustBeAtMost(known(exactPoints(width)), exactPoints(widest), 'points');
  },
});

/** The part of check 8 few sources can answer: tested on the legs whose figures are supplied, else flagged. */
export const legInterest = defineRule({
  id: 'data.legs.liquidity.interest',
  statement:
    'Every leg has a volume of at least {liquidity.volume} or an open interest of at least ' +
    '{liquidity.openInterest}, where the source supplies them',
  source: 'R§3.2 check 8; D§5.6',
  parameters: ['liquidity.volume', 'liquidity.openInterest'],
  check: ({ legs }: Pick<LiquidityFacts, 'legs'>, limits) => {
    const supplied = legs.filter(({ volume, openInterest }) => volume !== null || openInterest !== null);
    if (supplied.length === 0) return notApplicable('the source supplies neither volume nor open interest');
    const broken = supplied.filter((leg) => !isCountable(leg));
    if (broken.length > 0)
      return unknown(
        ...broken.map((leg) => ({ fact: nameOf(leg), reason: 'non-finite' as const, detail: figures(leg) })),
      );
    const volumeWanted = limits['liquidity.volume'];
    const interestWanted = limits['liquidity.openInterest'];
    const thin = supplied.filter(
      ({ volume, openInterest }) =>
        !((volume !== null && volume >= volumeWanted) || (openInterest ?? -Infinity) >= interestWanted),
    );
    const seen = thin.map((leg) => `${nameOf(leg)}: ${figures(leg)}`).join('; ');
    return mustHold(
      thin.length === 0,
      thin.length === 0 ? `${supplied.length} of ${legs.length} legs tested` : seen,
      `volume at least ${volumeWanted} or open interest at least ${interestWanted}`,
    );
  },
});

/** Both parts of check 8. */
export const liquidityRules: ReadonlyArray<TradingRule<LiquidityFacts>> = [comboWidth, legInterest];

const nameOf = ({ contract }: LegInterest): string => `interest in ${contractKey(contract)}`;

const figures = ({ volume, openInterest }: LegInterest): string =>
  `volume ${volume ?? 'not supplied'}, open interest ${openInterest ?? 'not supplied'}`;

const isCountable = ({ volume, openInterest }: LegInterest): boolean =>
  [volume, openInterest].every((figure) => figure === null || Number.isFinite(figure));
