import type { Part } from './part.ts';

/** Cases, returns and compensations of a customer. */
export function eventsOfService(customer: string): Part[] {
  const ofCase = { stage: '(upper(e.phase))', shop: 'e.shop', order: 'e.order_id', serviceCase: 'e.id' };
  const where = `e.customer_id = ${customer} and e.deleted_at is null`;
  const steps = ['REQUESTED', 'APPROVED', 'REJECTED', 'SHIPPED', 'RECEIVED', 'COMPLETED'].map((step, nth) => ({
    kind: `RETURN_${step}`,
    rank: 110 + nth,
    at: `r.${step.toLowerCase()}_at`,
    ...(nth === 0 ? { minor: 'nullif(r.amount_minor, 0)' } : {}),
  }));
  return [
    {
      ...ofCase,
      ref: 'e.id',
      from: 'core.service_cases e left join journey.case_sequels q on q.customer_id = e.customer_id and q.case_id = e.id',
      where,
      moments: momentsOfCase,
    },
    {
      ...ofCase,
      ref: 'n.id',
      // Events of cases lie in a table a month, each of which is asked once for the customer instead of once for every case.
      from: `(select * from core.case_events x where x.customer_id = ${customer} and x.deleted_at is null and x.kind in ('transferred', 'reopened') offset 0) n
        join core.service_cases e on e.customer_id = n.customer_id and e.id = n.case_id`,
      where,
      moments: [
        {
          kind: `(case n.kind when 'transferred' then 'CASE_TRANSFERRED' else 'CASE_REOPENED' end)`,
          rank: 103,
          at: 'n.occurred_at',
          facts: `jsonb_build_object('team', n.team)`,
        },
      ],
    },
    {
      stage: 'AFTER_SALE',
      ref: 'r.id',
      shop: 'r.shop',
      order: 'r.order_id',
      facts: `jsonb_build_object('kind', r.kind, 'reason', r.reason, 'for', r.decided_for)`,
      from: 'core.returns r',
      where: `r.customer_id = ${customer} and r.deleted_at is null`,
      moments: [
        ...steps,
        {
          kind: 'REFUNDED',
          rank: 116,
          at: 'r.refunded_at',
          minor: 'r.amount_minor',
          promised: 'r.due_at',
          kept: 'r.refunded_at',
        },
        { kind: 'PLATFORM_STEPPED_IN', rank: 117, at: 'r.stepped_in_at' },
      ],
    },
    {
      stage: 'AFTER_SALE',
      ref: 'x.id',
      shop: 'x.shop',
      order: 'x.order_id',
      serviceCase: 'x.case_id',
      from: 'core.compensations x',
      where: `x.customer_id = ${customer} and x.deleted_at is null`,
      moments: [
        {
          kind: 'COMPENSATED',
          rank: 120,
          at: 'x.granted_at',
          minor: 'x.amount_minor',
          facts: `jsonb_build_object('failure', x.failure, 'form', x.form)`,
        },
      ],
    },
  ];
}

const since = (from: string, to: string): string => `extract(epoch from ${to} - ${from})::bigint`;

const momentsOfCase: Part['moments'] = [
  {
    kind: 'CASE_OPENED',
    rank: 100,
    at: 'e.opened_at',
    facts: `jsonb_build_object('type', e.case_type, 'topic', e.topic, 'channel', e.channel, 'text', e.text)`,
  },
  {
    kind: 'CASE_HANDED_OVER',
    rank: 101,
    at: 'e.handed_over_at',
    facts: `jsonb_build_object('waited', ${since('e.handed_over_at', 'e.human_joined_at')})`,
  },
  {
    kind: 'CASE_ANSWERED',
    rank: 102,
    at: 'e.first_response_at',
    promised: 'q.response_due_at',
    kept: 'e.first_response_at',
    facts: `jsonb_build_object('after', ${since('e.opened_at', 'e.first_response_at')})`,
  },
  {
    kind: 'CASE_ESCALATED',
    rank: 104,
    at: 'e.escalated_at',
    facts: `jsonb_build_object('to', e.escalated_to)`,
  },
  {
    kind: 'CALL_BACK',
    rank: 105,
    at: 'coalesce(e.called_back_at, e.call_back_promised_at)',
    promised: 'e.call_back_promised_at',
    kept: 'e.called_back_at',
    facts: `jsonb_build_object('made', e.called_back_at is not null)`,
  },
  {
    kind: 'CASE_RESOLVED',
    rank: 106,
    at: 'e.resolved_at',
    promised: 'q.resolution_due_at',
    kept: 'e.resolved_at',
    facts: `jsonb_build_object('after', ${since('e.opened_at', 'e.resolved_at')})`,
  },
  {
    kind: 'CASE_RATED',
    rank: 107,
    at: 'case when e.csat is not null then e.csat_at end',
    facts: `jsonb_build_object('score', e.csat)`,
  },
];
