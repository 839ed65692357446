import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import type { Findings } from './findings.js';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const launch = (): Promise<Browser> => {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error('no Chromium: install it, or name it in CHROMIUM');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
};

/** Serves an empty page, the bundle and the kernel on this machine's loopback. */
const serve = (bundle: string): Promise<Server> => {
  const files: Readonly<Record<string, readonly [string, string | Buffer]>> = {
    '/': ['text/html', '<!doctype html><title>tomking</title>'],
    '/findings.js': ['text/javascript', readFileSync(bundle)],
    '/kernel.wasm': ['application/wasm', readFileSync('pricing-wasm/generated/kernel.wasm')],
  };
  const server = createServer((request, response) => {
    const found = files[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': found?.[0] ?? 'text/plain' });
    response.end(found?.[1] ?? 'not found');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
};

/** Text, so that no tool rewrites its import. */
const pageProgram = `import('/findings.js').then(({ findingsOf }) => findingsOf('/kernel.wasm', '/missing.wasm'))`;

/** What the bundle finds in a page of a real Chromium, and what the page complained of. */
export const findingsInChromium = async (
  bundle: string,
): Promise<{ readonly findings: Findings; readonly complaints: ReadonlyArray<string> }> => {
  const server = await serve(bundle);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const findings = await page.evaluate<Findings>(pageProgram);
    return { findings, complaints };
  } finally {
    await browser.close();
    server.close();
  }
};
