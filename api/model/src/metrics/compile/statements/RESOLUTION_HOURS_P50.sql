with reading_0 as materialized (
select 0 as window_no, w.* from (with small as materialized (select (select coalesce(sum(r.up_to_31), 0) from mart.cases_bins r where r.series = 'resolution_hours_p50' and r.dimension = '' and r.span = 'month' and r.day between date_trunc('month', $1::date)::date and $2::date) <= 50000 as few)
select b.* from (
select v.bucket, v.k1, v.k2, array[(max(v.value) filter (where v.role = 0) + (((v.n - 1) * 0.5::float8) - floor(((v.n - 1) * 0.5::float8))) * (max(v.value) filter (where v.role = 1) - max(v.value) filter (where v.role = 0)))::float8, (v.n)::float8, (max(v.value) filter (where v.role = 2))::float8, (max(v.value) filter (where v.role = 3))::float8, ((bool_or(v.several) filter (where v.role in (0, 0 + 1)))::int)::float8]::float8[] as numbers
from (
select f.*, case when f.bin = 0 then 0 else sign(f.bin) * (ceil(exp((abs(f.bin) - 1) / 128::float8)) + (ceil(exp(abs(f.bin) / 128::float8)) - 1)) / 2 end as value, (f.bin <> 0 and ceil(exp((abs(f.bin) - 1) / 128::float8)) < (ceil(exp(abs(f.bin) / 128::float8)) - 1)) as several
from (
select c.bucket, c.k1, c.k2, c.n, w.role, (c.block * 32 + width_bucket(w.rank - c.before, c.upto)) as bin
from (
select c.bucket, c.k1, c.k2, c.block, c.n, c.before, c.through, array[sum(c.up_to_0)::float8, sum(c.up_to_1)::float8, sum(c.up_to_2)::float8, sum(c.up_to_3)::float8, sum(c.up_to_4)::float8, sum(c.up_to_5)::float8, sum(c.up_to_6)::float8, sum(c.up_to_7)::float8, sum(c.up_to_8)::float8, sum(c.up_to_9)::float8, sum(c.up_to_10)::float8, sum(c.up_to_11)::float8, sum(c.up_to_12)::float8, sum(c.up_to_13)::float8, sum(c.up_to_14)::float8, sum(c.up_to_15)::float8, sum(c.up_to_16)::float8, sum(c.up_to_17)::float8, sum(c.up_to_18)::float8, sum(c.up_to_19)::float8, sum(c.up_to_20)::float8, sum(c.up_to_21)::float8, sum(c.up_to_22)::float8, sum(c.up_to_23)::float8, sum(c.up_to_24)::float8, sum(c.up_to_25)::float8, sum(c.up_to_26)::float8, sum(c.up_to_27)::float8, sum(c.up_to_28)::float8, sum(c.up_to_29)::float8, sum(c.up_to_30)::float8, sum(c.up_to_31)::float8] as upto
from (
select c.*, sum(c.up_to_31) over slice as n, coalesce(sum(c.up_to_31) over (slice order by c.block range between unbounded preceding and 1 preceding), 0)::float8 as before,
  sum(c.up_to_31) over (slice order by c.block)::float8 as through
from (
select c.* from (select $1::date as bucket, '' as k1, '' as k2, r.block, r.up_to_0, r.up_to_1, r.up_to_2, r.up_to_3, r.up_to_4, r.up_to_5, r.up_to_6, r.up_to_7, r.up_to_8, r.up_to_9, r.up_to_10, r.up_to_11, r.up_to_12, r.up_to_13, r.up_to_14, r.up_to_15, r.up_to_16, r.up_to_17, r.up_to_18, r.up_to_19, r.up_to_20, r.up_to_21, r.up_to_22, r.up_to_23, r.up_to_24, r.up_to_25, r.up_to_26, r.up_to_27, r.up_to_28, r.up_to_29, r.up_to_30, r.up_to_31
from mart.cases_bins r where r.series = 'resolution_hours_p50' and r.dimension = '' and r.span = 'month' and r.day between $1::date and $3::date and r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.resolved_at') group by n.shop having count(*) = '1'::int))) c where not (select s.few from small s)
) c window slice as (partition by c.bucket, c.k1, c.k2)
) c where (c.through > greatest(floor(c.n * 0.5::float8 - 1.959963984540054 * sqrt(c.n * 0.5::float8 * (1 - 0.5::float8))) - 1, 0) and c.before <= least(ceil(c.n * 0.5::float8 + 1.959963984540054 * sqrt(c.n * 0.5::float8 * (1 - 0.5::float8))), c.n - 1)) group by 1, 2, 3, 4, 5, 6, 7
) c cross join lateral (values (0, floor((c.n - 1) * 0.5::float8)), (1, ceil((c.n - 1) * 0.5::float8)), (2, floor(c.n * 0.5::float8 - 1.959963984540054 * sqrt(c.n * 0.5::float8 * (1 - 0.5::float8))) - 1), (3, ceil(c.n * 0.5::float8 + 1.959963984540054 * sqrt(c.n * 0.5::float8 * (1 - 0.5::float8))))) as w(role, rank)
where w.rank between 0 and c.n - 1 and w.rank >= c.before and w.rank < c.through
) f
) v group by v.bucket, v.k1, v.k2, v.n
) b
union all
select f.* from (
select g.bucket, g.k1, g.k2, array[((g.a)[floor(((g.n - 1) * 0.5::float8))::int + 1]::float8 + (((g.n - 1) * 0.5::float8) - floor(((g.n - 1) * 0.5::float8))) * ((g.a)[ceil(((g.n - 1) * 0.5::float8))::int + 1]::float8 - (g.a)[floor(((g.n - 1) * 0.5::float8))::int + 1]::float8))::float8, (g.n)::float8, (case when floor(g.n * 0.5::float8 - 1.959963984540054 * sqrt(g.n * 0.5::float8 * (1 - 0.5::float8)))::int >= 1 then (g.a)[floor(g.n * 0.5::float8 - 1.959963984540054 * sqrt(g.n * 0.5::float8 * (1 - 0.5::float8)))::int] end)::float8, (case when (ceil(g.n * 0.5::float8 + 1.959963984540054 * sqrt(g.n * 0.5::float8 * (1 - 0.5::float8)))::int + 1) <= g.n then (g.a)[(ceil(g.n * 0.5::float8 + 1.959963984540054 * sqrt(g.n * 0.5::float8 * (1 - 0.5::float8)))::int + 1)] end)::float8, null]::float8[] as numbers from (
select $1::date as bucket, '' as k1, '' as k2, array_agg(j.resolution_seconds order by j.resolution_seconds) as a, count(*)::int as n
from journey.case_journey j
where j.resolved_on between $1::date and $2::date and j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.resolved_at') group by n.shop having count(*) = '1'::int)) and (j.resolution_seconds is not null) group by 1, 2, 3
) g
) f where (select s.few from small s)) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-31"
-- $3 = "2018-03-01"