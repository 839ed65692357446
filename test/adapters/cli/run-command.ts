import { Command } from 'commander';
import { vi } from 'vitest';
import { addChainCommand } from '../../../adapters/cli/chain-command.js';
import { addDecideCommand } from '../../../adapters/cli/decide-command.js';
import { CommandFailure } from '../../../adapters/cli/exit-codes.js';
import { addIvCommand } from '../../../adapters/cli/iv-command.js';
import { addPriceCommand } from '../../../adapters/cli/price-command.js';
import { addRulesCommand } from '../../../adapters/cli/rules-command.js';

/** What a command printed and how it ended; `usage` when commander itself refused the command line. */
export interface Ended {
  readonly code: number | 'usage';
  readonly printed: string;
  /** What it said on stderr by itself. */
  readonly noted: string;
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
  let noted = '';
  const note = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    noted += String(text);
    return true;
  });
  const quiet = { writeErr: () => undefined, writeOut: () => undefined };
  const program = new Command('tomking').exitOverride().configureOutput(quiet);
  addDecideCommand(program);
  addRulesCommand(program);
  addPriceCommand(program);
  addIvCommand(program);
  addChainCommand(program);
  try {
    program.parse([...words], { from: 'user' });
    const code: unknown = process.exitCode;
    return { code: typeof code === 'number' ? code : 0, printed, noted, message: '' };
  } catch (error) {
    if (error instanceof CommandFailure) return { code: error.code, printed, noted, message: error.message };
    return { code: 'usage', printed, noted, message: String(error) };
  } finally {
    write.mockRestore();
    note.mockRestore();
    process.exitCode = before;
  }
};
