with reading_0 as materialized (
select 0 as window_no, w.* from (with c as (
select width_bucket(j.day - 1, $1::date[]) as slot, coalesce(j.code, '') as k1, '' as k2, coalesce(sum(j.change) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to') group by n.shop having count(*) = '1'::int))), 0) as level0, 0 as whole0
from journey.loyalty_changes j
where j.day <= $2::date and (j.level = 'member') group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, array[(sum(coalesce(c.level0, 0)) over upto)::float8, null, null, null, null]::float8[] as numbers
from unnest($3::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)) w
union all
select 1 as window_no, w.* from (with c as (
select width_bucket(j.day - 1, array(select least(e.last, (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $4::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $4::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) from unnest($5::date[]) with ordinality e(last, no) order by e.no)) as slot, coalesce(j.code, '') as k1, '' as k2, coalesce(sum(j.change) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to') group by n.shop having count(*) = '1'::int))), 0) as level0, 0 as whole0
from journey.loyalty_changes j
where j.day <= $6::date and (j.level = 'member') group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, array[(sum(coalesce(c.level0, 0)) over upto)::float8, null, null, null, null]::float8[] as numbers
from unnest($7::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)) w
),
reading_1 as materialized (
select 0 as window_no, w.* from (with c as (
select width_bucket(j.day - 1, $8::date[]) as slot, coalesce(j.code, '') as k1, '' as k2, coalesce(sum(j.change * (j.level = 'benefit')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to', 'loyalty_events.benefit_used') group by n.shop having count(*) = '2'::int))), 0) as level0, coalesce(sum(j.change * (j.level = 'member')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to', 'loyalty_events.benefit_used') group by n.shop having count(*) = '2'::int))), 0) as whole0
from journey.loyalty_changes j
where j.day <= $2::date and (j.level in ('benefit', 'member')) group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, array[(sum(coalesce(c.level0, 0)) over upto)::float8, (sum(coalesce(c.whole0, 0)) over upto)::float8, null, null, null]::float8[] as numbers
from unnest($9::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)) w
union all
select 1 as window_no, w.* from (with c as (
select width_bucket(j.day - 1, array(select least(e.last, (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $4::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $4::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) from unnest($10::date[]) with ordinality e(last, no) order by e.no)) as slot, coalesce(j.code, '') as k1, '' as k2, coalesce(sum(j.change * (j.level = 'benefit')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to', 'loyalty_events.benefit_used') group by n.shop having count(*) = '2'::int))), 0) as level0, coalesce(sum(j.change * (j.level = 'member')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('loyalty_events.tier_to', 'loyalty_events.benefit_used') group by n.shop having count(*) = '2'::int))), 0) as whole0
from journey.loyalty_changes j
where j.day <= $6::date and (j.level in ('benefit', 'member')) group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, array[(sum(coalesce(c.level0, 0)) over upto)::float8, (sum(coalesce(c.whole0, 0)) over upto)::float8, null, null, null]::float8[] as numbers
from unnest($11::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)) w
),
keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, null::jsonb as label1, null::jsonb as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
select r.k1, r.k2, coalesce(r.numbers[2], r.numbers[1], 0) as weight from reading_0 r where r.window_no = 0
union all
select r.k1, r.k2, 0 as weight from reading_1 r where r.window_no = 0
) u group by 1, 2 order by 3 desc, 1, 2 limit $12::int) k
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select -1, null, k.k1, k.k2, null, null, jsonb_build_object('place', k.place, 'total', k.total, 'label1', k.label1, 'label2', k.label2) from keys k
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 1, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_1 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4

-- $1 = ["2018-01-31","2018-02-28","2018-03-31"]
-- $2 = "2018-03-31"
-- $3 = ["2018-01-01","2018-02-01","2018-03-01"]
-- $4 = 3
-- $5 = ["2017-10-31","2017-11-30","2017-12-31"]
-- $6 = "2017-12-31"
-- $7 = ["2018-01-01","2018-02-01","2018-03-01"]
-- $8 = ["2018-01-31","2018-02-28","2018-03-31"]
-- $9 = ["2018-01-01","2018-02-01","2018-03-01"]
-- $10 = ["2017-10-31","2017-11-30","2017-12-31"]
-- $11 = ["2018-01-01","2018-02-01","2018-03-01"]
-- $12 = 50