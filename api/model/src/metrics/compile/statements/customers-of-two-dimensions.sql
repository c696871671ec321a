with reading_0 as materialized (
select 0 as window_no, w.* from (select c.bucket, c.k1, c.k2, array[(count(*))::float8, null, null, null, null, (count(*) filter (where c.last_valid > c.first_valid))::float8, (count(*) filter (where c.first_valid is not null))::float8, null, null, null]::float8[] as numbers from (
select $1::date as bucket, coalesce(j.region_code, '') as k1, coalesce(d2.value, '') as k2, j.customer_id, count(*) as orders,
  min(j.ordered_on) filter (where j.valid) as first_valid, max(j.ordered_on) filter (where j.valid) as last_valid
from journey.order_journey j left join lateral unnest(j.categories, j.category_minor) as d2(value, minor) on true
where j.identified and j.ordered_on between $1::date and $2::date group by 1, 2, 3, 4
) c group by 1, 2, 3) w
),
reading_1 as materialized (
select 0 as window_no, w.* from (select $1::date as bucket, coalesce(j.region_code, '') as k1, coalesce(d2.value, '') as k2, array[(count(*) filter (where j.ordered_on + 90 <= s.as_of and j.valid_next_on - j.ordered_on <= 90))::float8, (count(*) filter (where j.ordered_on + 90 <= s.as_of))::float8, null, null, null]::float8[] as numbers
from journey.order_journey j join core.shops s on s.shop = j.shop left join lateral unnest(j.categories, j.category_minor) as d2(value, minor) on true
where j.ordered_on between $1::date and $2::date and j.identified and j.valid_first_of_day and j.valid_prev_on is null group by 1, 2, 3) w
),
keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, (select jsonb_build_object('en', coalesce(n.label_en, n.code), 'zh', coalesce(n.label_zh, n.label_en, n.code))
  from core.regions n where n.shop = any((select array_agg(s.shop) from core.shops s where true)::text[]) and n.code = k.k1 order by n.shop limit 1) as label1, (select jsonb_build_object('en', coalesce(n.label_en, n.code), 'zh', coalesce(n.label_zh, n.label_en, n.code))
  from core.categories n where n.shop = any((select array_agg(s.shop) from core.shops s where true)::text[]) and n.code = k.k2 order by n.shop limit 1) as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
select r.k1, r.k2, coalesce(r.numbers[2], r.numbers[1], 0) as weight from reading_0 r
union all
select r.k1, r.k2, 0 as weight from reading_1 r
) u group by 1, 2 order by 3 desc, 1, 2 limit $3::int) k
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', (select coalesce(sum(r.unidentified_orders), 0) from mart.orders_daily r where r.dimension = '' and r.span = 'day' and r.day between $1::date and $2::date),
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select -1, null, k.k1, k.k2, null, null, jsonb_build_object('place', k.place, 'total', k.total, 'label1', k.label1, 'label2', k.label2) from keys k
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4
union all
select 1, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_1 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-31"
-- $3 = 7