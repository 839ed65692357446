import { Option, type Command } from 'commander';
import { rulesDocument } from './rules-document.js';
import { renderRulesMarkdown } from './rules-markdown.js';
import { renderRules } from './rules-text.js';
import { ruleSetNamed } from './rule-sets.js';
import { print } from './standard-output.js';

interface Flags {
  readonly rules: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `tomking rules`: every rule, check and parameter, with the source of each. */
export const addRulesCommand = (program: Command): void => {
  program
    .command('rules')
    .description('print every rule, the 47 checks and every parameter with its source')
    .option('--rules <name>', 'seed, or a rule-set FILE.json', 'seed')
    .addOption(new Option('--json', 'print one JSON document').conflicts('markdown'))
    .addOption(new Option('--markdown', 'print the page docs/rules.md'))
    .action(({ rules, json, markdown }: Flags) => {
      const document = rulesDocument(ruleSetNamed(rules));
      if (json === true) print(`${JSON.stringify(document, null, 1)}\n`);
      else print(markdown === true ? renderRulesMarkdown(document) : renderRules(document));
    });
};
