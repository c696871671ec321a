import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText } from '@rapport/model/vocabulary';
import { labelled } from '../../platform/graphql/code.type.ts';
import { money } from '../../platform/graphql/money.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Rfm, RfmSegment, TierMigration } from './segments.type.ts';

/** A period that begins after the shop's last day has no moves yet. Moves of fewer members than `fewest` are left out. */
export async function readTierMigration(
  db: Queryable,
  { period, shop, fewest }: { period: { from: string; to: string }; shop?: string | null; fewest: number },
): Promise<TierMigration[]> {
  assertInOrder('period', period.from, period.to);
  const { rows } = await db.query<{ from: string | null; to: string; customers: number }>(
    `/* tier migration */ select m."from", m."to", count(*)::integer as customers from (
       select (array_agg(l.tier_to order by l.occurred_at desc, l.external_id collate "C" desc) filter (where l.occurred_on < $1::date))[1] as "from",
         (array_agg(l.tier_to order by l.occurred_at desc, l.external_id collate "C" desc))[1] as "to"
       from core.loyalty_events l join core.customers c on c.customer_id = l.customer_id and c.identified
       join core.shops s on s.shop = l.shop and s.as_of >= $1::date
       where l.deleted_at is null and l.tier_to is not null and l.occurred_on <= $2::date and l.shop = coalesce($3, l.shop) group by l.customer_id) m
     group by 1, 2 having count(*) >= $4::integer order by 3 desc, 1, 2`,
    [period.from, period.to, shop ?? null, fewest],
  );
  return rows.map(({ from, to, customers }) => ({
    from: knownValue('TIER', from),
    to: knownValue('TIER', to),
    customers,
  }));
}

const FEWEST_BUYERS = 500;
const FEWEST_DAYS = 180;

const segments: Readonly<Record<string, LocalizedText>> = {
  champions: { en: 'Champions', zh: '核心顾客' },
  loyal: { en: 'Loyal', zh: '忠实顾客' },
  promising: { en: 'Promising', zh: '潜力顾客' },
  recent: { en: 'Recent, few orders', zh: '近期新客' },
  waning: { en: 'Waning', zh: '活跃下降' },
  at_risk: { en: 'At risk of leaving', zh: '重要挽回' },
  asleep: { en: 'Asleep', zh: '沉睡顾客' },
};

function nameOf(recency: number, frequency: number): string {
  if (recency >= 4) return frequency >= 4 ? 'champions' : frequency === 3 ? 'promising' : 'recent';
  if (recency === 3) return frequency >= 4 ? 'loyal' : frequency === 3 ? 'promising' : 'waning';
  return frequency >= 4 ? 'at_risk' : frequency === 3 ? 'waning' : 'asleep';
}

interface RfmRow extends Pick<RfmSegment, 'recency' | 'frequency' | 'monetary' | 'customers'> {
  minor: number;
  buyers: number;
  days: number;
  currency: string;
}

function gateOf(buyers: number, days: number): LocalizedText | null {
  if (buyers < FEWEST_BUYERS)
    return {
      en: `${buyers} buyers in 365 days; fifths need at least ${FEWEST_BUYERS}.`,
      zh: `近 365 天仅 ${buyers} 位顾客下单，分层至少需要 ${FEWEST_BUYERS} 位。`,
    };
  if (days < FEWEST_DAYS)
    return {
      en: `Orders of ${days} days; fifths need at least ${FEWEST_DAYS}.`,
      zh: `订单仅覆盖 ${days} 天，分层至少需要 ${FEWEST_DAYS} 天。`,
    };
  return null;
}

/** Fifths of equal size (NTILE); among equals the earlier order, the smaller amount and the id decide, so that a reload says the same. */
export async function readRfm(db: Queryable, { shop, fewest }: { shop: string; fewest: number }): Promise<Rfm> {
  const { rows } = await db.query<RfmRow>(
    `/* rfm */ with s as (select shop, as_of, currency::text as currency from core.shops where shop = $1),
     buyers as (select j.customer_id, max(j.ordered_at) as last_at, count(*) as orders, sum(j.paid_minor)::bigint as minor
       from journey.order_journey j join s on s.shop = j.shop where j.valid and j.identified and j.ordered_on between s.as_of - 364 and s.as_of group by 1),
     scored as (select b.*, ntile(5) over (order by b.last_at, b.customer_id) as recency, ntile(5) over (order by b.orders, b.minor, b.customer_id) as frequency,
       ntile(5) over (order by b.minor, b.customer_id) as money from buyers b)
     select recency, frequency, avg(money)::float8 as monetary, count(*)::integer as customers, sum(minor)::bigint as minor, (sum(count(*)) over ())::integer as buyers,
       (select s.as_of - min(j.ordered_on) + 1 from journey.order_journey j join s on s.shop = j.shop group by s.as_of) as days, (select currency from s) as currency
     from scored group by 1, 2 order by 1 desc, 2 desc`,
    [shop],
  );
  const customers = rows[0]?.buyers ?? 0;
  const gate = gateOf(customers, rows[0]?.days ?? 0);
  const shown = gate ? [] : rows.filter((row) => row.customers >= fewest);
  return {
    customers: customers >= fewest ? customers : 0,
    gate,
    segments: shown.map(({ recency, frequency, monetary, customers: held, minor, currency }) => ({
      recency,
      frequency,
      monetary,
      customers: held,
      label: labelled(segments, nameOf(recency, frequency)),
      share: held / customers,
      paid: money(minor, currency),
    })),
  };
}
