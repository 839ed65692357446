import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The chart library as installed, to be inlined (uPlot, MIT, by Leon Sorokin). Found from sources and from dist. */
export const readUplot = (): { readonly script: string; readonly style: string } => {
  const folder = dirname(createRequire(import.meta.url).resolve('uplot/dist/uPlot.iife.min.js'));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
  return { script: read('uPlot.iife.min.js'), style: read('uPlot.min.css') };
};
