import { coefficient } from '../lanes';
import { addToRunningSum } from '../running-sum';
import { CELL_BYTES, FAR, NEAR, PAIR_STEP, POINT_BYTES, SECOND, SPOT_BYTES } from './layout';
import { valueOf } from './value';

// Second stage of a cell. N(-x) = exp(-x^2 / 2) P(x) / Q(x) for x >= 0, to 8e-16 of 1: a minimax fit of the absolute
// error, so of far lower degree than `mills-ratio.ts`, with all coefficients positive.

// prettier-ignore
const P: usize = memory.data<f64>([
  0.4999999999999992,     0.4999999999999992,     // P0
  0.41861442170149216,    0.41861442170149216,    // P1
  0.17956978533723272,    0.17956978533723272,    // P2
  0.04341211141395355,    0.04341211141395355,    // P3
  0.005903309256319009,   0.005903309256319009,   // P4
  0.00035673087435582655, 0.00035673087435582655, // P5
  6.977474453267828e-09,  6.977474453267828e-09,  // P6
], 16);

// prettier-ignore
const Q: usize = memory.data<f64>([
  1.0,                    1.0,                    // Q0
  1.635113404205514,      1.635113404205514,      // Q1
  1.1637713110633356,     1.1637713110633356,     // Q2
  0.46378420224366795,    0.46378420224366795,    // Q3
  0.10984446532970057,    0.10984446532970057,    // Q4
  0.014786074957332002,   0.014786074957332002,   // Q5
  0.0008948276524342552,  0.0008948276524342552,  // Q6
], 16);

/** Adds two pairs of legs to the cells of every spot. */
@inline
export function addCells(spots: usize, count: usize, legs: usize, points: usize, cells: usize): void {
  for (let spot: usize = 0; spot < count; spot++) {
    const point = points + spot * POINT_BYTES;
    const nearA = f64x2.abs(v128.load(point, NEAR));
    const farA = v128.load(point, FAR);
    const nearB = f64x2.abs(v128.load(point + SECOND, NEAR));
    const farB = v128.load(point + SECOND, FAR);
    let next = coefficient(Q, 6);
    let qNearA = f64x2.mul(next, nearA), qFarA = f64x2.mul(next, farA);
    let qNearB = f64x2.mul(next, nearB), qFarB = f64x2.mul(next, farB);
    next = coefficient(Q, 5);
    qNearA = f64x2.mul(f64x2.add(qNearA, next), nearA);
    qFarA = f64x2.mul(f64x2.add(qFarA, next), farA);
    qNearB = f64x2.mul(f64x2.add(qNearB, next), nearB);
    qFarB = f64x2.mul(f64x2.add(qFarB, next), farB);
    next = coefficient(Q, 4);
    qNearA = f64x2.mul(f64x2.add(qNearA, next), nearA);
    qFarA = f64x2.mul(f64x2.add(qFarA, next), farA);
    qNearB = f64x2.mul(f64x2.add(qNearB, next), nearB);
    qFarB = f64x2.mul(f64x2.add(qFarB, next), farB);
    next = coefficient(Q, 3);
    qNearA = f64x2.mul(f64x2.add(qNearA, next), nearA);
    qFarA = f64x2.mul(f64x2.add(qFarA, next), farA);
    qNearB = f64x2.mul(f64x2.add(qNearB, next), nearB);
    qFarB = f64x2.mul(f64x2.add(qFarB, next), farB);
    next = coefficient(Q, 2);
    qNearA = f64x2.mul(f64x2.add(qNearA, next), nearA);
    qFarA = f64x2.mul(f64x2.add(qFarA, next), farA);
    qNearB = f64x2.mul(f64x2.add(qNearB, next), nearB);
    qFarB = f64x2.mul(f64x2.add(qFarB, next), farB);
    next = coefficient(Q, 1);
    qNearA = f64x2.mul(f64x2.add(qNearA, next), nearA);
    qFarA = f64x2.mul(f64x2.add(qFarA, next), farA);
    qNearB = f64x2.mul(f64x2.add(qNearB, next), nearB);
    qFarB = f64x2.mul(f64x2.add(qFarB, next), farB);
    next = coefficient(Q, 0);
    qNearA = f64x2.add(qNearA, next);
    qFarA = f64x2.add(qFarA, next);
    qNearB = f64x2.add(qNearB, next);
    qFarB = f64x2.add(qFarB, next);
    next = coefficient(P, 6);
    let pNearA = f64x2.mul(next, nearA), pFarA = f64x2.mul(next, farA);
    let pNearB = f64x2.mul(next, nearB), pFarB = f64x2.mul(next, farB);
    next = coefficient(P, 5);
    pNearA = f64x2.mul(f64x2.add(pNearA, next), nearA);
    pFarA = f64x2.mul(f64x2.add(pFarA, next), farA);
    pNearB = f64x2.mul(f64x2.add(pNearB, next), nearB);
    pFarB = f64x2.mul(f64x2.add(pFarB, next), farB);
    next = coefficient(P, 4);
    pNearA = f64x2.mul(f64x2.add(pNearA, next), nearA);
    pFarA = f64x2.mul(f64x2.add(pFarA, next), farA);
    pNearB = f64x2.mul(f64x2.add(pNearB, next), nearB);
    pFarB = f64x2.mul(f64x2.add(pFarB, next), farB);
    next = coefficient(P, 3);
    pNearA = f64x2.mul(f64x2.add(pNearA, next), nearA);
    pFarA = f64x2.mul(f64x2.add(pFarA, next), farA);
    pNearB = f64x2.mul(f64x2.add(pNearB, next), nearB);
    pFarB = f64x2.mul(f64x2.add(pFarB, next), farB);
    next = coefficient(P, 2);
    pNearA = f64x2.mul(f64x2.add(pNearA, next), nearA);
    pFarA = f64x2.mul(f64x2.add(pFarA, next), farA);
    pNearB = f64x2.mul(f64x2.add(pNearB, next), nearB);
    pFarB = f64x2.mul(f64x2.add(pFarB, next), farB);
    next = coefficient(P, 1);
    pNearA = f64x2.mul(f64x2.add(pNearA, next), nearA);
    pFarA = f64x2.mul(f64x2.add(pFarA, next), farA);
    pNearB = f64x2.mul(f64x2.add(pNearB, next), nearB);
    pFarB = f64x2.mul(f64x2.add(pFarB, next), farB);
    next = coefficient(P, 0);
    pNearA = f64x2.add(pNearA, next);
    pFarA = f64x2.add(pFarA, next);
    pNearB = f64x2.add(pNearB, next);
    pFarB = f64x2.add(pFarB, next);
    const multiplier = v128.load64_splat(spots + spot * SPOT_BYTES);
    const valueA = valueOf(multiplier, legs, point, pNearA, qNearA, pFarA, qFarA);
    const valueB = valueOf(multiplier, legs + PAIR_STEP, point + SECOND, pNearB, qNearB, pFarB, qFarB);
    addToRunningSum(cells + spot * CELL_BYTES, f64x2.add(valueA, valueB));
  }
}
