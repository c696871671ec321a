with reading_0 as materialized (
select 0 as window_no, w.* from (select c.bucket, c.k1, c.k2, array[(count(*) filter (where c.whole0))::float8, null, null, null, null, (count(*) filter (where c.part1))::float8, (count(*) filter (where c.whole1))::float8, null, null, null]::float8[] as numbers from (
select $1::date as bucket, coalesce(d1.value, '') as k1, coalesce(j.channel, '') as k2, j.customer_id, true as whole0, coalesce(bool_or(j.repeat_contact_7d is not null), false) as whole1, coalesce(bool_or((j.repeat_contact_7d is not null) and (j.repeat_contact_7d)), false) as part1
from journey.case_journey j left join lateral unnest(j.failures) as d1(value) on true
where j.opened_on between $1::date and $2::date and j.identified and not (j.failures && $3::text[]) and coalesce(j.severity::text, '') = any($4::text[]) and coalesce(d1.value, '') <> all($3::text[]) group by 1, 2, 3, 4
) c group by 1, 2, 3) w
),
keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, null::jsonb as label1, null::jsonb as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
select r.k1, r.k2, coalesce(r.numbers[2], r.numbers[1], 0) as weight from reading_0 r
) u group by 1, 2 order by 3 desc, 1, 2 limit $5::int) k
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
-- $2 = "2018-03-31"
-- $3 = ["late"]
-- $4 = ["3"]
-- $5 = 50