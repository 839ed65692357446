import { PAIR_BYTES } from '../arena';
import { choose, coefficient, horner } from '../lanes';
import { logarithmOfRatio } from '../logarithm';
import { GAIN, HIGH, MONEYNESS, TAIL_POINT, TARGET, VALUE, WIDTH } from './block';

// Second stage: first guesses of the width, wrong by 10% at most.
//
// Around the money, Corrado and Miller (1996): with half = value + gain / 2,
//   width = sqrt(2 pi) / (2 + gain) (half + sqrt(half^2 - gain^2 / pi)),   times 1 + 0.06 width^2
// where gain <= 1.3 half. Else `value` and `room` are nearly tails of the normal distribution, N(-n) and N(n): with
// t = sqrt(2 ln(share / target)),
//   |n| = t - (a0 + a1 t) / (1 + b1 t + b2 t^2),   width = sqrt(n^2 + 2 moneyness) -+ n
// in the manner of Hastings (1955, sheet 67). The share, a function of moneyness, allows for the far tail. a, b and
// the coefficients of the shares: least squares of the width's relative error to the 1st, 3rd, 5th and 7th power.

// prettier-ignore
const TABLE: usize = memory.data<f64>([
  0.5,                 0.5,                 // 0
  2.0,                 2.0,                 // 1
  2.5066282746310002,  2.5066282746310002,  // 2: sqrt(2 pi)
  0.3183098861837907,  0.3183098861837907,  // 3: 1 / pi
  1.0,                 1.0,                 // 4
  0.06,                0.06,                // 5
  1.3,                 1.3,                 // 6
  30.0,                30.0,                // 7: beyond it the far tail is nothing
  6.18815, 6.18815, // 8: LOW_A: a0
  0.255591, 0.255591, // a1
  0.429953, 0.429953, // b1
  0.0194067, 0.0194067, // b2
  0.0186146, 0.0186146, // 12: LOW_SHARE: share = m (1 + c3 r) / (c0 + c1 r + c2 m), r^2 = m = moneyness, at most 30
  0.00468739, 0.00468739,
  0.0647128, 0.0647128,
  0.75829, 0.75829, // c3
  -0.0234359, -0.0234359, // 16: HIGH_A: a0
  0.459134, 0.459134, // a1
  0.177958, 0.177958, // b1
  0.248009, 0.248009, // b2
  0.806651, 0.806651, // 20: HIGH_SHARE: share = (c0 + c1 r + c2 m) / (1 + c3 r + c4 m)
  1.24694, 1.24694,
  0.77219, 0.77219,
  1.49134, 1.49134,
  1.77638, 1.77638,
], 16);

// Where the coefficients of either kind of row begin.
const LOW_A: usize = 8;
const LOW_SHARE: usize = 12;
const HIGH_A: usize = 16;
const HIGH_SHARE: usize = 20;

/** Leaves WIDTH of `length` bytes of rows. */
@inline
export function guessWidths(block: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += PAIR_BYTES) writeTailPoint(block + at);
  for (let at: usize = 0; at < length; at += PAIR_BYTES) writeTailWidth(block + at);
  for (let at: usize = 0; at < length; at += PAIR_BYTES) writeCentralWidth(block + at);
}

/** Leaves t in TAIL_POINT. */
@inline
function writeTailPoint(row: usize): void {
  const one = coefficient(TABLE, 4);
  const high = v128.load(row, HIGH);
  const bounded = f64x2.pmin(v128.load(row, MONEYNESS), coefficient(TABLE, 7));
  const root = f64x2.sqrt(bounded);
  const lowShare = f64x2.mul(bounded, f64x2.add(f64x2.mul(coefficient(TABLE, LOW_SHARE + 3), root), one));
  const lowOf = horner(horner(coefficient(TABLE, LOW_SHARE + 2), root, TABLE, LOW_SHARE + 1), root, TABLE, LOW_SHARE);
  const highShare = horner(
    horner(coefficient(TABLE, HIGH_SHARE + 2), root, TABLE, HIGH_SHARE + 1),
    root,
    TABLE,
    HIGH_SHARE,
  );
  const highSlope = horner(coefficient(TABLE, HIGH_SHARE + 4), root, TABLE, HIGH_SHARE + 3);
  const highOf = f64x2.add(f64x2.mul(highSlope, root), one);
  const share = choose(high, highShare, lowShare);
  const shareOf = choose(high, highOf, lowOf);
  const quotient = logarithmOfRatio(share, f64x2.mul(shareOf, v128.load(row, TARGET)));
  const t = f64x2.sqrt(f64x2.pmax(f64x2.splat(0), f64x2.add(quotient, quotient)));
  v128.store(row, t, TAIL_POINT);
}

/** Coefficient `index` of the row's kind. */
@inline
function either(high: v128, index: usize): v128 {
  return choose(high, coefficient(TABLE, HIGH_A + index), coefficient(TABLE, LOW_A + index));
}

@inline
function writeTailWidth(row: usize): void {
  const high = v128.load(row, HIGH);
  const moneyness = v128.load(row, MONEYNESS);
  const twice = f64x2.add(moneyness, moneyness);
  const t = v128.load(row, TAIL_POINT);
  const numerator = f64x2.add(f64x2.mul(either(high, 1), t), either(high, 0));
  const slope = f64x2.add(f64x2.mul(either(high, 3), t), either(high, 2));
  const denominator = f64x2.add(f64x2.mul(slope, t), coefficient(TABLE, 4));
  const n = f64x2.sub(t, f64x2.div(numerator, denominator));
  const sum = f64x2.add(f64x2.sqrt(f64x2.add(f64x2.mul(n, n), twice)), n);
  v128.store(row, choose(high, sum, f64x2.div(twice, sum)), WIDTH);
}

@inline
function writeCentralWidth(row: usize): void {
  const one = coefficient(TABLE, 4);
  const gain = v128.load(row, GAIN);
  const half = f64x2.add(v128.load(row, VALUE), f64x2.mul(gain, coefficient(TABLE, 0)));
  const ratio = f64x2.div(gain, half);
  const radicand = f64x2.sub(one, f64x2.mul(f64x2.mul(ratio, ratio), coefficient(TABLE, 3)));
  const scale = f64x2.div(f64x2.mul(half, coefficient(TABLE, 2)), f64x2.add(gain, coefficient(TABLE, 1)));
  const narrow = f64x2.mul(scale, f64x2.add(f64x2.sqrt(radicand), one));
  const width = f64x2.mul(narrow, f64x2.add(f64x2.mul(f64x2.mul(narrow, narrow), coefficient(TABLE, 5)), one));
  const central = v128.andnot(f64x2.le(ratio, coefficient(TABLE, 6)), v128.load(row, HIGH));
  v128.store(row, choose(central, width, v128.load(row, WIDTH)), WIDTH);
}
