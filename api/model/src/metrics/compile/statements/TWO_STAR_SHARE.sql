with reading_0 as materialized (
select 0 as window_no, w.* from (select $1::date as bucket, '' as k1, '' as k2, array[(sum(r.two_star_share_part::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('reviews') group by n.shop having count(*) = '1'::int))))::float8, (sum(r.average_review_score_whole::float8) filter (where r.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('reviews') group by n.shop having count(*) = '1'::int))))::float8, null, null, null]::float8[] as numbers
from (
select r.shop, r.value, r.day, r.two_star_share_part, r.average_review_score_whole from mart.orders_daily r
where r.dimension = '' and r.span = 'month' and r.day between $1::date and $2::date
) r group by 1, 2, 3) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', (select coalesce(jsonb_agg(jsonb_build_object('shop', c.shop, 'stream', c.stream, 'segment', c.segment, 'known', c.known, 'spread', c.spread)), '[]')
    from ops.delay_curves c join core.shops s on s.shop = c.shop where true and c.stream = any($3::text[]) and c.segment = ''), 'arrivals', (select coalesce(jsonb_agg(jsonb_build_object('shop', a.shop, 'bucket', a.bucket, 'age', a.age, 'orders', a.orders)), '[]') from (
    select r.shop, to_char($1::date, 'YYYY-MM-DD') as bucket, least(s.as_of - r.day, '181'::int) as age, sum(r.orders) as orders
    from mart.orders_daily r join core.shops s on s.shop = r.shop
    where r.dimension = '' and r.span = 'day' and r.day between $1::date and $4::date and r.day <= s.as_of and true group by 1, 2, 3) a),
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-01"
-- $3 = ["ce198d1fa529685b","8c323aa52ce2c181-ce198d1fa529685b"]
-- $4 = "2018-03-31"