/** Charts: a legend of line styles and shapes above each, the values at the cursor in a small card. */
export const chartStyle = `
.chart{margin:0 0 28px}
html:not(.js) .chart,html:not(.js) .interactive{display:none}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;margin:6px 0 8px;padding:0;font-size:14px;color:var(--muted)}
.legend li{display:flex;align-items:center;gap:7px}
.key{width:28px;height:10px;flex:none}.key path{fill:none;stroke:var(--muted);stroke-width:1.6}
.key.equity path{stroke:var(--accent);stroke-width:2.6}.key.index path{stroke-dasharray:7 4}.key.treasury path{stroke-dasharray:2 3}
.key.mark{width:14px;height:12px}.key.mark path{stroke:var(--ink);stroke-width:1.7}.key.entry path{fill:var(--ink)}
.plot{position:relative}
.plot.equity{min-height:340px}.plot.drawdown{min-height:190px}.plot.vix{min-height:260px}
.plot .u-over{touch-action:pan-y}
.plot .u-cursor-x,.plot .u-cursor-y{border-color:var(--muted)}
.plot .u-select{background:var(--accent);opacity:.14}
.tip{position:absolute;z-index:5;top:8px;min-width:150px;max-width:240px;padding:8px 11px;background:var(--paper);color:var(--ink);border:1px solid var(--muted);border-radius:4px;font-size:13.5px;line-height:1.45;pointer-events:none}
.tip[hidden]{display:none}
.tip b{display:block}.tip div{display:flex;justify-content:space-between;gap:14px}.tip em{display:block;font-style:normal;color:var(--muted)}
@media (max-width:640px){.plot.equity{min-height:270px}.plot.drawdown{min-height:170px}.plot.vix{min-height:230px}}
@media print{.plot[data-chart]{min-height:0}.plot .uplot{max-width:100%}}
`;
