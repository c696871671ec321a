import {
  ruleCondition,
  ruleRows,
  type MerchantStanding,
  type Rule,
  type RuleSet,
  type RuleSource as Source,
  type RuleStanding as Standing,
} from '@rapport/model/findings';
import type { Code } from '../../platform/graphql/code.type.ts';
import type {
  PlatformRule,
  PlatformRuleSet,
  RuleFigure,
  RuleMerchant,
  RuleSource,
  RuleStanding,
  RuleTarget,
} from './rule.type.ts';

const kinds = { own_document: 'OWN_DOCUMENT', third_party: 'THIRD_PARTY', own_target: 'OWN_TARGET' } as const;
const sourceOf = ({ name, read, where }: Source): RuleSource => ({
  label: name,
  kind: kinds[read],
  where: where ?? null,
});

function targetOf({ target }: Rule): RuleTarget {
  const { below, atMost, atLeast, above } = target;
  if (below !== undefined) return { comparison: 'BELOW', bound: below };
  if (atMost !== undefined) return { comparison: 'AT_MOST', bound: atMost };
  return atLeast !== undefined
    ? { comparison: 'AT_LEAST', bound: atLeast }
    : { comparison: 'ABOVE', bound: above ?? 0 };
}

const rowsOf = { orders: 'ORDERS', parcels: 'PARCELS', scores: 'SCORES' } as const;

/** A score is its own reason. */
export const reasonOf = ({ counts }: Rule, code: string): Code => {
  const score = code.replace('score_', '');
  if (counts === 'scores') return { code, label: { en: `Score of ${score}`, zh: `评分 ${score} 分` } };
  return { code, label: ruleCondition(counts, code).label };
};

export const ruleOf = (rule: Rule, { source }: RuleSet): PlatformRule => ({
  code: rule.id,
  title: rule.title,
  description: rule.description,
  counts: rowsOf[rule.counts],
  clock: ruleRows(rule).clock,
  windowDays: rule.windowDays,
  target: targetOf(rule),
  minSample: rule.minSample,
  defects: rule.defects.map((code) => reasonOf(rule, code)),
  leftOut: rule.leaveOut.map((code) => reasonOf(rule, code)),
  effectiveFrom: rule.effectiveFrom,
  effectiveTo: rule.effectiveTo ?? null,
  source: sourceOf(rule.source ?? source),
});

export const ruleSetOf = (set: RuleSet): PlatformRuleSet => ({
  code: set.id,
  title: set.title,
  description: set.description,
  rules: set.rules.map((rule) => ruleOf(rule, set)),
});

const figureOf = (standing: MerchantStanding['standing'], suppressed: boolean): RuleFigure => {
  const { from, to, value, numerator, denominator, defects, interval, status, headroom, cleanNeeded } = standing;
  return {
    window: { from, to },
    value,
    numerator,
    denominator,
    defects,
    interval,
    status,
    headroom,
    cleanNeeded,
    suppressed,
  };
};

export const standingOf = (standing: Standing, set: RuleSet): RuleStanding => ({
  rule: ruleOf(standing.rule, set),
  figure: figureOf(standing, standing.suppressed),
  backOn: standing.backOn,
  young: standing.young,
  ageing: standing.ageing,
  whatIf: standing.whatIf,
  next: standing.next && ruleOf(standing.next, set),
});

export const merchantOf = ({ merchant, title, standing, suppressed }: MerchantStanding): RuleMerchant => ({
  merchant,
  title,
  figure: figureOf(standing, suppressed),
});
