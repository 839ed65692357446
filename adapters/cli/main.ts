#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addChainCommand } from './chain-command.js';
import { addDecideCommand } from './decide-command.js';
import { CommandFailure, exitCodes } from './exit-codes.js';
import { addIvCommand } from './iv-command.js';
import { addPriceCommand } from './price-command.js';
import { addReplayCommand } from './replay-command.js';
import { addRulesCommand } from './rules-command.js';

const program = new Command('tomking')
  .description(
    'The Tom King options-trading rules, every decision explained; and option pricing for whole files',
  )
  .exitOverride();
addReplayCommand(program);
addDecideCommand(program);
addRulesCommand(program);
addPriceCommand(program);
addIvCommand(program);
addChainCommand(program);

try {
  program.parse();
} catch (error) {
  if (error instanceof CommandFailure) {
    process.stderr.write(`tomking: ${error.message}\n`);
    process.exitCode = error.code;
  } else if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  else throw error;
}
