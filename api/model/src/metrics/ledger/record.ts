import type { Queryable } from '../../schema/index.ts';
import { answerMetrics } from '../answer/answer.ts';
import type { MetricPoint } from '../answer/types.ts';
import type { MetricId } from '../catalogue.ts';
import type { MetricUnit } from '../grammar.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { thresholds } from './threshold.ts';
import { watched } from './watched.ts';

export interface PublishingRun {
  runId: string;
  shop: string;
}

/** A month is published once it is over and old enough for its outcomes to be known; where there was nothing to measure, nothing was told. */
const isPublished = ({ partial, mature }: MetricPoint): boolean => mature && !partial;

/**
 * Compares the closed months as this run leaves them with what was published of them, and records what moved by more than its
 * threshold. Called in the publishing transaction, after the run's counts are written. Returns how many figures moved.
 */
export async function recordFigures(tx: Queryable, run: PublishingRun): Promise<number> {
  const period = await monthsOf(tx, run.shop);
  if (!period) return 0;
  const { series } = await answerMetrics(
    tx,
    { metrics: [...watched], period, grain: 'MONTH', where: [{ dimension: 'SHOP', in: [run.shop] }] },
    { role: 'operator' },
  );
  const figures = series.flatMap(({ metric, points }) =>
    points
      .filter(isPublished)
      .map((point) => ({ ...point, metric: metric.id, unit: metric.unit, version: metric.version })),
  );
  await keep(tx, figures);
  const moved = await tellMoved(tx, run);
  await tx.query('drop table pg_temp.figures_now');
  return moved;
}

/** Every month with an order, those that had one when they were published included. */
async function monthsOf(tx: Queryable, shop: string): Promise<{ from: string; to: string } | null> {
  const { rows } = await tx.query<{ from: string | null; to: string | null }>(
    `select date_trunc('month', greatest(least(
         (select min(day) from ${ordersDaily.table} where shop = $1 and dimension = ''),
         (select min(month) from ops.published_figures where shop = $1)), as_of - interval '50 years'))::date::text as from,
       (date_trunc('month', as_of) + interval '1 month - 1 day')::date::text as to
     from core.shops where shop = $1`,
    [shop],
  );
  const { from, to } = rows[0] ?? { from: null, to: null };
  return from !== null && to !== null ? { from, to } : null;
}

type Told = MetricPoint & { metric: MetricId; unit: MetricUnit; version: number };

async function keep(tx: Queryable, figures: readonly Told[]): Promise<void> {
  const column = <T>(of: (figure: Told) => T): T[] => figures.map(of);
  await tx.query(
    `create temp table figures_now (metric text, month date, version integer, value float8, numerator float8, denominator float8,
       sample bigint, least float8, least_part float8) on commit drop`,
  );
  await tx.query(
    `insert into pg_temp.figures_now select * from unnest($1::text[], $2::date[], $3::integer[], $4::float8[], $5::float8[], $6::float8[], $7::bigint[], $8::float8[], $9::float8[])`,
    [
      column(({ metric }) => metric),
      column(({ bucket }) => bucket),
      column(({ version }) => version),
      column(({ value }) => value),
      column(({ numerator }) => numerator),
      column(({ denominator }) => denominator),
      column(({ sample }) => sample),
      column(({ unit }) => thresholds[unit].by),
      column(({ unit }) => thresholds[unit].part),
    ],
  );
}

/** A change as large as the threshold may come out a hair smaller. */
const ROUNDING = 1e-9;

async function tellMoved(tx: Queryable, { runId, shop }: PublishingRun): Promise<number> {
  const { rowCount } = await tx.query(
    `with happened as (
       select coalesce(sum(inserted + healed), 0) as late, coalesce(sum(updated), 0) as corrected, coalesce(sum(deleted), 0) as deleted
       from ops.run_feeds where run_id = $1
     ), cause as (
       select case when r.trigger in ('replay', 'backfill') then r.trigger
         when h.late > 0 then 'late_rows' when h.deleted > h.corrected then 'deletions' else 'corrections' end as cause, r.data_version
       from ops.runs r cross join happened h where r.run_id = $1
     )
     insert into ops.figure_changes (shop, metric, month, cause, threshold,
       old_version, old_value, old_numerator, old_denominator, old_sample, old_run_id,
       new_version, new_value, new_numerator, new_denominator, new_sample, run_id, data_version)
     select p.shop, p.metric, p.month, case when p.version <> n.version then 'definition' else c.cause end, t.threshold,
       p.version, p.value, p.numerator, p.denominator, p.sample, p.run_id,
       n.version, n.value, n.numerator, n.denominator, n.sample, $1, c.data_version
     from pg_temp.figures_now n join ops.published_figures p on p.shop = $2 and p.metric = n.metric and p.month = n.month cross join cause c
       cross join lateral (select greatest(n.least, n.least_part * abs(coalesce(p.value, 0))) as threshold) t
     where (p.value is null) <> (n.value is null) or abs(n.value - p.value) > 0 and abs(n.value - p.value) >= t.threshold * (1 - ${ROUNDING})`,
    [runId, shop],
  );
  await tx.query(
    `insert into ops.published_figures as p (shop, metric, month, version, value, numerator, denominator, sample, run_id, data_version)
     select $2, n.metric, n.month, n.version, n.value, n.numerator, n.denominator, n.sample, $1, r.data_version
     from pg_temp.figures_now n cross join (select data_version from ops.runs where run_id = $1) r
     where n.value is not null and not exists (select from ops.published_figures q where q.shop = $2 and q.metric = n.metric and q.month = n.month)
        or exists (select from ops.figure_changes c where c.run_id = $1 and c.shop = $2 and c.metric = n.metric and c.month = n.month)
     on conflict (shop, metric, month) do update set version = excluded.version, value = excluded.value, numerator = excluded.numerator,
       denominator = excluded.denominator, sample = excluded.sample, run_id = excluded.run_id, data_version = excluded.data_version`,
    [runId, shop],
  );
  return rowCount ?? 0;
}
