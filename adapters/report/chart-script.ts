import { chartMarksScript } from './chart-marks-script.js';

/** Runs in the page. Reads `#replay-data`, draws the three charts and keeps them fit for size, theme and print. */
export const chartScript = `(() => {
'use strict';
const root = document.documentElement;
root.classList.add('js');
const data = JSON.parse(document.getElementById('replay-data').textContent);
const x = data.dates.map((date) => Date.parse(date + 'T00:00:00Z') / 1000);
const colour = (name) => getComputedStyle(root).getPropertyValue('--' + name).trim();
const font = '12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
const grouped = (text) => text.replace(/\\B(?<!\\.\\d*)(?=(\\d{3})+(?!\\d))/g, ',');
const dollars = (value) => (value < 0 ? '\\u2212$' : '$') + grouped(Math.abs(value).toFixed(2));
const thousands = (value) => '$' + (value / 1000).toFixed(value % 1000 === 0 ? 0 : 1) + 'k';
const percent = (value) => (value < 0 ? '\\u2212' : '') + Math.abs(value * 100).toFixed(2) + '%';
const points = (value) => (value === null ? 'unknown' : value.toFixed(2));
${chartMarksScript}
const line = (label, values, text, style) => ({ label, values, text, style });
const solid = { width: 2.2, stroke: () => colour('accent') };
const dashed = { width: 1.5, stroke: () => colour('muted'), dash: [7, 4] };
const dotted = { width: 1.5, stroke: () => colour('muted'), dash: [2, 3] };
const area = { ...solid, width: 1.8, fill: () => colour('accent') + '26' };
const charts = {
  equity: {
    lines: [line('These rules', data.equity, dollars, solid), line('S&P 500', data.index, dollars, dashed), line('T-bills', data.treasury, dollars, dotted)],
    axis: thousands, heights: [340, 270], draw: [(u) => drawMarks(u, (mark) => data.equity[mark.at])],
  },
  drawdown: {
    lines: [line('These rules', data.drawdown, percent, area), line('S&P 500', data.indexDrawdown, percent, dashed)],
    axis: (value) => (value < 0 ? '\\u2212' : '') + Math.abs(Math.round(value * 1000) / 10) + '%', heights: [190, 170],
    range: (u, low) => [Math.min(low * 1.08, -0.01), 0],
  },
  vix: {
    lines: [line('VIX', data.vix, points, { ...solid, width: 1.5 })],
    axis: (value) => String(value), splits: () => [15, 25, 40, 60, 80], heights: [260, 230], range: (u, low, high) => [Math.min(8, Math.floor(low ?? 8)), Math.max(46, (high ?? 0) * 1.05)],
    behind: [drawBands], draw: [nameBands, (u) => drawMarks(u, (mark) => mark.vix ?? data.vix[mark.at])],
  },
};
const optionsOf = (chart, width, height) => ({
  width, height, padding: [10, 8, 0, 0], legend: { show: false }, tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
  cursor: { y: false, sync: { key: 'replay', scales: ['x', null] }, drag: { x: true, y: false }, points: { size: 7 } },
  scales: { x: { time: true }, y: chart.range ? { range: chart.range } : {} },
  series: [{}, ...chart.lines.map(({ label, style }) => ({ label, ...style, points: { show: false }, spanGaps: false }))],
  axes: [
    { stroke: () => colour('muted'), font, grid: { show: false }, ticks: { stroke: () => colour('line'), width: 1, size: 5 }, space: 72 },
    { stroke: () => colour('muted'), font, size: 54, grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false }, values: (u, splits) => splits.map(chart.axis), space: 36, ...(chart.splits ? { splits: chart.splits } : {}) },
  ],
  hooks: { drawClear: chart.behind ?? [], draw: chart.draw ?? [] },
});
let active = null;
const child = (parent, tag, text) => Object.assign(parent.appendChild(document.createElement(tag)), { textContent: text });
const fillTip = (tip, chart, at) => {
  tip.replaceChildren();
  child(tip, 'b', data.dates[at]);
  chart.lines.forEach(({ label, values, text }) => {
    const row = child(tip, 'div', '');
    child(row, 'span', label);
    child(row, 'span', text(values[at]));
  });
  data.marks.filter((mark) => mark.at === at).forEach((mark) => child(tip, 'em', signs[mark.kind] + ' ' + mark.text));
};
const showTip = (u, tip, chart, plot) => {
  const at = u.cursor.idx;
  tip.hidden = active !== u || at === null || at === undefined;
  if (tip.hidden) return;
  fillTip(tip, chart, at);
  const left = u.valToPos(x[at], 'x') + u.bbox.left / devicePixelRatio;
  const beside = left + 14 + tip.offsetWidth < plot.clientWidth ? left + 14 : left - 14 - tip.offsetWidth;
  tip.style.left = Math.max(0, Math.min(beside, plot.clientWidth - tip.offsetWidth)) + 'px';
};
const heightOf = (chart) => chart.heights[innerWidth <= 640 ? 1 : 0];
const drawn = [...document.querySelectorAll('[data-chart]')].map((plot) => {
  const chart = charts[plot.dataset.chart];
  const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true });
  tip.setAttribute('aria-live', 'polite');
  const options = optionsOf(chart, plot.clientWidth, heightOf(chart));
  options.hooks.setCursor = [(u) => showTip(u, tip, chart, plot)];
  const u = new uPlot(options, [x, ...chart.lines.map(({ values }) => values)], plot);
  plot.appendChild(tip);
  const moveTo = (at) => u.setCursor({ left: u.valToPos(x[Math.max(0, Math.min(x.length - 1, at))], 'x'), top: 10 });
  u.over.addEventListener('mouseenter', () => { active = u; });
  u.over.addEventListener('touchstart', () => { active = u; }, { passive: true });
  u.over.addEventListener('touchmove', (event) => {
    const box = u.over.getBoundingClientRect();
    u.setCursor({ left: event.touches[0].clientX - box.left, top: 10 });
  }, { passive: true });
  plot.addEventListener('blur', () => { tip.hidden = true; });
  plot.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -21, PageDown: 21 }[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    active = event.key === 'Escape' ? null : u;
    if (step === undefined) u.setCursor({ left: -10, top: -10 });
    else moveTo((u.cursor.idx ?? (step > 0 ? -1 : x.length)) + step);
  });
  new ResizeObserver(() => {
    if (plot.clientWidth > 0) u.setSize({ width: plot.clientWidth, height: heightOf(chart) });
  }).observe(plot);
  return { u, chart };
});
const redraw = () => drawn.forEach(({ u }) => u.redraw(false, true));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
let unfolded = [];
addEventListener('beforeprint', () => {
  root.dataset.print = 'yes';
  unfolded = [...document.querySelectorAll('details:not([open])')];
  unfolded.forEach((details) => { details.open = true; });
  drawn.forEach(({ u, chart }) => u.setSize({ width: 680, height: chart.heights[1] }));
});
addEventListener('afterprint', () => {
  delete root.dataset.print;
  unfolded.forEach((details) => { details.open = false; });
  drawn.forEach(({ u, chart }) => u.setSize({ width: u.root.parentElement.clientWidth, height: heightOf(chart) }));
});
})();`;
