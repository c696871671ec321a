import { SMALLEST_SHOWN } from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText, Role } from '../../vocabulary/index.ts';
import { counted } from './conditions.ts';
import { readDays, readMerchantCounts } from './days.ts';
import type { Rule, RuleSet } from './grammar.ts';
import { standingOf, type AgeingStep, type Standing, type WhatIf } from './standing.ts';

/** A rule of a set as it stands for a shop or one merchant. */
export interface RuleStanding extends Standing {
  ruleSet: string;
  rule: Rule;
  /** Too few stand behind it to be told to who sees aggregates only. */
  suppressed: boolean;
  /** A version of the same rule that begins later. */
  next: Rule | null;
}

export interface MerchantStanding {
  merchant: string;
  title: string | null;
  standing: Omit<Standing, 'ageing'>;
  suppressed: boolean;
}

/** What a row of a rule is, and by which day it is counted. */
export function ruleRows({ counts, day }: Rule): { rows: LocalizedText; clock: LocalizedText } {
  const { rows, days } = counted[counts];
  return { rows, clock: days[day]!.label };
}

/** The versions of each rule that hold on a day, in the order of the file. */
export const rulesOn = ({ rules }: RuleSet, on: string): Rule[] =>
  rules.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && on <= (effectiveTo ?? '9999-12-31'));

const laterVersion = ({ rules }: RuleSet, rule: Rule, on: string): Rule | null =>
  rules
    .filter(({ id, effectiveFrom }) => id === rule.id && effectiveFrom > on)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0] ?? null;

/** Steps of fewer rows than `fewest` are put together with those after them: no single day tells on the few of it. */
function coarser(steps: readonly AgeingStep[], fewest: number): AgeingStep[] {
  const kept: AgeingStep[] = [];
  let [defects, rows] = [0, 0];
  for (const step of steps) {
    defects += step.defectsLeaving;
    rows += step.rowsLeaving;
    if (rows > 0 && (rows < fewest || (step.rowsLeft > 0 && step.rowsLeft < fewest))) continue;
    kept.push({ ...step, defectsLeaving: defects, rowsLeaving: rows });
    [defects, rows] = [0, 0];
  }
  return kept;
}

const NOTHING = {
  value: null,
  numerator: 0,
  denominator: 0,
  defects: 0,
  interval: null,
  headroom: null,
  cleanNeeded: null,
  backOn: null,
  young: 0,
} as const;

/** Nothing of it is told. */
const hidden = <Told extends Omit<Standing, 'ageing'>>(standing: Told): Told => ({
  ...standing,
  ...NOTHING,
  status: 'TOO_FEW',
  whatIf: null,
});

function told(standing: Standing, role: Role): { standing: Standing; suppressed: boolean } {
  if (role !== 'executive') return { standing, suppressed: false };
  const suppressed = standing.denominator > 0 && standing.denominator < SMALLEST_SHOWN;
  if (suppressed) return { standing: { ...hidden(standing), ageing: [] }, suppressed };
  return { standing: { ...standing, young: 0, ageing: coarser(standing.ageing, SMALLEST_SHOWN) }, suppressed };
}

export interface StandingsRequest {
  shop: string;
  merchant: string | null;
  on: string;
  whatIf: WhatIf | null;
}

/** How a shop, or one of its merchants, stands under every rule of a set on a day. */
export async function ruleStandings(
  db: Queryable,
  set: RuleSet,
  asked: StandingsRequest,
  role: Role,
): Promise<RuleStanding[]> {
  const found: RuleStanding[] = [];
  for (const rule of rulesOn(set, asked.on)) {
    const days = await readDays(db, rule, asked.shop, asked.merchant, asked.on);
    const { standing, suppressed } = told(standingOf(rule, days, asked.on, asked.whatIf), role);
    found.push({
      ...standing,
      ruleSet: set.id,
      rule,
      suppressed,
      next: laterVersion(set, rule, asked.on),
    });
  }
  return found;
}

const grave: Record<Standing['status'], number> = { BROKEN: 0, AT_RISK: 1, KEPT: 2, TOO_FEW: 3, NOTHING: 4 };

/** Every merchant of a shop under one rule: the broken first, then those with the least headroom. */
export async function merchantStandings(
  db: Queryable,
  rule: Rule,
  shop: string,
  on: string,
  role: Role,
): Promise<MerchantStanding[]> {
  const counts = await readMerchantCounts(db, rule, shop, on);
  return counts
    .map(({ merchant, title, ...count }) => {
      const { ageing: _, ...standing } = standingOf(rule, [count], on);
      const suppressed = role === 'executive' && standing.denominator < SMALLEST_SHOWN;
      // A merchant's days are not read one by one: when a broken rule is kept again is told where they are.
      const shown = { ...standing, backOn: null, young: 0 };
      return { merchant, title, standing: suppressed ? hidden(shown) : shown, suppressed };
    })
    .toSorted(
      (a, b) =>
        grave[a.standing.status] - grave[b.standing.status] || (a.standing.headroom ?? 0) - (b.standing.headroom ?? 0),
    );
}
