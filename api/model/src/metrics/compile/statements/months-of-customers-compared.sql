with reading_0 as materialized (
select 0 as window_no, w.* from (select l.bucket, l.k1, l.k2, array[(sum(l.once))::float8, null, null, null, null, (sum(l.twice))::float8, (sum(l.once))::float8, null, null, null]::float8[] as numbers from (
select date_trunc('month', r.day::timestamp)::date as bucket, '' as k1, '' as k2, sum(r.first_in_month) as once, sum(r.second_in_month) as twice from mart.chain_days r
where r.chain = 'order' and r.day between $1::date and $2::date and r.shop = any($3::text[]) group by 1, 2, 3
) l group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select l.bucket, l.k1, l.k2, array[(sum(l.once))::float8, null, null, null, null, (sum(l.twice))::float8, (sum(l.once))::float8, null, null, null]::float8[] as numbers from (
select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $4::int))::date as bucket, '' as k1, '' as k2, sum(r.first_in_month) as once, sum(r.second_in_month) as twice from mart.chain_days r
where r.chain = 'order' and r.day between $5::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $4::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $4::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where s.shop = any($3::text[])) today) and r.shop = any($3::text[]) group by 1, 2, 3
) l group by 1, 2, 3) w
),
reading_1 as materialized (
select 0 as window_no, w.* from (select l.bucket, l.k1, l.k2, array[(sum(l.twice))::float8, (sum(l.once))::float8, null, null, null]::float8[] as numbers from (
select date_trunc('month', r.day::timestamp)::date as bucket, '' as k1, '' as k2, sum(r.first_in_month) as once, sum(r.second_in_month) as twice from mart.chain_days r
where r.chain = 'valid_day' and r.day between $1::date and $2::date and r.shop = any($3::text[]) group by 1, 2, 3
) l group by 1, 2, 3) w
union all
select 1 as window_no, w.* from (select l.bucket, l.k1, l.k2, array[(sum(l.twice))::float8, (sum(l.once))::float8, null, null, null]::float8[] as numbers from (
select date_trunc('month', date_trunc('month', r.day::timestamp) + make_interval(months => $4::int))::date as bucket, '' as k1, '' as k2, sum(r.first_in_month) as once, sum(r.second_in_month) as twice from mart.chain_days r
where r.chain = 'valid_day' and r.day between $5::date and $6::date and r.day <= (select case when today.day = (date_trunc('month', today.day) + interval '1 month' - interval '1 day')::date
  then (date_trunc('month', today.day) - make_interval(months => $4::int) + interval '1 month' - interval '1 day')::date else (today.day - make_interval(months => $4::int))::date end from (select coalesce(max(s.as_of), 'infinity') as day from core.shops s where s.shop = any($3::text[])) today) and r.shop = any($3::text[]) group by 1, 2, 3
) l group by 1, 2, 3) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', (select coalesce(sum(r.unidentified_orders), 0) from mart.orders_daily r where r.dimension = '' and r.span = 'day' and r.day between $1::date and $2::date and r.shop = any($3::text[])),
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where s.shop = any($3::text[]))) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4
union all
select 1, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_1 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-31"
-- $3 = ["olist"]
-- $4 = 3
-- $5 = "2017-10-01"
-- $6 = "2017-12-31"