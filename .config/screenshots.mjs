// Looks at a report: node .config/screenshots.mjs REPORT.html DIRECTORY writes it as PNG, wide and narrow,
// light and dark, and says where the page is wider than the screen. Needs a Chromium (CHROMIUM, or Debian's).
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, directory] = process.argv.slice(2);
if (report === undefined || directory === undefined) {
  process.stderr.write('usage: node .config/screenshots.mjs REPORT.html DIRECTORY\n');
  process.exit(2);
}
mkdirSync(directory, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const shot = async (name, { width, colorScheme, javaScriptEnabled = true }) => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled,
    deviceScaleFactor: width < 600 ? 2 : 1,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stdout.write(`${name}: ${error.message}\n`));
  page.on('console', (message) => process.stdout.write(`${name}: console: ${message.text()}\n`));
  await page.goto(pathToFileURL(resolve(report)).href);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
  if (javaScriptEnabled) {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) process.stdout.write(`${name}: the page is ${over} px wider than the screen\n`);
    const plot = page.locator('[data-chart="equity"] .u-over');
    if ((await plot.count()) > 0) {
      await plot.hover({ position: { x: Math.round(width * 0.5), y: 60 } });
      await page.waitForTimeout(100);
      await page.screenshot({ path: join(directory, `${name}-cursor.png`) });
    }
  }
  await context.close();
};

await shot('wide-light', { width: 1280, colorScheme: 'light' });
await shot('wide-dark', { width: 1280, colorScheme: 'dark' });
await shot('narrow-light', { width: 390, colorScheme: 'light' });
await shot('narrow-dark', { width: 390, colorScheme: 'dark' });
await shot('without-javascript', { width: 1280, colorScheme: 'light', javaScriptEnabled: false });
await browser.close();
