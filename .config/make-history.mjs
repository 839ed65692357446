// Makes the embedded history, adapters/market-data/history/, out of a directory of collected source files:
//
//     node .config/make-history.mjs SOURCE_DIRECTORY
//
// SOURCE_DIRECTORY holds the files named in `series` below: each source's rows as its repository publishes them,
// intraday stamps in UTC at the bar's start. Equal sources give byte-identical files. What is taken from where,
// and which defects are handled, is written in adapters/market-data/history/SOURCES.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const sourceDirectory = process.argv[2];
if (sourceDirectory === undefined) {
  process.stderr.write('usage: node .config/make-history.mjs SOURCE_DIRECTORY\n');
  process.exit(2);
}
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'adapters/market-data/history');

const dailyFrom = '2021-09-01';
const intradayFrom = '2022-10-03';
const to = '2025-12-31';
// The hourly VIX file breaks off in the morning of 2025-07-29: its last complete session is the day before.
const vixHourlyTo = '2025-07-28';

/** Rows as records of strings, by the header's names. */
const readRows = (path) => {
  const bytes = readFileSync(join(sourceDirectory, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [header, ...lines] = text.trim().split(/\r?\n/).map(splitLine);
  return lines.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));
};

const splitLine = (line) => line.split(',');

const within = (from, end) => (row) => row.date >= from && row.date <= end;

const newYorkClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2025-03-14T13:10:00Z` as New York date and second of the day. */
const newYork = (stamp) => {
  const instant = new Date(stamp);
  if (Number.isNaN(instant.getTime())) throw new Error(`not an instant: ${stamp}`);
  const part = Object.fromEntries(
    newYorkClock.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    second: Number(part.hour) * 3_600 + Number(part.minute) * 60 + Number(part.second),
  };
};

const closedDays = new Set(
  readRows('reference/nyse_calendar.csv')
    .filter(({ type }) => type === 'closed')
    .map(({ date }) => date),
);
const onTradingDays = ({ date }) => !closedDays.has(date);

const dailyBars = (path) =>
  readRows(path)
    .filter(within(dailyFrom, to))
    .filter(onTradingDays)
    .map(({ date, open, high, low, close }) => [date, open, high, low, close]);

const intradayBars = (path, from, end) =>
  readRows(path)
    .map(({ ts_utc, ...prices }) => ({ ...newYork(ts_utc), ...prices }))
    .filter(within(from, end))
    .filter(onTradingDays)
    .map(({ date, second, open, high, low, close }) => [date, second, open, high, low, close]);

const volatilityCloses = (path) =>
  readRows(path)
    .filter(within(dailyFrom, to))
    .filter(onTradingDays)
    .map(({ date, vix1d, vix9d, vix3m, vix6m }) => [date, vix1d, vix9d, vix3m, vix6m]);

/** Published days only: a day without a yield has no row. */
const treasuryYields = (path) =>
  readRows(path)
    .filter(within(dailyFrom, to))
    .filter(({ dgs3mo }) => dgs3mo !== '')
    .map(({ date, dgs3mo }) => [date, dgs3mo]);

/**
 * Traded closes with dividends. Yahoo multiplies every close before an ex-date by 1 - dividend / previous close, so
 * the step of adjusted/traded between two sessions gives the dividend. The steps of days without one stay below 0.0003
 * dollars (rounding of the two files); 0.10 separates them from SPY's dividends of more than a dollar.
 */
const shareDays = (tradedPath, adjustedPath) => {
  const adjusted = new Map(readRows(adjustedPath).map(({ date, close }) => [date, Number(close)]));
  const traded = readRows(tradedPath).filter(({ date }) => date <= to && date >= '2021-08-01');
  return traded
    .map(({ date, close }, index) => {
      const previous = traded[index - 1];
      if (previous === undefined) return { date, close, dividend: 0 };
      const before = adjusted.get(previous.date) / Number(previous.close);
      const after = adjusted.get(date) / Number(close);
      const dividend = Number(previous.close) * (1 - before / after);
      if (!Number.isFinite(dividend)) throw new Error(`no adjusted SPY close near ${date}`);
      return { date, close, dividend: dividend > 0.1 ? Math.round(dividend * 1_000) / 1_000 : 0 };
    })
    .filter(within(dailyFrom, to))
    .map(({ date, close, dividend }) => [date, close, dividend]);
};

/** `time_utc` is the hour of the day in UTC; an event without one keeps an empty second. */
const macroEvents = (path) =>
  readRows(path)
    .filter(within('2021-01-01', '2026-12-31'))
    .map(({ date, time_utc, event }) => [
      date,
      time_utc === '' ? '' : newYork(`${date}T${time_utc}:00Z`).second,
      event,
    ]);

const none = 'none stated; not in the npm package';
const marketBase = 'heliar-k/market-base@ea74518';
const bars = 'date,second,open,high,low,close';

const series = [
  {
    file: 'open/vix-daily',
    about: 'VIX, daily, in vol points; Cboe global-hours rows on NYSE holidays dropped',
    source: 'datasets/finance-vix@6f56e27 data/vix-daily.csv (Cboe)',
    licence: 'ODC-PDDL-1.0',
    header: 'date,open,high,low,close',
    rows: dailyBars('daily/vix_daily.csv'),
  },
  {
    file: 'open/treasury-3m',
    about: '3-month Treasury constant maturity yield, percent per year; published days only',
    source: `FRED DGS3MO (Federal Reserve H.15), by way of ${marketBase} data/fred/rates/rates.csv`,
    licence: 'US government data',
    header: 'date,percent',
    rows: treasuryYields('daily/us_rates_fred.csv'),
  },
  {
    file: 'restricted/index-daily',
    about: 'S&P 500, daily, in index points',
    source: 'YoussefKh200/Slow-Turtle-Research@52d7b0c data/^GSPC.csv (Yahoo)',
    licence: none,
    header: 'date,open,high,low,close',
    rows: dailyBars('daily/spx_daily.csv'),
  },
  {
    file: 'restricted/index-1h',
    about: 'S&P 500, hourly bars of the regular session (the first lasts from 09:30 to 10:00)',
    source: `${marketBase} data/indices/SPX_1h.csv (Interactive Brokers)`,
    licence: none,
    header: bars,
    rows: intradayBars('intraday/spx_1h_2021-10_2025-12.csv.gz', intradayFrom, '2022-12-27'),
  },
  {
    file: 'restricted/index-15m',
    about: 'S&P 500, 15-minute bars of the regular session',
    source: `${marketBase} data/indices/SPX_15m.csv (Interactive Brokers)`,
    licence: none,
    header: bars,
    rows: intradayBars('intraday/spx_15m_2022-12_2024-03.csv.gz', '2022-12-28', '2024-03-08'),
  },
  {
    file: 'restricted/index-5m',
    about: 'S&P 500, 5-minute bars of the regular session',
    source: `${marketBase} data/indices/SPX_5m.csv (Interactive Brokers)`,
    licence: none,
    header: bars,
    rows: intradayBars('intraday/spx_5m_2024-03_2025-12.csv.gz', '2024-03-11', to),
  },
  {
    file: 'restricted/vix-1h',
    about: 'VIX, hourly bars from 03:10, also outside the regular session; one NYSE holiday dropped',
    source: 'DulajSP/ml-equity-trading-signals@1f77474 data/VIX_1h.csv (TradingView)',
    licence: none,
    header: bars,
    rows: intradayBars('intraday/vix_1h_2015-11_2025-07.csv.gz', intradayFrom, vixHourlyTo),
  },
  {
    file: 'restricted/volatility-daily',
    about: 'Cboe volatility indices, closes in vol points; VIX1D was first published on 2022-05-13',
    source: `${marketBase} data/cboe/volatility.csv (Cboe)`,
    licence: none,
    header: 'date,vix1d,vix9d,vix3m,vix6m',
    rows: volatilityCloses('daily/vol_indices_close.csv'),
  },
  {
    file: 'restricted/spy-daily',
    about:
      'SPY, traded close in dollars; dividend in dollars a share on its ex-date, from adjusted/traded steps',
    source: `${marketBase} data/stocks/SPY.csv; YoussefKh200/Slow-Turtle-Research@52d7b0c data/SPY.csv (Yahoo)`,
    licence: none,
    header: 'date,close,dividend',
    rows: shareDays('daily/spy_daily.csv', 'daily/spy_daily_adjusted.csv'),
  },
  {
    file: 'restricted/macro-events',
    about: 'FOMC decisions, CPI and NFP releases; second of the New York day, empty where no source gives it',
    source:
      'rleydev/euro-macromechanica-backtest-data@6518d81; CunXin1/qqq_trading@97be33a; drkakimaki/quantlab@12142fc',
    licence: 'mixed (CC BY 4.0 with a condition; none stated); not in the npm package',
    header: 'date,second,kind',
    rows: macroEvents('calendar/us_macro_events.csv'),
  },
];

for (const { file, about, source, licence, header, rows } of series) {
  const text = [
    `# ${about}`,
    `# source: ${source}`,
    `# licence: ${licence}`,
    header,
    ...rows.map(String),
  ].join('\n');
  const bytes = gzipSync(`${text}\n`, { level: 9 });
  // Byte 9 names the operating system that compressed; 255 says "unknown", so that it is the same on all of them.
  bytes[9] = 255;
  const path = join(target, `${file}.csv.gz`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const [first] = rows.at(0);
  const [last] = rows.at(-1);
  process.stdout.write(`${file}: ${rows.length} rows, ${first} to ${last}, ${bytes.length} bytes\n`);
}
