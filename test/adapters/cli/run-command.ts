import { Command } from 'commander';
import { vi } from 'vitest';
import { addDecideCommand } from '../../../adapters/cli/decide-command.js';
import { CommandFailure } from '../../../adapters/cli/exit-codes.js';
import { addRulesCommand } from '../../../adapters/cli/rules-command.js';

/** What a command printed and how it ended; `usage` when commander itself refused the command line. */
export interface Ended {
  readonly code: number | 'usage';
  readonly printed: string;
  readonly message: string;
}

/** Runs `tomking …` inside the test, and leaves the process's own exit code alone. */
export const runCommand = (...words: ReadonlyArray<string>): Ended => {
  const before = process.exitCode;
  process.exitCode = undefined;
  let printed = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const quiet = { writeErr: () => undefined, writeOut: () => undefined };
  const program = new Command('tomking').exitOverride().configureOutput(quiet);
  addDecideCommand(program);
  addRulesCommand(program);
  try {
    program.parse([...words], { from: 'user' });
    const code: unknown = process.exitCode;
    return { code: typeof code === 'number' ? code : 0, printed, message: '' };
  } catch (error) {
    if (error instanceof CommandFailure) return { code: error.code, printed, message: error.message };
    return { code: 'usage', printed, message: String(error) };
  } finally {
    write.mockRestore();
    process.exitCode = before;
  }
};
