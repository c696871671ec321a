with reading_0 as materialized (
select 0 as window_no, w.* from (select date_trunc('month', r.day::timestamp)::date as bucket, r.value as k1, '' as k2, array[(sum(r.orders::float8))::float8, null, null, null, null, (sum(r.orders::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases') group by n.shop having count(*) = '1'::int))))::float8, null, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.orders from mart.orders_daily r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $3::int))::date as bucket, r.value as k1, '' as k2, array[(sum(r.orders::float8))::float8, null, null, null, null, (sum(r.orders::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases') group by n.shop having count(*) = '1'::int))))::float8, null, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.orders from mart.orders_daily r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $4::date and $5::date and r.day < (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
union all
select r.shop, r.value, r.day, r.orders from mart.orders_daily r
where r.dimension = 'REGION' and r.span = 'day' and r.day between $4::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today) and r.day >= (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
) r group by 1, 2, 3) w
),
reading_1 as materialized (
select 0 as window_no, w.* from (select date_trunc('month', r.day::timestamp)::date as bucket, r.value as k1, '' as k2, array[(sum(r.complaint_escalation_rate_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('orders') group by n.shop having count(*) = '1'::int))))::float8, null, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.complaint_escalation_rate_whole from mart.cases_by_opened r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $3::int))::date as bucket, r.value as k1, '' as k2, array[(sum(r.complaint_escalation_rate_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('orders') group by n.shop having count(*) = '1'::int))))::float8, null, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.complaint_escalation_rate_whole from mart.cases_by_opened r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $4::date and $5::date and r.day < (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
union all
select r.shop, r.value, r.day, r.complaint_escalation_rate_whole from mart.cases_by_opened r
where r.dimension = 'REGION' and r.span = 'day' and r.day between $4::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today) and r.day >= (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
) r group by 1, 2, 3) w
),
reading_2 as materialized (
select 0 as window_no, w.* from (select date_trunc('month', r.day::timestamp)::date as bucket, r.value as k1, '' as k2, array[(sum(r.csat_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.csat') group by n.shop having count(*) = '1'::int))))::float8, (sum(r.csat_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.csat') group by n.shop having count(*) = '1'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.csat_part, r.csat_whole from mart.cases_by_rated r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $3::int))::date as bucket, r.value as k1, '' as k2, array[(sum(r.csat_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.csat') group by n.shop having count(*) = '1'::int))))::float8, (sum(r.csat_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases.csat') group by n.shop having count(*) = '1'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.csat_part, r.csat_whole from mart.cases_by_rated r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $4::date and $5::date and r.day < (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
union all
select r.shop, r.value, r.day, r.csat_part, r.csat_whole from mart.cases_by_rated r
where r.dimension = 'REGION' and r.span = 'day' and r.day between $4::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today) and r.day >= (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
) r group by 1, 2, 3) w
),
reading_3 as materialized (
select 0 as window_no, w.* from (select date_trunc('month', r.day::timestamp)::date as bucket, r.value as k1, '' as k2, array[(sum(r.damage_rate_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('tracking_events') group by n.shop having count(*) = '1'::int))))::float8, (sum(r.parcels::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('tracking_events') group by n.shop having count(*) = '1'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.damage_rate_part, r.parcels from mart.parcels_by_order r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $3::int))::date as bucket, r.value as k1, '' as k2, array[(sum(r.damage_rate_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('tracking_events') group by n.shop having count(*) = '1'::int))))::float8, (sum(r.parcels::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('tracking_events') group by n.shop having count(*) = '1'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.damage_rate_part, r.parcels from mart.parcels_by_order r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $4::date and $5::date and r.day < (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
union all
select r.shop, r.value, r.day, r.damage_rate_part, r.parcels from mart.parcels_by_order r
where r.dimension = 'REGION' and r.span = 'day' and r.day between $4::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today) and r.day >= (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
) r group by 1, 2, 3) w
),
reading_4 as materialized (
select 0 as window_no, w.* from (select date_trunc('month', r.day::timestamp)::date as bucket, r.value as k1, '' as k2, array[(sum(r.average_compensation_sum::float8))::float8, (sum(r.average_compensation_whole::float8))::float8, (sum(r.average_compensation_squares))::float8, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.average_compensation_sum, r.average_compensation_squares, r.average_compensation_whole from mart.compensations_by_granted r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $3::int))::date as bucket, r.value as k1, '' as k2, array[(sum(r.average_compensation_sum::float8))::float8, (sum(r.average_compensation_whole::float8))::float8, (sum(r.average_compensation_squares))::float8, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.average_compensation_sum, r.average_compensation_squares, r.average_compensation_whole from mart.compensations_by_granted r
where r.dimension = 'REGION' and r.span = 'month' and r.day between $4::date and $5::date and r.day < (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
union all
select r.shop, r.value, r.day, r.average_compensation_sum, r.average_compensation_squares, r.average_compensation_whole from mart.compensations_by_granted r
where r.dimension = 'REGION' and r.span = 'day' and r.day between $4::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today) and r.day >= (select date_trunc('month', (least((select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $3::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $3::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where true) today)) + 1)::timestamp)::date)
) r group by 1, 2, 3) w
),
keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, (select jsonb_build_object('en', coalesce(n.label_en, n.code), 'zh', coalesce(n.label_zh, n.label_en, n.code))
  from core.regions n where n.shop = any((select array_agg(s.shop) from core.shops s where true)::text[]) and n.code = k.k1 order by n.shop limit 1) as label1, null::jsonb as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
select r.k1, r.k2, coalesce(r.numbers[2], r.numbers[1], 0) as weight from reading_0 r where r.window_no = 0
union all
select r.k1, r.k2, 0 as weight from reading_1 r where r.window_no = 0
union all
select r.k1, r.k2, 0 as weight from reading_2 r where r.window_no = 0
union all
select r.k1, r.k2, 0 as weight from reading_3 r where r.window_no = 0
union all
select r.k1, r.k2, 0 as weight from reading_4 r where r.window_no = 0
) u group by 1, 2 order by 3 desc, 1, 2 limit $7::int) k
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', (select coalesce(jsonb_agg(jsonb_build_object('shop', c.shop, 'stream', c.stream, 'segment', c.segment, 'known', c.known, 'spread', c.spread)), '[]')
    from ops.delay_curves c join core.shops s on s.shop = c.shop where true and c.stream = any($8::text[])), 'arrivals', (select coalesce(jsonb_agg(jsonb_build_object('shop', a.shop, 'bucket', a.bucket, 'age', a.age, 'orders', a.orders)), '[]') from (
    select r.shop, to_char(date_trunc('month', r.day::timestamp)::date, 'YYYY-MM-DD') as bucket, least(s.as_of - r.day, '181'::int) as age, sum(r.orders) as orders
    from mart.orders_daily r join core.shops s on s.shop = r.shop
    where r.dimension = '' and r.span = 'day' and r.day between $1::date and $9::date and r.day <= s.as_of and true group by 1, 2, 3) a),
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select -1, null, k.k1, k.k2, null, null, jsonb_build_object('place', k.place, 'total', k.total, 'label1', k.label1, 'label2', k.label2) from keys k
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 1, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_1 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 2, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_2 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 3, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_3 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 4, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_4 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-01"
-- $3 = 3
-- $4 = "2017-10-01"
-- $5 = "2017-12-01"
-- $6 = "2017-12-31"
-- $7 = 50
-- $8 = ["f08155b5959e84dc"]
-- $9 = "2018-03-31"