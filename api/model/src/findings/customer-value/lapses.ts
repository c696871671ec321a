import type { Queryable } from '../../schema/index.ts';
import { wilson } from '../../statistics/index.ts';
import { failures, type LocalizedText } from '../../vocabulary/index.ts';
import type { Lapses } from './types.ts';

/** Within so many days of lapsing a customer may be won back. */
export const WIN_BACK_DAYS = 180;

const labels: Readonly<Record<string, LocalizedText>> = {
  ...failures,
  all: { en: 'All who lapsed', zh: '全部流失顾客' },
  none: { en: 'Nothing went wrong', zh: '未出失误' },
};

/**
 * Observed lapses and win-backs, by what went wrong with the last order before: a customer lapses when silent for more than three times the
 * usual gap, their own mean so far, of a first order the shop's median (as LAPSED_CUSTOMER_RATE has it). Who came once is counted by day, not one by one.
 */
export async function readLapses(db: Queryable, { shop, least }: { shop: string; least: number }): Promise<Lapses[]> {
  const { rows } = await db.query<{ code: string; lapsed: number; back: number }>(
    `/* lapses */ with back as materialized (select j.ordered_on, j.valid_next_on, j.failures, row_number() over past as nth, min(j.ordered_on) over past as first_on
       from journey.order_journey j where j.shop = $1 and j.identified and j.valid_first_of_day and (j.valid_prev_on is not null or j.valid_next_on is not null)
       window past as (partition by j.customer_id order by j.ordered_on)),
     days as (select ordered_on, valid_next_on, failures, nth, first_on, 1 as n from back
       union all select j.ordered_on, null, j.failures, 1, j.ordered_on, count(*) from journey.order_journey j
         where j.shop = $1 and j.identified and j.valid_first_of_day and j.valid_prev_on is null and j.valid_next_on is null group by j.ordered_on, j.failures),
     usual as (select percentile_cont(0.5) within group (order by valid_next_on - ordered_on) as gap from back where valid_next_on is not null),
     silent as (select d.failures, d.n, d.valid_next_on, d.ordered_on + 1 + floor(3 * case when d.nth > 1 then (d.ordered_on - d.first_on)::float8 / (d.nth - 1) else u.gap end)::integer as lapsed_on
       from days d cross join usual u where u.gap is not null),
     lapsed as (select l.failures, coalesce(l.valid_next_on <= l.lapsed_on + $2::integer, false) as back, sum(l.n) as n from silent l join core.shops s on s.shop = $1
       where l.lapsed_on + $2::integer <= s.as_of and (l.valid_next_on is null or l.valid_next_on >= l.lapsed_on) group by 1, 2)
     select code, sum(n)::integer as lapsed, coalesce(sum(n) filter (where back), 0)::integer as back
     from lapsed cross join lateral (select 'all' as code union all select unnest(case when failures = '{}' then array['none'] else failures end)) f
     group by 1 having sum(n) >= $3::integer order by 2 desc, 1`,
    [shop, WIN_BACK_DAYS, least],
  );
  return rows.map(({ code, lapsed, back }) => ({
    code,
    label: labels[code] ?? { en: code, zh: code },
    lapsed,
    back,
    share: back / lapsed,
    interval: wilson(back, lapsed),
  }));
}
