import { scratchStart } from '../arena';
import { INTERPOLATION, times } from './grid';
import { SQUARES } from './scratch';

/** sqrt of the square interpolated at a point of the grid; a square below 0 counts as 0. */
@inline
export function depthAt(point: usize): v128 {
  let square = scratchStart() + SQUARES;
  let weight = point + INTERPOLATION;
  const end = weight + times * 8;
  let sum = f64x2.mul(v128.load64_splat(weight), v128.load(square));
  for (weight += 8, square += 16; weight < end; weight += 8, square += 16) {
    sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(weight), v128.load(square)));
  }
  return f64x2.sqrt(f64x2.pmax(sum, f64x2.splat(0)));
}
