/** sqrt of the interpolated square, `offset` the first of the point's weights; a square below 0 counts as 0. */
export const depthAt = (
  interpolation: Float64Array,
  offset: number,
  squares: Float64Array,
  times: number,
): number => {
  let square = (interpolation[offset] ?? NaN) * (squares[0] ?? NaN);
  for (let time = 1; time < times; time += 1) {
    square += (interpolation[offset + time] ?? NaN) * (squares[time] ?? NaN);
  }
  return Math.sqrt(square < 0 ? 0 : square);
};
