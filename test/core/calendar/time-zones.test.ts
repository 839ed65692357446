import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Prints the machine's own offset and one digest of every answer of the calendar. */
const script = `
  import { digest } from './core/units/index.js';
  import * as calendar from './core/calendar/index.js';
  const { from, to } = calendar.calendarCoverage;
  const days = Array.from({ length: calendar.daysBetween(from, to) + 1 }, (_, day) => calendar.addDays(from, day));
  const answers = days.map((date, day) => [
    date, calendar.dayNumber(date), calendar.weekday(date), calendar.holidayName(date), calendar.session(date),
    calendar.nextSession(date)?.date ?? null, calendar.isTripleWitching(date),
    calendar.exchangeTimeOf(473385600000 + day * 86400000 + (day % 24) * 3600000 + 1),
    calendar.instantOf({ date, second: (day % 24) * 3600 + 1800 }),
  ]);
  console.log(JSON.stringify({ offset: new Date(2024, 6, 1).getTimezoneOffset(), digest: digest(answers) }));
`;

// The machine's time zone is fixed when a process starts, so each zone needs a process of its own.
describe('the calendar under other time zones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  const answerUnder = (zone: string): { offset: number; digest: string } => {
    const child = spawnSync(process.execPath, [join(folder, 'script.js')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(child.stderr).toBe('');
    return JSON.parse(child.stdout) as { offset: number; digest: string };
  };

  beforeAll(() => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'script.js'), script);
    for (const room of ['core/units', 'core/calendar']) {
      mkdirSync(join(folder, room), { recursive: true });
      for (const name of readdirSync(join(root, room))) {
        const { outputText } = ts.transpileModule(readFileSync(join(root, room, name), 'utf8'), {
          compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
        });
        writeFileSync(join(folder, room, name.replace(/\.ts$/, '.js')), outputText);
      }
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the same answers on a machine set to UTC, London, New York, Tokyo or Kiritimati', () => {
    const answers = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'].map(
      answerUnder,
    );
    expect(answers.map(({ offset }) => offset)).toEqual([0, -60, 240, -540, -840]);
    expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1);
    expect(answers[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
