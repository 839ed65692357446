export const median = (values: ReadonlyArray<number>): number => quantile(values, 1 / 2);

/** Half the distance between the quartiles, relative to the median. */
export const spread = (values: ReadonlyArray<number>): number =>
  (quantile(values, 3 / 4) - quantile(values, 1 / 4)) / 2 / median(values);

export const greatest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) most = Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.max(most, value);
  return most;
};

const quantile = (values: ReadonlyArray<number>, share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
};
