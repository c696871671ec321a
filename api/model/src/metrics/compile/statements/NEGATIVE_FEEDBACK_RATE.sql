with reading_0 as materialized (
select 0 as window_no, w.* from (select $1::date as bucket, '' as k1, '' as k2, array[(sum(r.negative_feedback_rate_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases', 'returns', 'reviews') group by n.shop having count(*) = '3'::int))))::float8, (sum(r.out_of_stock_cancel_rate_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('service_cases', 'returns', 'reviews') group by n.shop having count(*) = '3'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.negative_feedback_rate_part, r.out_of_stock_cancel_rate_whole from mart.orders_by_order r
where r.dimension = '' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-01"