import { describe, expect, it } from 'vitest';
import { tomkingIn } from './command-line.js';

const args = [
  ...['replay', '--json', '--no-sensitivity', '--capital', '50000'],
  ...['--from', '2025-03-03', '--to', '2025-04-30'],
];

describe('the machine’s own time zone', () => {
  it('changes no byte of a replay of two months, in UTC, New York and Tokyo', async () => {
    const [utc, newYork, tokyo] = await Promise.all(
      ['UTC', 'America/New_York', 'Asia/Tokyo'].map((zone) => tomkingIn(zone, args)),
    );
    expect([utc?.code, newYork?.code, tokyo?.code]).toEqual([0, 0, 0]);
    expect(utc?.stdout.length).toBeGreaterThan(10_000);
    expect(JSON.parse(utc?.stdout ?? '')).toHaveProperty('run');
    expect(newYork?.stdout === utc?.stdout).toBe(true);
    expect(tokyo?.stdout === utc?.stdout).toBe(true);
  });
});
