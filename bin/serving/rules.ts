import { loadRuleSets, RuleSetError, type RuleSet } from '@rapport/model/findings';
import type { Config } from '../config.ts';
import { CommandError, EXIT } from '../cli/failures.ts';

/** The rules of platforms a server holds shops against: the product's, and those of the operator's folder. */
export function knownRuleSets({ rules }: Pick<Config, 'rules'>): RuleSet[] {
  try {
    return loadRuleSets(rules);
  } catch (error) {
    if (error instanceof RuleSetError) throw new CommandError(EXIT.usage, error.message);
    throw error;
  }
}
