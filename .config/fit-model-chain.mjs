// Fits the model option chain to the real quotes in test/fixtures/option-chains and rewrites
// adapters/market-data/model-chain/fitted.ts and the generated tables of docs/model-chain.md.
// Usage: npm run build && node .config/fit-model-chain.mjs [--check]   (--check writes nothing and exits 1 on a difference)
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const root = new URL('../', import.meta.url);
const built = new URL(process.env.TOMKING_BUILT ?? 'dist/', root);
const load = (name) => import(new URL(`adapters/market-data/model-chain/${name}.js`, built).href);
const { previousCloses } = await load('previous-closes');
const clock = await load('session-clock');
const surface = await load('surface');
const { quoteWidth } = await load('quote-width');
const { session } = await import(new URL('core/index.js', built).href);

// ---- the real quotes -------------------------------------------------------------------------------------
const folder = new URL('test/fixtures/option-chains/', root);
const history = JSON.parse(readFileSync(new URL('history.json', folder), 'utf8'));
const [head, ...lines] = gunzipSync(readFileSync(new URL('quotes.csv.gz', folder)))
  .toString()
  .trim()
  .split('\n');
const names = head.split(',');
const numeric = new Set(['underlying', 'strike', 'bid', 'ask']);
const quotes = lines.map((line) =>
  Object.fromEntries(
    line.split(',').map((cell, i) => [names[i], numeric.has(names[i]) ? Number(cell) : cell]),
  ),
);
const before = previousCloses({
  macroEvents: [],
  coverage: [],
  indexIntraday: [],
  vixIntraday: [],
  ...history,
});
const value = (either) => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left));
  return either.right;
};
const groupBy = (list, key) => {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};
const secondOf = (time) => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const rms = (list) => Math.sqrt(mean(list.map((x) => x * x)));

// ---- Black-76 for the fit (West 2005, "Better approximations to cumulative normal functions") --------------
const normal = (x) => {
  const z = Math.abs(x);
  if (z > 37) return x > 0 ? 1 : 0;
  const e = Math.exp((-z * z) / 2);
  let tail;
  if (z < 7.07106781186547) {
    const up =
      (((((3.52624965998911e-2 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
        112.079291497871) *
        z +
        221.213596169931) *
        z +
      220.206867912376;
    const down =
      ((((((8.83883476483184e-2 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
        296.564248779674) *
        z +
        637.333633378831) *
        z +
        793.826512519948) *
        z +
      440.413735824752;
    tail = (e * up) / down;
  } else tail = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
  return x > 0 ? 1 - tail : tail;
};
const black = (F, K, deviation, right) => {
  const sign = right === 'C' ? 1 : -1;
  if (deviation <= 0) return Math.max(0, sign * (F - K));
  const d1 = Math.log(F / K) / deviation + deviation / 2;
  return sign * (F * normal(sign * d1) - K * normal(sign * (d1 - deviation)));
};
const impliedDeviation = (F, K, price, right) => {
  let low = 1e-6;
  let high = 3;
  if (price <= black(F, K, low, right) || price >= black(F, K, high, right)) return null;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (black(F, K, middle, right) < price) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

// ---- slices: one expiry of one session, with its parity forward and implied volatilities -------------------
const middleOf = (quote) => (quote.bid + quote.ask) / 2;
const slices = [...groupBy(quotes, (q) => `${q.session} ${q.time} ${q.root} ${q.expiry}`).values()].flatMap(
  (list) => {
    const { session: date, time, root: rootName, expiry } = list[0];
    const at = { date, second: secondOf(time) };
    const known = before(date);
    const rate = value(known.rate());
    const stretch = clock.stretch(date, expiry);
    const lastDay = date === expiry;
    const market = history.markets.find((m) => m.session === date && m.time === time);
    const fraction = clock.varianceToCome(session(date), at.second);
    const years = lastDay ? fraction / clock.sessionsPerYear : clock.calendarYears(stretch, at);
    const discount = Math.exp(-rate * years);
    const pairs = [...groupBy(list, (q) => q.strike).values()].filter(
      (p) => p.length === 2 && p.every((q) => q.bid > 0),
    );
    if (pairs.length === 0) return [];
    const tightest = pairs
      .map((pair) => ({ pair, gap: Math.abs(middleOf(pair[0]) - middleOf(pair[1])) }))
      .sort((a, b) => a.gap - b.gap)
      .slice(0, 5);
    const forward = median(
      tightest.map(({ pair }) => {
        const call = pair.find((q) => q.right === 'C');
        const put = pair.find((q) => q.right === 'P');
        return call.strike + (middleOf(call) - middleOf(put)) / discount;
      }),
    );
    const points = list
      .filter(
        (q) => (q.right === 'P') === q.strike < forward && q.bid > 0 && q.ask - q.bid <= 0.6 * middleOf(q),
      )
      .flatMap((q) => {
        const deviation = impliedDeviation(forward, q.strike, middleOf(q) / discount, q.right);
        return deviation === null
          ? []
          : [{ strike: q.strike, right: q.right, k: Math.log(q.strike / forward), deviation }];
      });
    return points.length < (lastDay ? 1 : 4)
      ? []
      : [
          {
            date,
            time,
            at,
            root: rootName,
            expiry,
            list,
            known,
            rate,
            stretch,
            lastDay,
            years,
            discount,
            forward,
            points,
            vix: market.vix,
            fraction,
          },
        ];
  },
);

const fitDates = [
  '2022-01-07',
  '2022-02-04',
  '2022-06-10',
  '2023-02-03',
  '2023-02-07',
  '2023-06-09',
  '2023-08-18',
  '2023-09-14',
  '2023-12-08',
  '2025-10-01',
  '2018-02-05',
  '2018-02-06',
  '2018-02-09',
];
const fitted = slices.filter((s) => fitDates.includes(s.date) && !s.lastDay && s.root !== 'ES');

// ---- Levenberg-Marquardt with numeric derivatives -------------------------------------------------------------
const solve = (A, b) => {
  const n = b.length;
  const M = A.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < n; c += 1) {
    let p = c;
    for (let r = c + 1; r < n; r += 1) if (Math.abs(M[r][c]) > Math.abs(M[p][c])) p = r;
    [M[c], M[p]] = [M[p], M[c]];
    for (let r = 0; r < n; r += 1) {
      if (r === c) continue;
      const f = M[r][c] / M[c][c];
      for (let k = c; k <= n; k += 1) M[r][k] -= f * M[c][k];
    }
  }
  return M.map((row, i) => row[n] / row[i]);
};
const leastSquares = (residuals, start, rounds = 60) => {
  let x = [...start];
  let r = residuals(x);
  let cost = mean(r.map((e) => e * e));
  let damping = 1e-3;
  for (let round = 0; round < rounds; round += 1) {
    const J = x.map((v, j) => {
      const step = 1e-5 * Math.max(0.05, Math.abs(v));
      const moved = residuals(x.map((u, i) => (i === j ? u + step : u)));
      return moved.map((e, i) => (e - r[i]) / step);
    });
    const H = J.map((a) => J.map((b) => a.reduce((s, e, i) => s + e * b[i], 0)));
    const g = J.map((a) => -a.reduce((s, e, i) => s + e * r[i], 0));
    let improved = false;
    for (let attempt = 0; attempt < 12 && !improved; attempt += 1) {
      const step = solve(
        H.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) + 1e-12 : v))),
        g,
      );
      const next = x.map((v, i) => v + step[i]);
      const nextR = residuals(next);
      const nextCost = mean(nextR.map((e) => e * e));
      if (Number.isFinite(nextCost) && nextCost < cost) {
        improved = true;
        const small = cost - nextCost < 1e-10 * cost;
        [x, r, cost] = [next, nextR, nextCost];
        damping /= 5;
        if (small) return x;
      } else damping *= 4;
    }
    if (!improved) return x;
  }
  return x;
};

// ---- the surface ------------------------------------------------------------------------------------------------
// Elasticities: regression of daily changes 2011-2025 (log change on VIX's log change): 1.50, 0.60, 0.41; in eighths.
const frame = [
  { index: 'vix9d', calendarDays: 9, elasticityInEighths: 12 },
  { index: 'vix', calendarDays: 30, elasticityInEighths: 8 },
  { index: 'vix3m', calendarDays: 93, elasticityInEighths: 5 },
  { index: 'vix6m', calendarDays: 184, elasticityInEighths: 3 },
];
const parametersOf = (x, lastDay = { rho: -0.2, eta: 0.8, clockFactor: 1 }) => ({
  weekendWeight: x[0],
  nodes: frame.map((node, i) => ({
    ...node,
    intercept: x[1 + 2 * i],
    slope: x[2 + 2 * i],
    shock: i < 2 ? x[17] : 0,
  })),
  beyond: { intercept: x[9], slope: x[10] },
  rho: { base: x[11], term: x[12], level: x[13], shock: x[18] },
  eta: { base: x[14], term: x[15], level: x[16], shock: x[19] },
  lastDay,
});
const levelsOf = (slice) =>
  frame.map((node) => {
    if (node.index === 'vix') return slice.vix;
    const { close, vixClose } = value(slice.known.volatility(node.index));
    return surface.indexNow(node, close, vixClose, slice.vix);
  });
const modelDeviation = (parameters, slice, k) => {
  const curve = surface.atmCurve(parameters, levelsOf(slice));
  const days = clock.varianceDays(slice.stretch, session(slice.date), slice.at, parameters.weekendWeight);
  return Math.sqrt(
    surface.totalVariance(surface.smile(parameters, curve, surface.atmVariance(curve, days), slice.years), k),
  );
};
const weighted = fitted
  .filter((s) => s.root !== 'SPY' && s.stretch.calendarDays >= 5 && s.stretch.calendarDays <= 560)
  .map((slice) => {
    const scale = Math.sqrt(slice.years);
    const sigma = (slice.vix / 100) * 0.9 * scale;
    const used = slice.points.filter((p) => p.k / sigma > -3.2 && p.k / sigma < 1.9);
    const { calendarDays } = slice.stretch;
    const emphasis = calendarDays >= 45 && calendarDays <= 135 ? 2 : 1;
    const weights = used.map((p) => Math.exp(-((p.k / sigma) ** 2) / 8));
    const total = weights.reduce((a, b) => a + b, 0);
    return {
      ...slice,
      used,
      weights: weights.map((w) => Math.sqrt((emphasis * w) / total)),
      levels: levelsOf(slice),
    };
  })
  .filter((s) => s.used.length >= 6);
const residuals = (x) => {
  const parameters = parametersOf(x);
  return weighted.flatMap((slice) => {
    const curve = surface.atmCurve(parameters, slice.levels);
    const days = clock.varianceDays(slice.stretch, session(slice.date), slice.at, parameters.weekendWeight);
    const smile = surface.smile(parameters, curve, surface.atmVariance(curve, days), slice.years);
    const scale = 100 / Math.sqrt(slice.years);
    return slice.used.map(
      (p, i) => slice.weights[i] * scale * (Math.sqrt(surface.totalVariance(smile, p.k)) - p.deviation),
    );
  });
};
const round = (v, digits = 4) => Number(v.toFixed(digits));
const start = [0.3, -1.5, 1, -1.5, 0.92, -1, 0.85, -1, 0.8, 0.1, 0.5, -0.3, -0.4, 0, 1.2, 0.3, -2, 0.3, 0, 0];
const surfaceX = leastSquares(residuals, start).map((v) => round(v));
const surfaceOf = parametersOf(surfaceX);

// ---- the last day ---------------------------------------------------------------------------------------------------
const anchor = slices.find((s) => s.date === '2023-06-09' && s.lastDay);
const lastDayLevel = (slice) => {
  const one = slice.known.volatility(slice.date >= '2022-05-14' ? 'vix1d' : 'vix9d');
  const { close, vixClose } = value(one);
  return ((close / 100) * slice.vix) / vixClose;
};
const lastDayX = leastSquares(
  (x) => {
    const level = lastDayLevel(anchor) * x[0];
    const smile = { variance: level * level * anchor.years, rho: x[1], eta: x[2] };
    return anchor.points
      .filter((p) => Math.abs(p.k) < 2.4 * level * Math.sqrt(anchor.years))
      .map(
        (p) => (100 * (Math.sqrt(surface.totalVariance(smile, p.k)) - p.deviation)) / Math.sqrt(anchor.years),
      );
  },
  [1, -0.2, 0.8],
).map((v) => round(v));
surfaceOf.lastDay = { rho: lastDayX[1], eta: lastDayX[2], clockFactor: lastDayX[0] };

// ---- carry: what parity forwards of one session say about each other -------------------------------------------------
const bySession = groupBy(
  slices.filter((s) => !s.lastDay && s.root !== 'SPY' && s.root !== 'ES'),
  (s) => `${s.date} ${s.time}`,
);
const netYields = [...bySession].flatMap(([key, list]) => {
  const [near, ...later] = [...list].sort((a, b) => a.years - b.years);
  const yields = later
    .filter((s) => s.years - near.years > 0.12 && s.years < 1.1)
    .map((s) => s.rate - Math.log(s.forward / near.forward) / (s.years - near.years));
  return yields.length < 3 ? [] : [{ key, netYield: median(yields) }];
});
const indexNetYield = round(median(netYields.map((y) => y.netYield)));
/** The index level that parity at the nearest expiry implies: the level at the quotes' own instant. */
const impliedLevel = new Map(
  [...bySession].map(([key, list]) => {
    const near = list.reduce((a, b) => (b.years < a.years ? b : a));
    return [key, near.forward * Math.exp(-(near.rate - indexNetYield) * near.years)];
  }),
);
const shareYields = [...bySession].flatMap(([, [slice]]) => {
  const both = slice.known.shares();
  const paid = slice.known.dividends();
  return both._tag === 'Left' || paid._tag === 'Left' ? [] : [(4 * paid.right.last) / both.right.close];
});
const carry = { indexNetYield, shareFinancingSpread: round(mean(shareYields) - indexNetYield) };

// ---- widths: outward rounding adds one tick on average, so the raw width is the quoted one less a tick ----------------
const tickOf = (rootName, price) => (rootName === 'SPY' ? 0.01 : price < 3 ? 0.05 : 0.1);
const widthRows = (list) =>
  list.flatMap((s) =>
    s.list
      .filter((q) => q.bid > 0 && q.ask > q.bid)
      .map((q) => {
        const distance = (q.right === 'C' ? 1 : -1) * (s.forward - q.strike);
        const price = middleOf(q);
        const tick = tickOf(s.root, price);
        return {
          situation: {
            price,
            intrinsic: Math.max(0, distance),
            underlying: s.forward,
            vix: s.vix,
            years: s.years,
            lastDay: s.lastDay,
          },
          target: Math.max(q.ask - q.bid - tick, 0.3 * tick),
          floor: 0.3 * tick,
        };
      }),
  );
const widthOf = (x, deep = 0, lastDay = 1) => ({
  base: Math.exp(x[0]),
  root: Math.exp(x[1]),
  level: x[2],
  term: Math.exp(x[3]),
  deep,
  lastDay,
});
const outOfTheMoney = (row) => row.situation.intrinsic === 0;
const logMiss = (parameters, row) =>
  Math.log(Math.max(quoteWidth(parameters, row.situation), row.floor) / row.target);
const bounded = (v) => Math.sign(v) * Math.sqrt(Math.abs(v)); // the median matters, not the junk quotes of a closed market
const indexRows = widthRows(
  fitted.filter((s) => s.root !== 'SPY' && s.date >= '2022' && s.years < 1.6),
).filter(outOfTheMoney);
const indexWidthX = leastSquares(
  (x) => indexRows.map((row) => bounded(logMiss(widthOf(x), row))),
  [-3, -2.5, 0.03, -1],
);
const shareRows = widthRows(fitted.filter((s) => s.root === 'SPY' && s.years < 0.35)).filter(outOfTheMoney);
const shareWidthX = [
  ...leastSquares(
    (x) => shareRows.map((row) => bounded(logMiss(widthOf([...x, indexWidthX[2], indexWidthX[3]]), row))),
    [-4.5, -4.5],
  ),
  indexWidthX[2],
  indexWidthX[3],
];
// In the money only the one chain taken during a session counts: after the close those quotes are a closed market's.
const deepRows = widthRows(fitted.filter((s) => s.date === anchor.date && s.years < 1.6)).filter(
  (r) => !outOfTheMoney(r),
);
const deepPart = (row) => row.target - quoteWidth(widthOf(indexWidthX), row.situation);
const deep = median(
  deepRows
    .filter((r) => r.situation.intrinsic > 0.05 * r.situation.underlying)
    .map((r) => deepPart(r) / r.situation.underlying),
);
const lastDayRows = widthRows([anchor]).filter(outOfTheMoney);
const lastDayWidth = Math.exp(median(lastDayRows.map((r) => -logMiss(widthOf(indexWidthX), r))));
const rounded = (record) => Object.fromEntries(Object.entries(record).map(([k, v]) => [k, round(v, 5)]));
const widths = {
  index: rounded(widthOf(indexWidthX, deep, lastDayWidth)),
  shares: rounded(widthOf(shareWidthX, deep, lastDayWidth)),
};

// ---- fitted.ts -----------------------------------------------------------------------------------------------------------
const literal = (v) =>
  Array.isArray(v)
    ? `[${v.map(literal).join(', ')}]`
    : typeof v === 'object'
      ? `{ ${Object.entries(v)
          .map(([k, w]) => `${k}: ${literal(w)}`)
          .join(', ')} }`
      : typeof v === 'string'
        ? `'${v}'`
        : String(v);
const { format } = await import('prettier');
const prettierOptions = JSON.parse(readFileSync(new URL('.config/prettier.json', root), 'utf8'));
const source = await format(
  `/* Written by .config/fit-model-chain.mjs from test/fixtures/option-chains; do not edit by hand. */
import type { WidthParameters } from './quote-width.js';
import type { SurfaceParameters } from './surface.js';

export const fittedSurface: SurfaceParameters = ${literal(surfaceOf)};

/** Per year: dividend yield of the index less what financing costs above the three-month bill; that spread for SPY. */
export const fittedCarry = ${literal(carry)} as const;

export const fittedWidths: Readonly<Record<'index' | 'shares', WidthParameters>> = ${literal(widths)};
`,
  { ...prettierOptions, parser: 'typescript' },
);

// ---- the tables of docs/model-chain.md ------------------------------------------------------------------------------------
const table = (heads, rows) =>
  [
    `| ${heads.join(' | ')} |`,
    `|${heads.map((_, i) => (i < 1 ? '---' : '---:')).join('|')}|`,
    ...rows.map((r) => `| ${r.join(' | ')} |`),
  ].join('\n');
const f1 = (v) => (Number.isFinite(v) ? v.toFixed(1) : '–');
const f2 = (v) => (Number.isFinite(v) ? v.toFixed(2) : '–');
const buckets = [
  ['5–20', 5, 20],
  ['21–70', 21, 70],
  ['71–135', 71, 135],
  ['136–560', 136, 560],
];
const errorsOf = (list, low, high) =>
  list
    .filter((s) => s.stretch.calendarDays >= low && s.stretch.calendarDays <= high)
    .flatMap((s) => {
      const curve = surface.atmCurve(surfaceOf, levelsOf(s));
      const atm = Math.sqrt(
        surface.atmVariance(
          curve,
          clock.varianceDays(s.stretch, session(s.date), s.at, surfaceOf.weekendWeight),
        ),
      );
      return s.points
        .filter((p) => p.k / atm > -2.5 && p.k / atm < 1.5)
        .map((p) => (100 * (modelDeviation(surfaceOf, s, p.k) - p.deviation)) / Math.sqrt(s.years));
    });
const volRows = [
  ...groupBy(
    slices.filter((s) => !s.lastDay),
    (s) => `${s.date} ${s.root === 'SPY' || s.root === 'ES' ? s.root : 'SPX'}`,
  ),
]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, list]) => {
    const [date, rootName] = key.split(' ');
    const used = fitDates.includes(date) && rootName === 'SPX' ? 'fit' : 'held out';
    return [
      date,
      rootName,
      used,
      f1(list[0].vix),
      ...buckets.flatMap(([, low, high]) => {
        const errors = errorsOf(list, low, high);
        return errors.length === 0 ? ['–'] : [`${f2(mean(errors))} / ${f2(rms(errors))}`];
      }),
    ];
  });

const checking = process.argv.includes('--check');
const fittedFile = new URL('adapters/market-data/model-chain/fitted.ts', root);
if (readFileSync(fittedFile, 'utf8') !== source) {
  if (!checking) writeFileSync(fittedFile, source);
  console.log('fitted.ts differs from this fit: build again, then run again for the tables.');
  process.exit(checking ? 1 : 0);
}

// ---- the model end to end against real spreads and condors -----------------------------------------------------------------
const { createModelChain } = await load('model-chain');
const { pricing } = await import(new URL('pricing-wasm/index.js', built).href);
const wholeHistory = { macroEvents: [], coverage: [], indexIntraday: [], vixIntraday: [], ...history };
const model = createModelChain({ history: wholeHistory, pricing });
const modelRoot = (name) => (name === 'SPXW' ? 'SPX' : name);
const marketOf = (slice, level) => ({ at: slice.at, vix: slice.vix, indexLevel: level });
/** legs: [strike, 'C' | 'P', +1 bought or -1 sold]; returns the credit at mid and at natural, real and modelled. */
const compare = (slice, market, legs) => {
  const contracts = legs.map(([strike, right]) => ({
    root: modelRoot(slice.root),
    expiry: slice.expiry,
    strike,
    right: right === 'C' ? 'call' : 'put',
    settles: 'pm',
  }));
  const answer = model.chain({ _tag: 'Contracts', contracts }, market);
  const modelQuotes = answer.slices.flatMap((s) => s.quotes);
  const credit = (find) => {
    const found = legs.map(([strike, right, sign]) => ({ sign, ...find(strike, right) }));
    return {
      middle: found.reduce((sum, q) => sum - (q.sign * ((q.bid ?? 0) + q.ask)) / 2, 0),
      natural: found.reduce((sum, q) => sum - q.sign * (q.sign > 0 ? q.ask : (q.bid ?? 0)), 0),
    };
  };
  return {
    real: credit((strike, right) => slice.list.find((q) => q.strike === strike && q.right === right)),
    modelled: credit((strike, right) =>
      modelQuotes.find(
        (q) => q.contract.strike === strike && q.contract.right === (right === 'C' ? 'call' : 'put'),
      ),
    ),
  };
};
const spreadRows = slices
  .filter(
    (s) => s.root !== 'ES' && !s.lastDay && s.stretch.calendarDays >= 102 && s.stretch.calendarDays <= 122,
  )
  .flatMap((slice) => {
    const level = impliedLevel.get(`${slice.date} ${slice.time}`);
    const width = slice.root === 'SPY' ? 5 : 50;
    const spot =
      slice.root === 'SPY'
        ? (level * value(slice.known.shares()).close) / value(slice.known.shares()).indexClose
        : level;
    const puts = new Set(slice.list.filter((q) => q.right === 'P').map((q) => q.strike));
    const [short] = [...puts]
      .filter((k) => k % 5 === 0 && puts.has(k - width))
      .sort((a, b) => Math.abs(a - 0.9 * spot) - Math.abs(b - 0.9 * spot));
    if (short === undefined || Math.abs(short / spot - 0.9) > 0.01) return [];
    const { real, modelled } = compare(slice, marketOf(slice, level), [
      [short, 'P', -1],
      [short - width, 'P', 1],
    ]);
    return [
      {
        name: `LT112 ${slice.root === 'SPY' ? 'SPY' : 'SPX'} ${slice.date}`,
        what: `${slice.expiry} ${short}/${short - width} put`,
        width,
        vix: slice.vix,
        real,
        modelled,
      },
    ];
  });
const trueRanges = history.indexDaily
  .filter((bar) => bar.date < '2023-06-09')
  .slice(-15)
  .map((bar, i, bars) => {
    const prior = bars[i - 1]?.close ?? bar.open;
    return Math.max(bar.high, prior) - Math.min(bar.low, prior);
  });
const averageRange = mean(trueRanges.slice(1));
const shortDistance = Math.max(10, 0.7 * averageRange);
const anchorLevel = anchor.list[0].underlying;
const nearestFive = (v) => Math.round(v / 5) * 5;
const condorLegs = (level) => {
  const [put, call] = [nearestFive(level - shortDistance), nearestFive(level + shortDistance)];
  return [
    [put - 30, 'P', 1],
    [put, 'P', -1],
    [call, 'C', -1],
    [call + 30, 'C', 1],
  ];
};
const legs = condorLegs(anchorLevel);
const condor = {
  name: 'Condor SPXW 2023-06-09',
  what: legs.map(([k]) => k).join('/'),
  width: 30,
  vix: anchor.vix,
  ...compare(anchor, marketOf(anchor, anchorLevel), legs),
};
const step = (width) => (width === 5 ? 0.01 : 0.05);
const largestMiss = ({ real, modelled }) =>
  Math.max(Math.abs(modelled.middle - real.middle), Math.abs(modelled.natural - real.natural));
/** The larger of the two errors, rounded up to a combo tick, and one tick more. */
const stated = (row) => (Math.ceil(largestMiss(row) / step(row.width) - 1e-9) + 1) * step(row.width);
const comparisons = [condor, ...spreadRows].map((row) => [
  row.name,
  row.what,
  f1(row.vix),
  f2(row.real.middle),
  f2(row.real.natural),
  f2(row.modelled.middle),
  f2(row.modelled.natural),
  f2(row.modelled.middle - row.real.middle),
  `${Math.round((100 * (row.modelled.middle - row.real.middle)) / row.real.middle)}%`,
  `${f1((100 * row.real.middle) / row.width)}% / ${f1((100 * row.modelled.middle) / row.width)}%`,
  f2(stated(row)),
]);
const lastDayRowsOf = slices
  .filter((s) => s.lastDay)
  .map((s) => {
    const nearest = s.points.reduce((a, b) => (Math.abs(b.k) < Math.abs(a.k) ? b : a));
    const level = lastDayLevel(s);
    return [
      `${s.date} ${s.time}`,
      s.date === anchor.date ? 'fit' : 'held out',
      f1(s.vix),
      f2(100 * level),
      nearest.strike,
      f2(nearest.k / (level * Math.sqrt(s.years))),
      f2(nearest.deviation / Math.sqrt(s.years) / level),
    ];
  });
const shareSlices = slices.filter((s) => s.root === 'SPY');
const nearestTo = (days) =>
  shareSlices.reduce((a, b) =>
    Math.abs(b.stretch.calendarDays - days) < Math.abs(a.stretch.calendarDays - days) ? b : a,
  );
const singleLegs = [
  ['Weekly call, 1.03 S', 7, 'C', 1.03],
  ['LEAP call, 0.82 S', 372, 'C', 0.82],
  ...[0.95, 0.9, 0.85, 0.8, 0.75].map((ratio) => [`Ladder put, ${ratio} S`, 372, 'P', ratio]),
].map(([name, days, right, ratio]) => {
  const slice = nearestTo(days);
  const level = impliedLevel.get(`${slice.date} ${slice.time}`);
  const shares = value(slice.known.shares());
  const spot = (level * shares.close) / shares.indexClose;
  const listed = slice.list.filter(
    (q) => q.right === right && q.bid > 0 && (days < 70 || q.strike % 5 === 0),
  );
  const { strike } = listed.reduce((a, b) =>
    Math.abs(b.strike - ratio * spot) < Math.abs(a.strike - ratio * spot) ? b : a,
  );
  const { real, modelled } = compare(slice, marketOf(slice, level), [[strike, right, -1]]);
  return [
    name,
    `${slice.expiry} ${strike}`,
    f2(real.middle),
    f2(modelled.middle),
    f2(modelled.middle - real.middle),
    `${Math.round((100 * (modelled.middle - real.middle)) / real.middle)}%`,
  ];
});
const widthMiss = (list) => list.map((r) => Math.exp(logMiss(widths[r.shares ? 'shares' : 'index'], r)));
const widthTable = [
  ...groupBy(slices, (s) => `${s.date} ${s.root === 'SPX' ? 'SPXW' : s.root}${s.lastDay ? ' 0DTE' : ''}`),
]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, list]) => {
    const rows = widthRows(list.filter((s) => s.years < 1.6))
      .filter(outOfTheMoney)
      .map((r) => ({ ...r, shares: key.includes('SPY') }));
    const misses = widthMiss(rows).sort((a, b) => a - b);
    return [
      key,
      rows.length,
      f2(misses[Math.floor(0.25 * misses.length)]),
      f2(median(misses)),
      f2(misses[Math.floor(0.75 * misses.length)]),
    ];
  });
const tables = {
  comparisons: table(
    [
      'Position',
      'Strikes',
      'VIX',
      'Real mid',
      'Real natural',
      'Model mid',
      'Model natural',
      'Error',
      'Of mid',
      'Credit/width real / model',
      'Stated error',
    ],
    comparisons,
  ),
  'single legs': table(
    ['Leg on SPY 2023-09-14', 'Contract', 'Real mid', 'Model mid', 'Error', 'Of mid'],
    singleLegs,
  ),
  volatility: table(['Session', 'Root', 'Used', 'VIX', ...buckets.map(([name]) => `${name} days`)], volRows),
  'last day': table(['Quotes', 'Used', 'VIX', 'Level %', 'Strike', 'x', 'Implied factor'], lastDayRowsOf),
  widths: table(['Session', 'Quotes', 'First quartile', 'Median', 'Third quartile'], widthTable),
  carry: table(
    ['Session', 'Net yield'],
    netYields.map((y) => [y.key, `${(100 * y.netYield).toFixed(2)}%`]),
  ),
};
const page = new URL('docs/model-chain.md', root);
const before_ = readFileSync(page, 'utf8');
const after = Object.entries(tables).reduce((text, [name, body]) => {
  const [begin, end] = [
    `<!-- BEGIN ${name} (written by .config/fit-model-chain.mjs) -->`,
    `<!-- END ${name} -->`,
  ];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/model-chain.md has no place for the table "${name}"`);
  return `${text.slice(0, from + begin.length)}\n${body}\n${text.slice(to)}`;
}, before_);
if (checking && after !== before_) {
  console.log('docs/model-chain.md differs from this fit.');
  process.exit(1);
}
if (!checking) writeFileSync(page, after);
console.log(Object.values(tables).join('\n\n'));
