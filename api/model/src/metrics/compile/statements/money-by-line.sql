with reading_0 as materialized (
select 0 as window_no, w.* from (select $1::date as bucket, coalesce(d1.value, '') as k1, coalesce(j.region_code, '') as k2, array[(coalesce(sum(f1.minor) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('order_items') group by n.shop having count(*) = '1'::int))), 0))::float8, (count(*) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('order_items') group by n.shop having count(*) = '1'::int))))::float8, (coalesce(sum(least(f1.minor, 3000000000) * least(f1.minor, 3000000000)) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('order_items') group by n.shop having count(*) = '1'::int))), 0))::float8, null, null, (coalesce(sum(coalesce(d1.minor, 0)) filter (where (j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('payments') group by n.shop having count(*) = '1'::int))) and (j.payments_count > 0)), 0))::float8, (count(*) filter (where (j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('payments') group by n.shop having count(*) = '1'::int))) and (j.payments_count > 0)))::float8, (coalesce(sum(least(coalesce(d1.minor, 0), 3000000000) * least(coalesce(d1.minor, 0), 3000000000)) filter (where (j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('payments') group by n.shop having count(*) = '1'::int))) and (j.payments_count > 0)), 0))::float8, null, null]::float8[] as numbers
from journey.order_journey j left join lateral unnest(j.payment_methods, j.payment_method_minor) as d1(value, minor) on true cross join lateral (select coalesce(sum(l.minor), 0)::bigint as minor from unnest(j.categories, j.category_minor) as l(value, minor) where l.value = any($2::text[])) f1
where j.ordered_on between $1::date and $3::date and (j.categories && $2::text[] or cardinality(j.categories) = 0) group by 1, 2, 3) w
),
keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, null::jsonb as label1, (select jsonb_build_object('en', coalesce(n.label_en, n.code), 'zh', coalesce(n.label_zh, n.label_en, n.code))
  from core.regions n where n.shop = any((select array_agg(s.shop) from core.shops s where true)::text[]) and n.code = k.k2 order by n.shop limit 1) as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
select r.k1, r.k2, coalesce(r.numbers[2], r.numbers[1], 0) as weight from reading_0 r
) u group by 1, 2 order by 3 desc, 1, 2 limit $4::int) k
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select -1, null, k.k1, k.k2, null, null, jsonb_build_object('place', k.place, 'total', k.total, 'label1', k.label1, 'label2', k.label2) from keys k
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r join keys k on k.k1 = r.k1 and k.k2 = r.k2 group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = ["beleza_saude",""]
-- $3 = "2018-03-31"
-- $4 = 50