import type { Queryable } from '@rapport/model/schema';

/**
 * How each table would lie on several machines. Facts are spread by their customer, identity by the id it decides; small tables
 * stand everywhere; what is not named here stays on the coordinator (landing, rollups, ops, auth, keys).
 */
export const spread: Record<string, string> = {
  'core.identity': 'id',
  'core.customers': 'customer_id',
  'core.orders': 'customer_id',
  'core.order_items': 'customer_id',
  'core.payments': 'customer_id',
  'core.shipments': 'customer_id',
  'core.reviews': 'customer_id',
  'core.consents': 'customer_id',
  'core.loyalty_events': 'customer_id',
  'core.referrals': 'customer_id',
  'core.messages': 'customer_id',
  'core.surveys': 'customer_id',
  'core.returns': 'customer_id',
  'core.compensations': 'customer_id',
  'core.service_cases': 'customer_id',
  'core.tracking_events': 'customer_id',
  'core.case_events': 'customer_id',
  'core.touchpoints': 'customer_id',
  'vault.contacts': 'customer_id',
  'journey.order_journey': 'customer_id',
  'journey.parcel_scans': 'customer_id',
  'journey.case_sequels': 'customer_id',
  'journey.visit_journey': 'customer_id',
  'journey.product_views': 'customer_id',
  'journey.text_words': 'customer_id',
  'journey.review_signals': 'customer_id',
};
export const everywhere: readonly string[] = [
  'core.shops',
  'core.regions',
  'core.categories',
  'core.merchants',
  'core.products',
  'core.geolocations',
  'core.carriers',
  'core.stations',
  'core.agents',
  'core.sla_policies',
  'core.calendar_events',
  'core.initiatives',
  'core.certificates',
  'core.sanctions',
  'core.assessments',
  'core.mentions',
  'core.costs',
  'core.fx_rates',
  'core.customer_links',
];

const rules: Record<string, string> = {
  'is in core or journey and nobody said how it is spread': `
    select c.oid::regclass::text as what from pg_class c
    where c.relnamespace in ('core'::regnamespace, 'journey'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from plan where rel = c.oid)`,
  'is unique without the column it is spread by': `
    select i.indexrelid::regclass::text as what from plan join pg_index i on i.indrelid = plan.rel
    where plan.by_column is not null and (i.indisunique or i.indisexclusion)
      and not exists (select from pg_attribute a where a.attrelid = plan.rel and a.attname = plan.by_column and a.attnum = any (i.indkey))`,
  'refers to rows that may lie on another machine': `
    select k.conname || ' of ' || k.conrelid::regclass as what from pg_constraint k join plan target on target.rel = k.confrelid left join plan origin on origin.rel = k.conrelid
    where k.contype = 'f' and target.by_column is not null and (origin.by_column is null or not exists (
      select from unnest(k.conkey, k.confkey) as pair (here, there)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = origin.by_column
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = target.by_column))`,
  'is spread by a column of another type than the rest': `
    select plan.rel::regclass::text as what from plan join pg_attribute a on a.attrelid = plan.rel and a.attname = plan.by_column
    where a.atttypid <> 'uuid'::regtype`,
  'may have no value in the column it is spread by': `
    select plan.rel::regclass::text as what from plan left join pg_attribute a on a.attrelid = plan.rel and a.attname = plan.by_column
    where plan.by_column is not null and a.attnotnull is not true`,
  'counts by a sequence that one machine alone can give, or too small a one': `
    select s.seqrelid::regclass::text as what from pg_sequence s join pg_depend d on d.objid = s.seqrelid and d.classid = 'pg_class'::regclass
    join plan on plan.rel = d.refobjid where plan.by_column is not null or s.seqtypid <> 'int8'::regtype`,
  'has a rule or a trigger that would run in one place only': `
    select r.rulename || ' on ' || r.ev_class::regclass as what from pg_rewrite r join plan on plan.rel = r.ev_class where r.rulename <> '_RETURN'
    union all
    select t.tgname || ' on ' || t.tgrelid::regclass from pg_trigger t join plan on plan.rel = t.tgrelid where not t.tgisinternal`,
  'is a partition of a partition': `
    select i.inhrelid::regclass::text as what from pg_inherits i join pg_partitioned_table p on p.partrelid = i.inhrelid`,
};

/** Every table that could not be spread as planned, with the reason; plain PostgreSQL, no extension needed. */
export async function breaches(db: Queryable): Promise<string[]> {
  const plan = [...Object.entries(spread), ...everywhere.map((table): [string, null] => [table, null])];
  const found: string[] = [];
  for (const [reason, sql] of Object.entries(rules)) {
    const { rows } = await db.query<{ what: string }>(
      `with plan as (select rel::regclass::oid as rel, by_column from unnest($1::text[], $2::text[]) as p (rel, by_column)) ${sql} order by 1`,
      [plan.map(([table]) => table), plan.map(([, column]) => column)],
    );
    found.push(...rows.map(({ what }) => `${what} ${reason}`));
  }
  return found;
}
