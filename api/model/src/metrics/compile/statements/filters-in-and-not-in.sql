with reading_0 as materialized (
select 0 as window_no, w.* from (select $1::date as bucket, '' as k1, '' as k2, array[(count(*) filter (where j.status = 'canceled'))::float8, (count(*))::float8, null, null]::float8[] as numbers
from journey.order_journey j cross join lateral (select coalesce(sum(l.minor), 0)::bigint as minor from unnest(j.categories, j.category_minor) as l(value, minor) where l.value <> all($2::text[])) f1
where j.ordered_on between $1::date and $3::date and coalesce(j.region_code, '') = any($4::text[]) and not (j.categories && $2::text[]) and coalesce(j.lateness, '') = any($5::text[]) and coalesce(j.lateness, '') <> all($6::text[]) group by 1, 2, 3) w
)
select -2 as part, null::int as window_no, null::text as bucket, null::text as k1, null::text as k2, null::float8[] as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, to_char(r.bucket, 'YYYY-MM-DD'), r.k1, r.k2, r.numbers, null::jsonb from reading_0 r

-- $1 = "2018-01-01"
-- $2 = ["toys"]
-- $3 = "2018-03-31"
-- $4 = ["SP","RJ"]
-- $5 = ["late"]
-- $6 = ["on_time"]