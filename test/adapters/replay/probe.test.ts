import { it } from 'vitest';
import { replayed, derivedRules, history } from './replay-harness.js';
import { formatTime } from '../../../core/index.js';
it('probe', () => {
  const t0 = performance.now(); history(); console.log('history', performance.now() - t0);
  for (const [cap, rules] of [[30000, undefined],[50000, derivedRules],[150000, derivedRules],[29999,undefined]] as const) {
    const t = performance.now();
    let n = 0; let odd = 0; const lines: string[] = []; const alerts = new Map<string, number>();
    const { end } = replayed({ from: '2023-01-03', to: '2025-12-31', capital: cap, ...(rules && { rules }), onStep: ({ event, result }) => {
      n++;
      if (event.at.second >= 57600 && event._tag !== 'WarmedUp' && event._tag !== 'SessionClosed' && event._tag !== 'MarketObserved'&& event._tag !== 'BrokerHeard') { odd++; if (lines.length < 20) lines.push('ODD ' + formatTime(event.at) + ' ' + event._tag + JSON.stringify(event).slice(0, 200)); }
      for (const c of result.commands) if (c._tag === 'Alert') { const k = c.severity + ':' + c.text.replace(/[0-9.:-]+/g, '#').slice(0,90); alerts.set(k, (alerts.get(k) ?? 0) + 1); }
      for (const d of result.decisions) if (d.strategy === 'friday-0dte' && d.subject === 'entry' && d.outcome._tag === 'Ordered') lines.push(formatTime(d.at) + ' ordered ' + d.proposal?.root + d.outcome.quantity);
    } });
    console.log(cap, rules?.name, 'ms', performance.now() - t, 'steps', n, 'odd', odd, 'trades', end.ledger.closed.map(c => c.position.id + ' ' + c.reason + ' ' + c.profit + ' q' + c.position.quantity+' '+formatTime(c.closedAt)).join('\n'), lines.join('\n'), [...alerts]);
  }
}, 600000);
