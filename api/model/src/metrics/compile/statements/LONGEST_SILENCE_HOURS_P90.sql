with reading_0 as materialized (
select 0 as window_no, w.* from (select g.bucket, g.k1, g.k2, array[((g.a)[floor(((g.n - 1) * 0.9::float8))::int + 1]::float8 + (((g.n - 1) * 0.9::float8) - floor(((g.n - 1) * 0.9::float8))) * ((g.a)[ceil(((g.n - 1) * 0.9::float8))::int + 1]::float8 - (g.a)[floor(((g.n - 1) * 0.9::float8))::int + 1]::float8))::float8, (g.n)::float8, (case when floor(g.n * 0.9::float8 - 1.959963984540054 * sqrt(g.n * 0.9::float8 * (1 - 0.9::float8)))::int >= 1 then (g.a)[floor(g.n * 0.9::float8 - 1.959963984540054 * sqrt(g.n * 0.9::float8 * (1 - 0.9::float8)))::int] end)::float8, (case when (ceil(g.n * 0.9::float8 + 1.959963984540054 * sqrt(g.n * 0.9::float8 * (1 - 0.9::float8)))::int + 1) <= g.n then (g.a)[(ceil(g.n * 0.9::float8 + 1.959963984540054 * sqrt(g.n * 0.9::float8 * (1 - 0.9::float8)))::int + 1)] end)::float8, null]::float8[] as numbers from (
select $1::date as bucket, '' as k1, '' as k2, array_agg(j.longest_silence_seconds order by j.longest_silence_seconds) as a, count(*)::int as n
from journey.parcel_journey j
where j.picked_up_on between $1::date and $2::date and j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('tracking_events') group by n.shop having count(*) = '1'::int)) and (j.longest_silence_seconds is not null) group by 1, 2, 3
) g) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-31"