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
 * usual gap, their own mean so far, of a first order the shop's median (as LAPSED_CUSTOMER_RATE has it).
 */
export async function readLapses(db: Queryable, { shop, least }: { shop: string; least: number }): Promise<Lapses[]> {
  const { rows } = await db.query<{ code: string; lapsed: number; back: number }>(
    `/* lapses */ with days as (select j.customer_id, j.ordered_on, j.valid_next_on, j.failures, row_number() over past as nth, min(j.ordered_on) over past as first_on
       from journey.order_journey j where j.shop = $1 and j.identified and j.valid_first_of_day window past as (partition by j.customer_id order by j.ordered_on)),
     usual as (select percentile_cont(0.5) within group (order by valid_next_on - ordered_on) as gap from days where valid_next_on is not null),
     silent as (select d.failures, d.valid_next_on, d.ordered_on + 1 + floor(3 * case when d.nth > 1 then (d.ordered_on - d.first_on)::float8 / (d.nth - 1) else u.gap end)::integer as lapsed_on
       from days d cross join usual u where u.gap is not null),
     lapsed as (select l.failures, coalesce(l.valid_next_on <= l.lapsed_on + $2::integer, false) as back from silent l join core.shops s on s.shop = $1
       where l.lapsed_on + $2::integer <= s.as_of and (l.valid_next_on is null or l.valid_next_on >= l.lapsed_on))
     select code, count(*)::integer as lapsed, (count(*) filter (where back))::integer as back
     from lapsed cross join lateral (select 'all' as code union all select unnest(case when failures = '{}' then array['none'] else failures end)) f
     group by 1 having count(*) >= $3::integer order by 2 desc, 1`,
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
