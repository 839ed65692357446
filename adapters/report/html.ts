import { chartData } from './chart-data.js';
import { chartScript } from './chart-script.js';
import { chartSection } from './html-charts.js';
import { derivationSection, headerSection } from './html-header.js';
import { limitSection, modelledSection, alertSection } from './html-state.js';
import { clockSection, coverageSection, ruleSetSection, unknownSection } from './html-sources.js';
import { strategySections } from './html-strategies.js';
import { tradeSection } from './html-trades.js';
import { markup, scriptJson, trusted, type Markup } from './markup.js';
import type { ReplayDocument } from './replay-document.js';
import { pageStyle } from './style.js';
import { readUplot } from './uplot-files.js';
import { ruleSetTitle } from './wording.js';

/**
 * A replay as one HTML file that needs no network: style, data and the chart library are inside, and the
 * policy in its head forbids anything else. Without JavaScript every table stays; only the charts are missing.
 * The same document gives the same bytes.
 */
export const renderHtml = (document: ReplayDocument): string => {
  const uplot = readUplot();
  return `<!doctype html>\n${
    markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>Tom King rules: ${ruleSetTitle(document.ruleSet)}, ${document.run.from} to ${document.run.to}</title>
<link rel="icon" href="data:,">
<style>${trusted(uplot.style)}${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${headerSection(document)}
<main id="main">
${sections.map((section) => section(document))}
</main>
<script type="application/json" id="replay-data">${scriptJson(chartData(document))}</script>
<script>${trusted(uplot.script)}</script>
<script>${trusted(chartScript)}</script>
</body>
</html>
`.text
  }`;
};

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

const sections: ReadonlyArray<(document: ReplayDocument) => Markup> = [
  derivationSection,
  chartSection,
  strategySections,
  tradeSection,
  limitSection,
  modelledSection,
  clockSection,
  coverageSection,
  unknownSection,
  alertSection,
  ruleSetSection,
];
