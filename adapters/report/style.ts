import { chartStyle } from './style-charts.js';
import { tableStyle } from './style-tables.js';

const palette = `
:root{--paper:#fcfcfa;--raised:#f4f4ef;--ink:#17191b;--muted:#565b61;--line:#d9d9d2;--accent:#1f4f8f;--soft:#b9cbe2;
--gain:#1c6a3d;--loss:#a2261d;--warning:#7a4f00;--calm:#e4ede6;--complacent:#e9f1ea;--normal:#fcfcfa;--elevated:#fbf0d9;--panic:#f8dfda}
@media (prefers-color-scheme:dark){:root:not([data-print]){--paper:#121416;--raised:#1b1e21;--ink:#ecebe7;--muted:#a9adb3;--line:#33383d;--accent:#8fb8f2;--soft:#31507a;
--gain:#84cda0;--loss:#f4978c;--warning:#e6bb68;--calm:#1a2a20;--complacent:#16241b;--normal:#121416;--elevated:#2c2413;--panic:#351c1a}}
`;

const typography = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;color-scheme:light dark}
body{margin:0 auto;max-width:1168px;padding:40px 24px 72px;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font:600 40px/1.12 ui-serif,Georgia,"Times New Roman",serif;letter-spacing:-.015em}
h2{font:600 25px/1.2 ui-serif,Georgia,"Times New Roman",serif;margin-bottom:14px}
h3{font-size:18px}h3 code{font-weight:400;color:var(--muted)}section>h3{margin-top:28px}h4{font-size:16px;margin:28px 0 4px}
p{margin:0 0 10px}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
small{font-size:13.5px;line-height:1.4;color:var(--muted)}
.kicker{margin-bottom:6px;font-size:14px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--accent)}
.lead{margin:12px 0 24px;max-width:75ch;color:var(--muted)}
.note{font-size:14.5px;color:var(--muted);max-width:80ch}
.gain{color:var(--gain)}.loss{color:var(--loss)}
.leg{display:inline-block}.whole{white-space:nowrap}.digest{overflow-wrap:anywhere}
.prose{margin:0;padding-left:20px;max-width:80ch}.prose li{margin-bottom:8px}
section,article{scroll-margin-top:16px}
main>section{margin-top:56px;padding-top:24px;border-top:1px solid var(--line)}
a{color:var(--accent)}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;background:var(--paper);padding:6px 10px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
details{margin-top:16px}summary{cursor:pointer;color:var(--accent);font-weight:600;padding:6px 0}
`;

const header = `
.banner{margin:0 0 24px;padding:16px 20px;border:1px solid var(--loss);border-left-width:6px;border-radius:4px;background:var(--raised)}
.banner h2{font:600 17px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--loss);margin-bottom:6px}
.banner h2::before{content:"\\25B2\\00A0"}
.banner ul{list-style:none;margin:0;padding:0}.banner li+li{margin-top:12px}.banner p{margin:0}
.calm{margin:0 0 24px;padding:10px 16px;border-left:6px solid var(--gain);border-radius:4px;background:var(--calm)}
.figures{display:grid;grid-template-columns:repeat(6,1fr);margin:0;border-top:2px solid var(--ink);border-bottom:1px solid var(--line)}
.figures>div{padding:14px 14px 16px 0}.figures>div+div{padding-left:14px;border-left:1px solid var(--line)}
.figures dt{font-size:14px;color:var(--muted)}.figures dd{margin:0}
.figures strong{display:block;font-size:25px;line-height:1.3;font-weight:600;letter-spacing:-.01em;white-space:nowrap}
.figures small{display:block}
@media (max-width:1040px){.figures{grid-template-columns:repeat(3,1fr)}.figures>div:nth-child(n+4){border-top:1px solid var(--line)}
.figures>div:nth-child(4){padding-left:0;border-left:0}}
@media (max-width:640px){body{padding:24px 16px 48px}h1{font-size:31px}h2{font-size:23px}
.figures{grid-template-columns:1fr 1fr}.figures strong{font-size:22px}.figures>div:nth-child(n+3){border-top:1px solid var(--line)}
.figures>div:nth-child(4){padding-left:14px;border-left:1px solid var(--line)}.figures>div:nth-child(odd){padding-left:0;border-left:0}}
`;

const strategies = `
.strategy+.strategy{margin-top:44px}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:32px;margin:14px 0 20px}
.statistics{margin:0}.statistics div{display:grid;grid-template-columns:8.5em 1fr;gap:12px;padding:5px 0;border-bottom:1px solid var(--line)}
.statistics dt{color:var(--muted)}.statistics dd{margin:0}
.stages{list-style:none;margin:0 0 12px;padding:0}.stages li{display:grid;grid-template-columns:8em 1fr 4em;gap:12px;align-items:center;padding:5px 0}
.stages b{text-align:right}.stages .bar{height:14px;margin:0}
.bar{display:block;height:6px;margin-top:5px;background:var(--raised);border-radius:1px;box-shadow:inset 0 0 0 1px var(--line)}
.bar i{display:block;height:100%;min-width:1px;background:var(--accent);border-radius:1px}
.bar.part i{background:repeating-linear-gradient(115deg,var(--accent) 0 2px,var(--soft) 2px 5px)}
@media (max-width:760px){.columns{grid-template-columns:minmax(0,1fr);gap:20px}.statistics div{grid-template-columns:7.2em 1fr}.stages li{grid-template-columns:6.8em 1fr 3em}}
`;

const print = `
@media print{body{max-width:none;padding:0;font-size:11pt}.skip,.interactive,summary{display:none}
main>section{margin-top:28px}figure,tr,.banner{break-inside:avoid}h2,h3,h4{break-after:avoid}.table{overflow:visible}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;

/** The page's own style: one column of type, figures in tabular digits, light or dark as the reader prefers. */
export const pageStyle = [palette, typography, header, tableStyle, strategies, chartStyle, print].join('');
