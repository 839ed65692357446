/** Tables: rules between rows, numbers to the right; on a narrow screen rows stack into cards or the box scrolls. */
export const tableStyle = `
.table{margin:8px 0 4px}
.table.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:15px;line-height:1.45}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:9px 18px 9px 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:13.5px;font-weight:600;color:var(--muted);border-bottom:1.5px solid var(--ink);white-space:nowrap;vertical-align:bottom}
.number{text-align:right;white-space:nowrap}
.stack th[scope=row]{overflow-wrap:anywhere;min-width:190px}.stack .number{min-width:76px}
.scroll table{width:auto;min-width:min(100%,560px)}
.scroll th,.scroll td{white-space:nowrap}
.statement{display:block;margin-top:2px;font-size:14px;color:var(--muted);max-width:64ch}
.pair>*{display:block}.second{color:var(--muted)}
.verdict{font-weight:600;white-space:nowrap}.verdict.Pass{color:var(--gain);font-weight:400}.verdict.NotApplicable{color:var(--muted);font-weight:400}
.verdict.Fail,.verdict.Unknown{color:var(--loss)}.verdict.Warn{color:var(--warning)}
.outcome.filled{font-weight:600}
#trades td:nth-child(2){white-space:nowrap}
@media print{table{font-size:9pt}th,td{padding:5px 10px 5px 0}.scroll th,.scroll td,thead th{white-space:normal}.table.scroll{overflow:visible}}
@media screen and (max-width:760px){
.stack table,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{padding:12px 0;border-bottom:1px solid var(--line)}
.stack tbody tr:first-child{border-top:1.5px solid var(--ink)}
.stack th,.stack td{padding:2px 0;border:0}
.stack td{display:grid;grid-template-columns:7.6em minmax(0,1fr);gap:12px;text-align:left;white-space:normal}
.stack td::before{content:attr(data-label);color:var(--muted);font-size:14px}
.stack td[data-empty]{display:none}
.stack td.number>div{display:flex;align-items:center;gap:14px;min-width:0}.stack td.number .bar{flex:1;margin:0}.stack td.number .pair{display:flex;gap:14px}
#trades td:nth-child(2){white-space:normal}
}
`;
