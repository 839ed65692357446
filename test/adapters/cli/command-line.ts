import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../dist/adapters/cli/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command, as `npm test` has just built it; `input` is what stands on its standard input. */
export const tomking = (args: ReadonlyArray<string>, input: string | Buffer = ''): Ended => {
  requireBuilt();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
};

/** The same without waiting, in a time zone of its own. */
export const tomkingIn = (zone: string, args: ReadonlyArray<string>): Promise<Ended> => {
  requireBuilt();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, TZ: zone } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.on('close', (code) => {
      resolve({
        code,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
};

const requireBuilt = (): void => {
  if (!existsSync(program)) throw new Error(`${program} is not built: run node .config/prepare.mjs`);
};
