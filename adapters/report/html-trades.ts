import { counted, fixed, gain, money } from './figures.js';
import { htmlTable } from './html-table.js';
import { markup, signedFigure, type Content, type Markup } from './markup.js';
import type { ReplayDocument, TradeRow } from './replay-document.js';

export const tradeSection = ({ trades }: ReplayDocument): Markup =>
  markup`<section id="trades"><h2>Trades</h2>
${
  trades.length === 0
    ? markup`<p><b>No trade was made.</b> The funnels above say which rule stopped each opportunity.</p>`
    : htmlTable({
        caption: counted(trades.length, 'trade'),
        columns: [
          { title: 'Trade' },
          { title: 'Opened, closed' },
          { title: 'Credit, cost', numeric: true },
          { title: 'VIX in, out', numeric: true },
          { title: 'Profit, fees', numeric: true },
          { title: 'Why in, why out' },
        ],
        rows: trades.map(tradeRow),
        narrow: 'stack',
      })
}</section>`;

const tradeRow = (trade: TradeRow): ReadonlyArray<Content> => [
  markup`<b>${trade.id}</b> ${trade.strategy}<span class="statement">${trade.quantity} × ${trade.root} ${trade.structure}<br>${legs(trade)}<br><span class="whole">expires ${trade.expiry}</span></span>`,
  twoLines(trade.openedAt, trade.closedAt ?? 'open'),
  twoLines(fixed(trade.credit), trade.cost === null ? '' : fixed(trade.cost)),
  twoLines(fixed(trade.vixAtEntry), trade.vixAtExit === null ? '' : fixed(trade.vixAtExit)),
  markup`<span class="pair"><b>${signedFigure(trade.profit, gain(trade.profit))}</b><span class="second">${money(trade.fees)}</span></span>`,
  twoLines(trade.entryReason, trade.exitReason ?? ''),
];

// A line breaks between legs, not within one.
const legs = (trade: TradeRow): ReadonlyArray<Markup> =>
  trade.legs
    .split(/,?\s+(?=[+−-]\d)/)
    .map((leg, at, all) => markup`<span class="leg">${leg}${at < all.length - 1 ? ',' : ''}</span> `);

const twoLines = (first: string, second: string): Markup =>
  markup`<span class="pair"><span>${first}</span><span class="second">${second}</span></span>`;
