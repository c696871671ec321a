import type { DerivedFact, FactInputs } from './fact.ts';

/** Hours of a desk whose policy names none. */
const OPENS = `time '09:00'`;
const CLOSES = `time '21:00'`;

/** Each combination of named policy, channel and type, with the policy that holds for it: the most particular one. */
const policies = (shop: string) => `
  kinds as (select distinct coalesce(sla_code, '') as named, channel, case_type from cases),
  policies as (
    select distinct on (k.named, k.channel, k.case_type) k.named, k.channel, k.case_type, p.code,
      nullif(p.first_response_seconds, 0) as response_seconds, nullif(p.resolution_seconds, 0) as solution_seconds,
      coalesce(p.business_clock, false) as business, coalesce(p.opens_at, ${OPENS}) as opens, coalesce(p.closes_at, ${CLOSES}) as closes
    from kinds k
    join core.sla_policies p on p.shop = ${shop} and (p.code = k.named
      or (k.named = '' and coalesce(nullif(p.channel, ''), k.channel) = k.channel and coalesce(nullif(p.case_type, ''), k.case_type) = k.case_type))
    order by k.named, k.channel, k.case_type, nullif(p.channel, '') is null, nullif(p.case_type, '') is null, p.code collate "C"
  )`;

const dueAt = (zone: string, seconds: string) =>
  `case when p.business then journey.desk_moment(journey.desk_seconds(c.opened_at at time zone ${zone}, p.opens, p.closes) + ${seconds}, p.opens, p.closes) at time zone ${zone}
    else c.opened_at + make_interval(secs => ${seconds}) end`;

const openSeconds = (zone: string, until: string) => {
  const at = (moment: string) =>
    `journey.desk_seconds(${moment} at time zone ${zone}, coalesce(p.opens, ${OPENS}), coalesce(p.closes, ${CLOSES}))`;
  return `${at(until)} - ${at('c.opened_at')}`;
};

/** What followed each case: looked up along the customer's own cases, orders and referrals. */
const sequels = ({ mine }: FactInputs) => `
  following as (
    select customer_id, id,
      case when matter is not null then lead(opened_at) over (partition by customer_id, matter order by opened_at, external_id collate "C") end as repeat_contact_at,
      case when complaint then lead(opened_at) over (partition by customer_id, complaint, topic order by opened_at, external_id collate "C") end as recurred_at
    from (select customer_id, id, opened_at, external_id, topic, case_type = 'complaint' and topic is not null as complaint, coalesce('order ' || order_id, 'topic ' || topic) as matter from cases) m
  ), next_orders as (
    select customer_id, id, ordered_next_at from (
      select customer_id, id, min(ordered_at) over (partition by customer_id order by at desc range unbounded preceding exclude group) as ordered_next_at
      from (select customer_id, id, opened_at as at, null::timestamptz as ordered_at from cases
        union all select customer_id, null, ordered_at, ordered_at from ${mine('orders')} o where status not in ('canceled', 'unavailable')) moments
    ) m where id is not null
  ), referred as (
    select c.customer_id, c.id, min(r.referred_at) as referred_at
    from cases c join ${mine('referrals')} r on r.customer_id = c.customer_id and (r.referred_at > c.opened_at or r.case_id = c.id) group by 1, 2
  ), asked as (
    select customer_id, case_id, (array_agg(score order by answered_at desc, external_id collate "C" desc))[1] as csat
    from ${mine('surveys')} s where kind = 'csat' and case_id is not null and answered_at is not null and score is not null group by 1, 2
  ), talked as (
    select customer_id, case_id, (count(*) filter (where kind = 'bot_reply'))::integer as bot_replies, (count(*) filter (where kind = 'customer_message'))::integer as customer_messages
    from ${mine('case_events')} e group by 1, 2
  ), compensated as (
    select customer_id, case_id, sum(amount_minor)::bigint as minor from ${mine('compensations')} c where case_id is not null group by 1, 2
  )`;

export const caseSequels: DerivedFact = {
  table: 'journey.case_sequels',
  key: ['customer_id', 'case_id'],
  columns: [
    'customer_id', 'case_id', 'shop', 'sla_code', 'response_due_at', 'resolution_due_at', 'first_response_business_seconds',
    'resolution_business_seconds', 'repeat_contact_at', 'recurred_at', 'ordered_next_at', 'referred_at', 'survey_csat', 'bot_replies',
    'customer_messages', 'compensated_minor',
  ], // prettier-ignore
  reads: ['service_cases', 'case_events', 'surveys', 'referrals', 'compensations', 'sla_policies'],
  select: (from) => `
    with cases as materialized (select * from ${from.mine('service_cases')} c), ${policies(from.shop)}, ${sequels(from)}
    select c.customer_id, c.id as case_id, c.shop, coalesce(c.sla_code, p.code) as sla_code,
      coalesce(c.response_due_at, case when p.response_seconds is not null then ${dueAt(from.zone, 'p.response_seconds')} end) as response_due_at,
      coalesce(c.resolution_due_at, case when p.solution_seconds is not null then ${dueAt(from.zone, 'p.solution_seconds')} end) as resolution_due_at,
      ${openSeconds(from.zone, 'c.first_response_at')} as first_response_business_seconds, ${openSeconds(from.zone, 'c.resolved_at')} as resolution_business_seconds,
      f.repeat_contact_at, f.recurred_at, n.ordered_next_at, r.referred_at, a.csat as survey_csat,
      coalesce(t.bot_replies, 0) as bot_replies, coalesce(t.customer_messages, 0) as customer_messages, coalesce(m.minor, 0) as compensated_minor
    from cases c
    left join policies p on p.named = coalesce(c.sla_code, '') and p.channel = c.channel and p.case_type = c.case_type
    left join following f on f.customer_id = c.customer_id and f.id = c.id
    left join next_orders n on n.customer_id = c.customer_id and n.id = c.id
    left join referred r on r.customer_id = c.customer_id and r.id = c.id
    left join asked a on a.customer_id = c.customer_id and a.case_id = c.id
    left join talked t on t.customer_id = c.customer_id and t.case_id = c.id
    left join compensated m on m.customer_id = c.customer_id and m.case_id = c.id
    order by 1, 2`,
};
