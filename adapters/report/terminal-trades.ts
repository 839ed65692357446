import { fixed, gain, money } from './figures.js';
import type { Paint } from './paint.js';
import type { TradeRow } from './replay-document.js';
import type { Section } from './terminal-section.js';
import { textTable, type TextRow } from './text-table.js';

export const tradeLines: Section = ({ trades }, width, paint) =>
  trades.length === 0
    ? ['None. The funnels below say which rule stopped each opportunity.']
    : textTable(
        [
          { title: 'Opened' },
          { title: 'Closed' },
          { title: 'Credit', align: 'right' },
          { title: 'Cost', align: 'right' },
          { title: 'VIX', align: 'right' },
          { title: 'Profit', align: 'right' },
          { title: 'Fees', align: 'right' },
        ],
        trades.map((trade) => tradeRow(trade, paint)),
        width,
        paint.dim,
      );

const tradeRow = (trade: TradeRow, paint: Paint): TextRow => ({
  cells: [
    trade.openedAt,
    trade.closedAt ?? 'open',
    fixed(trade.credit),
    trade.cost === null ? '' : fixed(trade.cost),
    fixed(trade.vixAtEntry),
    (trade.profit < trade.fees ? paint.bad : paint.good)(gain(trade.profit)),
    money(trade.fees),
  ],
  below: [
    `${trade.strategy}: ${trade.quantity} × ${trade.root} ${trade.structure}, ${trade.legs}, expires ${trade.expiry}`,
    `in: ${trade.entryReason}`,
    ...(trade.exitReason === null ? [] : [`out: ${trade.exitReason}`]),
  ],
});
