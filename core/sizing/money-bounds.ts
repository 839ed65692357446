import { phaseLimit, strategyLimit } from '../portfolio/index.js';
import type { Limits } from '../rule-set/index.js';
import { cents, dollarsOf, subtract, type Cents } from '../units/index.js';
import { figure, moneyBound, type Bound } from './bound.js';
import type { Reduction, SizingRequest } from './request.js';
import type { Figure, SizingStepName } from './sizing.js';

/** What Kelly and the reductions, VIX among them, come to for this request. */
export interface Appetite {
  readonly fullKelly: number;
  readonly kelly: number;
  readonly reductions: ReadonlyArray<Reduction>;
}

/**
 * The bounds in money: the share of equity that Kelly, the strategy and the phase allow one position, the
 * smallest of the three reduced, then what the phase and the reserve leave of buying power (D§1, R§4.5). All
 * are spent at the full risk of a contract, which is never less than its buying power.
 */
export const moneyBounds = (
  request: SizingRequest,
  { fullKelly, kelly, reductions }: Appetite,
  limits: Limits,
): ReadonlyArray<Bound> => {
  const { strategy, phase, statistics } = request;
  const strategyCap = strategyLimit(limits, strategy, 'buyingPower');
  const phaseCap = phaseLimit(limits, phase, 'positionBuyingPower');
  const smallest = reductions.reduce((least, { multiplier }) => Math.min(least, multiplier), 1);
  const reduced = Math.min(kelly, strategyCap, phaseCap) * smallest;
  return [
    shareBound('kelly', request, kelly, [
      figure('win rate', statistics.winRate, 'fraction'),
      figure('average win in credits', statistics.averageWin, 'multiple'),
      figure('average loss in credits', statistics.averageLoss, 'multiple'),
      figure('full Kelly', fullKelly, 'fraction'),
    ]),
    shareBound('strategy-cap', request, strategyCap, []),
    shareBound('phase-position-cap', request, phaseCap, []),
    shareBound(
      'reduction',
      request,
      reduced,
      reductions.map(({ name, multiplier }) => figure(name, multiplier, 'multiple')),
    ),
    leftBound('phase-buying-power', request, phaseLimit(limits, phase, 'totalBuyingPower')),
    leftBound('reserve', request, 1 - limits['reserve.buyingPower']),
  ];
};

const shareBound = (
  name: SizingStepName,
  { equity, riskPerContract }: SizingRequest,
  share: number,
  reasons: ReadonlyArray<Figure>,
): Bound =>
  moneyBound(name, shareOf(equity, share), riskPerContract, [
    ...reasons,
    figure('equity', dollarsOf(equity), 'USD'),
    figure('share of equity', share, 'fraction'),
  ]);

const leftBound = (
  name: SizingStepName,
  { equity, buyingPowerInUse, riskPerContract }: SizingRequest,
  cap: number,
): Bound =>
  moneyBound(name, subtract(shareOf(equity, cap), buyingPowerInUse), riskPerContract, [
    figure('equity', dollarsOf(equity), 'USD'),
    figure('share of equity', cap, 'fraction'),
    figure('buying power in use', dollarsOf(buyingPowerInUse), 'USD'),
  ]);

/**
 * Down to a whole cent, so that no cap is exceeded; the noise of binary fractions, below a millionth of a
 * cent, is dropped first, so that it cannot cost a contract that the budget pays exactly.
 */
const shareOf = (equity: Cents, share: number): Cents =>
  cents(Math.floor(Math.round(equity * share * 1_000_000) / 1_000_000));
