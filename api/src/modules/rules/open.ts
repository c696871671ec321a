import type pg from 'pg';
import type { Rule, RuleSet } from '@rapport/model/findings';
import { badInput } from '../../platform/graphql/refusal.ts';

const ofPool = new WeakMap<pg.Pool, readonly RuleSet[]>();

/** Each server has the rule sets it was started with. */
export function openRuleSets(pool: pg.Pool, sets: readonly RuleSet[]): void {
  ofPool.set(pool, sets);
}

export function ruleSetsOf(pool: pg.Pool): readonly RuleSet[] {
  const sets = ofPool.get(pool);
  if (!sets) throw new Error('Rule sets were asked of a pool before openRuleSets(pool, sets).');
  return sets;
}

export function ruleSetNamed(pool: pg.Pool, id: string): RuleSet {
  const sets = ruleSetsOf(pool);
  const found = sets.find((set) => set.id === id);
  if (found) return found;
  const ids = sets.map((set) => set.id).join(', ');
  throw badInput('ruleSet', {
    en: `There is no rule set “${id}”; there are ${ids}.`,
    zh: `没有规则集“${id}”，现有 ${ids}。`,
  });
}

/** The version of a rule that holds on a day. */
export function ruleNamed(set: RuleSet, rules: readonly Rule[], id: string): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found) return found;
  const ids = rules.map((rule) => rule.id).join(', ');
  throw badInput('rule', {
    en: `On that day ${set.id} has no rule “${id}”; it has ${ids || 'none'}.`,
    zh: `当日规则集 ${set.id} 中没有规则“${id}”，有 ${ids || '（无）'}。`,
  });
}
