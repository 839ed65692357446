import { readFileSync } from 'node:fs';
import { isLeft } from 'fp-ts/lib/Either.js';
import type { Command } from 'commander';
import type { RuleSet } from '../../core/index.js';
import { decodeSnapshot, snapshotErrorText, type Snapshot, type SnapshotError } from '../snapshot/index.js';
import { decide, exitCodeOf } from './decide.js';
import { renderDecision } from './decision-text.js';
import { CommandFailure, dataFailure } from './exit-codes.js';
import { ruleSetNamed } from './rule-sets.js';
import { print } from './standard-output.js';

interface Flags {
  readonly snapshot: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** `tomking decide`: one moment in, every rule asked out. Ends with 0 for yes, 1 for no (docs/snapshot.md). */
export const addDecideCommand = (program: Command): void => {
  program
    .command('decide')
    .description('decide at the moment of one snapshot and print every rule asked')
    .requiredOption('--snapshot <FILE>', 'market, portfolio and protections at one moment, JSON')
    .option('--rules <name>', 'seed, or a rule-set FILE.json (default: the one the snapshot names)')
    .option('--json', 'print one JSON document on stdout')
    .action((flags: Flags) => {
      runDecide(flags);
    });
};

const runDecide = ({ snapshot: path, rules, json }: Flags): void => {
  const snapshot = decodeSnapshot(parsed(path));
  if (isLeft(snapshot)) throw unreadable(path, snapshot.left);
  const document = decide(
    snapshot.right,
    rules === undefined ? ruleSetOf(path, snapshot.right) : ruleSetNamed(rules),
  );
  if (isLeft(document)) throw unreadable(path, document.left);
  print(json === true ? `${JSON.stringify(document.right, null, 1)}\n` : renderDecision(document.right));
  process.exitCode = exitCodeOf(document.right);
};

/** A name in the file that is no rule set is the file's fault, not the command line's. */
const ruleSetOf = (path: string, { ruleSet }: Snapshot): RuleSet => {
  try {
    return ruleSetNamed(ruleSet);
  } catch (error) {
    if (error instanceof CommandFailure) throw dataFailure(`${path}: ruleSet: ${error.message}`);
    throw error;
  }
};

const parsed = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw dataFailure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** A snapshot may have thousands of fields: the first errors are enough to mend it by. */
const shownErrors = 20;

const unreadable = (path: string, errors: ReadonlyArray<SnapshotError>): Error =>
  dataFailure(
    [
      `${path}: ${errors.length} ${errors.length === 1 ? 'field' : 'fields'} cannot be used`,
      ...errors.slice(0, shownErrors).map((error) => `  ${snapshotErrorText(error)}`),
      ...(errors.length > shownErrors ? [`  and ${errors.length - shownErrors} more`] : []),
    ].join('\n'),
  );
