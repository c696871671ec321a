import type { JourneyPart } from './part.ts';

/** Attempts, deposit and balance, and when it was paid. */
export const paying: JourneyPart = {
  alias: 'py',
  needs: 'payments_told',
  select: ({ mine }) => `select customer_id, order_id, count(*)::integer as payment_attempts,
    (count(*) filter (where outcome = 'failed'))::integer as payment_failures, bool_or(charged_back_at is not null) as charged_back,
    max(paid_at) filter (where outcome <> 'failed' and kind <> 'cash_on_delivery') as paid_at,
    min(paid_at) filter (where outcome <> 'failed' and kind = 'deposit') as deposit_paid_at,
    min(paid_at) filter (where outcome <> 'failed' and kind = 'balance') as balance_paid_at
    from ${mine('payments')} p group by 1, 2`,
  otherwise: {
    payment_attempts: '0',
    payment_failures: '0',
    charged_back: 'false',
    paid_at: 'null::timestamptz',
    deposit_paid_at: 'null::timestamptz',
    balance_paid_at: 'null::timestamptz',
  },
};

/** Requests to return, exchange, repair or refund. A canceled request is none; a rejected one is no failure. */
export const returning: JourneyPart = {
  alias: 'rt',
  needs: 'returns',
  select: ({ mine }) => `select customer_id, order_id,
    (count(*) filter (where status <> 'canceled'))::integer as returns_count, min(requested_at) filter (where status <> 'canceled') as first_return_at,
    (array_agg(reason order by requested_at, external_id collate "C") filter (where status <> 'canceled'))[1] as first_return_reason,
    coalesce(sum(units) filter (where kind = 'return' and status not in ('canceled', 'rejected')), 0)::integer as returned_units,
    (count(*) filter (where status <> 'canceled' and reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit')))::integer as quality_returns,
    coalesce(sum(amount_minor) filter (where refunded_at is not null), 0)::bigint as refunded_minor, max(refunded_at) as refunded_at,
    sum(cost_minor)::bigint as cost_minor,
    coalesce(array_agg(distinct reason) filter (where status not in ('canceled', 'rejected')), '{}') as failures
    from ${mine('returns')} r group by 1, 2`,
  otherwise: {
    returns_count: '0',
    first_return_at: 'null::timestamptz',
    first_return_reason: 'null::text',
    returned_units: '0',
    quality_returns: '0',
    refunded_minor: '0::bigint',
    refunded_at: 'null::timestamptz',
    cost_minor: 'null::bigint',
    failures: `'{}'::text[]`,
  },
};

export const compensating: JourneyPart = {
  alias: 'cp',
  needs: 'compensations',
  select: ({
    mine,
  }) => `select customer_id, order_id, count(*)::integer as compensations_count, sum(amount_minor)::bigint as compensated_minor,
    min(granted_at) as first_compensated_at, array_agg(distinct failure) as failures
    from ${mine('compensations')} c where order_id is not null group by 1, 2`,
  otherwise: {
    compensations_count: '0',
    compensated_minor: '0::bigint',
    first_compensated_at: 'null::timestamptz',
    failures: `'{}'::text[]`,
  },
};
