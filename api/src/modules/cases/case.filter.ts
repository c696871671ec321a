import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import { Conditions } from '../../platform/database/conditions.ts';
import { asId } from '../../platform/database/keyset.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { ServiceCaseWhere } from './case.input.ts';

const overdue = '(j.resolved_at is null and j.resolved_in_time is false) or coalesce(j.unanswered, false)';

/** The conditions of `where` on journey.case_journey j. */
export function matchingCases(where: ServiceCaseWhere): Conditions {
  assertInOrder('where.openedFrom', where.openedFrom, where.openedTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.caseType, (code) => `j.case_type = ${code}`)
    .given(where.phase, (code) => `j.phase = ${code}`)
    .given(where.channel, (code) => `j.channel = ${code}`)
    .given(where.topic, (code) => `j.topic = ${code}`)
    .given(where.cause, (code) => `j.cause = ${code}`)
    .given(where.severity, (grade) => `j.severity = ${grade}::integer`)
    .given(where.agent, (code) => `j.agent_code = ${code}`)
    .given(where.team, (code) => `j.team = ${code}`)
    .given(where.status, (code) => `j.status = ${code}`)
    .given(where.openedFrom, (day) => `j.opened_on >= ${day}::date`)
    .given(where.openedTo, (day) => `j.opened_on <= ${day}::date`)
    .given(where.open, (open) => `(j.status in ('open', 'pending')) = ${open}::boolean`)
    .given(where.overdue, (wanted) => `(${overdue}) = ${wanted}::boolean`)
    .given(where.csatAtMost, (score) => `j.csat <= ${score}::integer`)
    .given(where.customerId && asId(where.customerId), (id) => `j.customer_id = ${id}::uuid`)
    .given(where.orderId && asId(where.orderId), (id) => `j.order_id = ${id}::uuid`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'cases'));
  if (where.behind) {
    const { sql, params } = idsBehind('cases', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.case_id in (${sql})`, params });
  }
  return conditions;
}
