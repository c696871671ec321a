import { facts } from '@rapport/model/metrics';
import type { Dimension } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { badInput } from '../../platform/graphql/refusal.ts';
import type { JourneyOutcome } from './flow.type.ts';
import type { JourneyPath } from './stages.type.ts';

/** On journey.order_journey j. */
export const outcomes: Record<JourneyOutcome, string> = {
  ALL: 'true',
  REPURCHASED_90D: 'j.valid and j.valid_next_on - j.ordered_on <= 90',
  COMPLAINED: 'j.complaints_count > 0',
  NEGATIVE_REVIEW: 'j.score_counts[1] + j.score_counts[2] > 0',
  POSITIVE_REVIEW: 'j.score_counts[4] + j.score_counts[5] > 0',
  CANCELED: `j.status = 'canceled'`,
};

/** The codes of an order in a dimension: one, or several of a many-valued one. Without a dimension a single null. */
export function codesOf(by: Dimension | null | undefined): string {
  if (!by) return 'array[null::text]';
  const orders = facts.find(({ name }) => name === 'orders');
  const carried = (orders?.dimensions as Partial<Record<Dimension, { column: string; as?: string }>> | undefined)?.[by];
  if (!carried) throw badInput('by', { en: `Orders do not carry ${by}.`, zh: `订单没有 ${by} 这一维度。` });
  return carried.as === 'array' ? `j.${carried.column}` : `array[coalesce(j.${carried.column}::text, '')]`;
}

/** What an order is at the stages after the first; every order is exactly one thing at each. */
export const stageOf = {
  delivery: `case when not j.valid then 'canceled' else j.lateness end`,
  voice: `case when j.complaints_count > 0 then 'complained' when j.score_counts[1] + j.score_counts[2] > 0 then 'bad_review'
    when j.score_counts[4] + j.score_counts[5] > 0 then 'good_review' when j.reviews_count > 0 then 'middling' else 'silent' end`,
  // Who came back early is no sooner counted than who did not: else the share of a young period would be that of its quickest.
  back: `case when not j.valid or not j.identified then 'not_counted'
    when j.ordered_on + 90 > (select s.as_of from core.shops s where s.shop = j.shop) then 'open'
    when j.valid_next_on - j.ordered_on <= 90 then 'back' else 'gone' end`,
} as const;

/** In the order in which they are drawn. */
export const stageCodes = {
  delivery: ['on_time', 'late', 'not_delivered', 'no_promise', 'canceled'],
  voice: ['good_review', 'middling', 'silent', 'bad_review', 'complained'],
  back: ['back', 'open', 'gone', 'not_counted'],
} as const;

/** The orders of a path, under the very expressions that counted it. */
export function pathCondition({ by, segment, outcome, ...stages }: JourneyPath): { sql: string; params: unknown[] } {
  const conditions = new Conditions().and(outcomes[outcome ?? 'ALL']);
  conditions.given(segment, (code) => `${code} = any(${codesOf(by ?? 'FIRST_OR_REPEAT')})`);
  for (const stage of ['delivery', 'voice', 'back'] as const) {
    const code = stages[stage];
    if (code == null) continue;
    const known: readonly string[] = stageCodes[stage];
    if (!known.includes(code))
      throw badInput(`where.journey.${stage}`, {
        en: `There is no "${code}" at this stage; known are ${known.join(', ')}.`,
        zh: `该阶段没有“${code}”，可用值：${known.join('、')}。`,
      });
    conditions.and(`${stageOf[stage]} = ${conditions.bind(code)}`);
  }
  return { sql: conditions.sql, params: conditions.values };
}
