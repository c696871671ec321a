import type { Part } from './part.ts';

/** Cases, returns and compensations of a customer. */
export function eventsOfService(customer: string): Part[] {
  const cases = `from core.service_cases e left join journey.case_sequels q on q.customer_id = e.customer_id and q.case_id = e.id
    where e.customer_id = ${customer} and e.deleted_at is null`;
  const ofCase = { stage: '(upper(e.phase))', ref: 'e.id', shop: 'e.shop', order: 'e.order_id', serviceCase: 'e.id' };
  const callBack = 'coalesce(e.called_back_at, e.call_back_promised_at)';
  const steps = ['REQUESTED', 'APPROVED', 'REJECTED', 'SHIPPED', 'RECEIVED', 'COMPLETED']
    .map((step, index) => `('RETURN_${step}', ${index}, r.${step.toLowerCase()}_at)`)
    .join(', ');
  return [
    {
      ...ofCase,
      kind: 'CASE_OPENED',
      rank: 100,
      at: 'e.opened_at',
      facts: `jsonb_build_object('type', e.case_type, 'topic', e.topic, 'channel', e.channel, 'text', e.text)`,
      from: cases,
    },
    {
      ...ofCase,
      kind: 'CASE_HANDED_OVER',
      rank: 101,
      at: 'e.handed_over_at',
      facts: `jsonb_build_object('waited', extract(epoch from e.human_joined_at - e.handed_over_at)::bigint)`,
      from: `${cases} and e.handed_over_at is not null`,
    },
    {
      ...ofCase,
      kind: 'CASE_ANSWERED',
      rank: 102,
      at: 'e.first_response_at',
      promised: 'q.response_due_at',
      kept: 'e.first_response_at',
      facts: `jsonb_build_object('after', extract(epoch from e.first_response_at - e.opened_at)::bigint)`,
      from: `${cases} and e.first_response_at is not null`,
    },
    {
      ...ofCase,
      kind: `(case n.kind when 'transferred' then 'CASE_TRANSFERRED' else 'CASE_REOPENED' end)`,
      rank: 103,
      at: 'n.occurred_at',
      ref: 'n.id',
      facts: `jsonb_build_object('team', n.team)`,
      from: `from core.service_cases e join core.case_events n on n.customer_id = e.customer_id and n.case_id = e.id and n.deleted_at is null
        where e.customer_id = ${customer} and e.deleted_at is null and n.kind in ('transferred', 'reopened')`,
    },
    {
      ...ofCase,
      kind: 'CASE_ESCALATED',
      rank: 104,
      at: 'e.escalated_at',
      facts: `jsonb_build_object('to', e.escalated_to)`,
      from: `${cases} and e.escalated_at is not null`,
    },
    {
      ...ofCase,
      kind: 'CALL_BACK',
      rank: 105,
      at: callBack,
      promised: 'e.call_back_promised_at',
      kept: 'e.called_back_at',
      facts: `jsonb_build_object('made', e.called_back_at is not null)`,
      from: `${cases} and ${callBack} is not null`,
    },
    {
      ...ofCase,
      kind: 'CASE_RESOLVED',
      rank: 106,
      at: 'e.resolved_at',
      promised: 'q.resolution_due_at',
      kept: 'e.resolved_at',
      facts: `jsonb_build_object('after', extract(epoch from e.resolved_at - e.opened_at)::bigint)`,
      from: `${cases} and e.resolved_at is not null`,
    },
    {
      ...ofCase,
      kind: 'CASE_RATED',
      rank: 107,
      at: 'e.csat_at',
      facts: `jsonb_build_object('score', e.csat)`,
      from: `${cases} and e.csat_at is not null and e.csat is not null`,
    },
    {
      kind: '(t.kind)',
      rank: '110 + t.nth',
      stage: 'AFTER_SALE',
      at: 't.at',
      ref: 'r.id',
      shop: 'r.shop',
      order: 'r.order_id',
      minor: `case t.kind when 'RETURN_REQUESTED' then nullif(r.amount_minor, 0) when 'REFUNDED' then r.amount_minor end`,
      promised: `case t.kind when 'REFUNDED' then r.due_at end`,
      kept: `case t.kind when 'REFUNDED' then r.refunded_at end`,
      facts: `jsonb_build_object('kind', r.kind, 'reason', r.reason, 'for', r.decided_for)`,
      from: `from core.returns r cross join lateral (values ${steps}, ('REFUNDED', 6, r.refunded_at), ('PLATFORM_STEPPED_IN', 7, r.stepped_in_at)) t(kind, nth, at)
        where r.customer_id = ${customer} and r.deleted_at is null and t.at is not null`,
    },
    {
      kind: 'COMPENSATED',
      rank: 120,
      stage: 'AFTER_SALE',
      at: 'x.granted_at',
      ref: 'x.id',
      shop: 'x.shop',
      order: 'x.order_id',
      serviceCase: 'x.case_id',
      minor: 'x.amount_minor',
      facts: `jsonb_build_object('failure', x.failure, 'form', x.form)`,
      from: `from core.compensations x where x.customer_id = ${customer} and x.deleted_at is null`,
    },
  ];
}
