import { chromium } from 'playwright-core';
const [html, out, width, scheme, from, to] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const c = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme, deviceScaleFactor: +width<600?1.5:1 });
const p = await c.newPage(); await p.goto('file://' + html); await p.waitForTimeout(300);
await p.screenshot({ path: out, fullPage: true, clip: { x: 0, y: +from, width: +width, height: +to - +from } });
await b.close();
