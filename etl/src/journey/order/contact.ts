import type { JourneyPart } from './part.ts';

/** Service cases about the order. */
export const contacting: JourneyPart = {
  alias: 'ca',
  needs: 'service_cases',
  select: ({
    mine,
  }) => `select customer_id, order_id, count(*)::integer as cases_count, min(opened_at) as first_contact_at,
    (count(*) filter (where topic = 'where_is_my_order'))::integer as wismo_count,
    (count(*) filter (where case_type = 'complaint'))::integer as complaints_count,
    min(opened_at) filter (where case_type = 'complaint') as first_complaint_at,
    coalesce(sum(csat), 0)::integer as csat_sum, count(csat)::integer as csat_count, sum(cost_minor)::bigint as cost_minor,
    coalesce(array_agg(distinct topic) filter (where case_type = 'complaint' and topic is not null), '{}') as failures
    from ${mine('service_cases')} c where order_id is not null group by 1, 2`,
  otherwise: {
    cases_count: '0',
    first_contact_at: 'null::timestamptz',
    wismo_count: '0',
    complaints_count: '0',
    first_complaint_at: 'null::timestamptz',
    csat_sum: '0',
    csat_count: '0',
    cost_minor: 'null::bigint',
    failures: `'{}'::text[]`,
  },
};

export const asking: JourneyPart = {
  alias: 'sv',
  needs: 'surveys',
  select: ({
    mine,
  }) => `select customer_id, order_id, coalesce(sum(score) filter (where kind = 'csat'), 0)::integer as csat_sum,
    (count(score) filter (where kind = 'csat'))::integer as csat_count,
    (array_agg(score order by answered_at desc, external_id collate "C" desc) filter (where kind = 'nps'))[1] as nps_score
    from ${mine('surveys')} s where order_id is not null and answered_at is not null and score is not null group by 1, 2`,
  otherwise: { csat_sum: '0', csat_count: '0', nps_score: 'null::smallint' },
};

export const notifying: JourneyPart = {
  alias: 'nt',
  needs: 'messages',
  select: ({ mine }) => `select customer_id, order_id, min(sent_at) as delay_notified_at
    from ${mine('messages')} m where order_id is not null and kind = 'delay_notice' group by 1, 2`,
  otherwise: { delay_notified_at: 'null::timestamptz' },
};

export const scanning: JourneyPart = {
  alias: 'sc',
  needs: 'parcel_scans',
  select: ({
    parcelScans,
  }) => `select customer_id, order_id, min(first_scan_at) as first_scan_at, min(first_attempt_at) as first_attempt_at,
    bool_or(damaged) as damaged, bool_or(lost) as lost from ${parcelScans} s group by 1, 2`,
  otherwise: {
    first_scan_at: 'null::timestamptz',
    first_attempt_at: 'null::timestamptz',
    damaged: 'false',
    lost: 'false',
  },
};
