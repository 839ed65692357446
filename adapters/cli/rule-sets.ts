import { readFileSync } from 'node:fs';
import { isLeft } from 'fp-ts/lib/Either.js';
import { rulesFromFile, seedRules, type RuleFileError, type RuleSet } from '../../core/index.js';
import { dataFailure, usageFailure } from './exit-codes.js';

/** `seed`, or the path of a rule-set file (D§5.19). */
export const ruleSetNamed = (name: string): RuleSet => {
  if (name === 'seed') return seedRules;
  if (!name.endsWith('.json'))
    throw usageFailure(`--rules ${name}: known are seed and FILE.json (a rule-set file)`);
  const rules = rulesFromFile(parsed(name));
  if (isLeft(rules))
    throw dataFailure(rules.left.map((error) => `${name}: ${ruleErrorText(error)}`).join('\n'));
  return rules.right;
};

const parsed = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw dataFailure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const ruleErrorText = (error: RuleFileError): string => {
  switch (error._tag) {
    case 'UnknownParameter':
      return `unknown parameter ${error.parameter}`;
    case 'LockedParameter':
      return `${error.parameter} is locked at ${error.value} (${error.source}); ${JSON.stringify(error.attempted)} refused`;
    case 'InvalidValue':
      return `${error.parameter} is ${JSON.stringify(error.attempted)}, must be ${error.expected}`;
    case 'MalformedRuleFile':
      return `${error.field || 'the file'} is ${JSON.stringify(error.value)}, must be ${error.expected}`;
  }
};
