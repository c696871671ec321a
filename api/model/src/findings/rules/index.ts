export {
  merchantStandings,
  ruleRows,
  ruleStandings,
  rulesOn,
  type MerchantStanding,
  type RuleStanding,
} from './answer.ts';
export { conditionOf as ruleCondition } from './conditions.ts';
export { readDefects, type DefectRow } from './days.ts';
export type { Rule, RuleSet, RuleSource } from './grammar.ts';
export { loadRuleSets, RuleSetError } from './load.ts';
export { dayAfter, type AgeingStep, type RuleStatus, type Standing, type Supposed, type WhatIf } from './standing.ts';
