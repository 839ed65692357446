import { isParameterName, type RuleSet } from '../rule-set/index.js';
import { formatParameter } from './quantity.js';

/**
 * A rule's statement with the rule set's own numbers in place of the parameters it names: `{name}` with its
 * unit, `{name#}` the number alone.
 */
export const renderStatement = (statement: string, rules: RuleSet): string =>
  statement.replace(/\{([\w.]+)(#?)\}/g, (braces, name: string, bare: string) => {
    if (!isParameterName(name)) return braces;
    const { value, unit } = rules.parameters[name];
    return bare === '' ? formatParameter(value, unit) : String(value);
  });
