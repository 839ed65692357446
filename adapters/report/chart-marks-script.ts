/** Part of the page's script: entries and exits by shape, and the VIX regimes as bands with their names. */
export const chartMarksScript = `
const signs = { entry: '\\u25B2', won: '\\u25CB', lost: '\\u2715' };
const shapes = {
  entry: (c, px, py, r) => { c.moveTo(px, py - r); c.lineTo(px + r, py + r * 0.8); c.lineTo(px - r, py + r * 0.8); c.closePath(); },
  won: (c, px, py, r) => { c.arc(px, py, r * 0.85, 0, 2 * Math.PI); },
  lost: (c, px, py, r) => { c.moveTo(px - r * 0.8, py - r * 0.8); c.lineTo(px + r * 0.8, py + r * 0.8); c.moveTo(px + r * 0.8, py - r * 0.8); c.lineTo(px - r * 0.8, py + r * 0.8); },
};
const within = (u, draw) => {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx, bbox, devicePixelRatio);
  ctx.restore();
};
const drawMarks = (u, heightOfMark) => within(u, (ctx, bbox, ratio) => {
  const radius = 5 * ratio;
  ctx.setLineDash([]);
  const placed = data.marks.filter((mark) => heightOfMark(mark) !== null).map((mark) => ({
    kind: mark.kind,
    px: u.valToPos(x[mark.at], 'x', true),
    py: u.valToPos(heightOfMark(mark), 'y', true) + (mark.kind === 'entry' ? 13 : -13) * ratio,
  }));
  [['paper', 5], ['ink', 1.7]].forEach(([name, width]) => placed.forEach(({ kind, px, py }) => {
    ctx.beginPath();
    shapes[kind](ctx, px, py, radius);
    ctx.lineWidth = width * ratio;
    ctx.strokeStyle = colour(name);
    ctx.stroke();
    if (kind !== 'entry') return;
    ctx.fillStyle = colour('ink');
    ctx.fill();
  }));
});
const regimes = [
  { name: 'complacent', text: 'complacent, below 15', low: 0, high: 15 },
  { name: 'normal', text: 'normal, from 15', low: 15, high: 25 },
  { name: 'elevated', text: 'elevated, from 25', low: 25, high: 40 },
  { name: 'panic', text: 'panic, from 40: no entries', low: 40, high: 1000 },
];
const eachBand = (u, draw) => within(u, (ctx, bbox, ratio) => {
  regimes.forEach(({ name, text, low, high }) => {
    const top = Math.max(bbox.top, u.valToPos(Math.min(high, u.scales.y.max), 'y', true));
    const bottom = Math.min(bbox.top + bbox.height, u.valToPos(Math.max(low, u.scales.y.min), 'y', true));
    if (bottom > top) draw({ ctx, bbox, ratio, name, text, top, bottom });
  });
});
const drawBands = (u) => eachBand(u, ({ ctx, bbox, name, top, bottom }) => {
  ctx.fillStyle = colour(name);
  ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
});
const nameBands = (u) => eachBand(u, ({ ctx, bbox, ratio, name, text, top, bottom }) => {
  if (bottom - top < 16 * ratio) return;
  ctx.font = 12 * ratio + 'px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5 * ratio;
  ctx.strokeStyle = colour(name);
  ctx.strokeText(text, bbox.left + 7 * ratio, top + 4 * ratio);
  ctx.fillStyle = colour('ink');
  ctx.fillText(text, bbox.left + 7 * ratio, top + 4 * ratio);
});
`;
