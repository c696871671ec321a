with reading_0 as materialized (
select 0 as window_no, w.* from (with c as (
select width_bucket(j.day - 1, $1::date[]) as slot, '' as k1, '' as k2, coalesce(sum(j.change * (j.level = 'certified')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('merchants.certificate_required', 'certificates.of_merchants') group by n.shop having count(*) = '2'::int))), 0) as level0, coalesce(sum(j.change * (j.level = 'required')::int) filter (where j.shop = any(array(select n.shop from ops.shop_feeds n where n.known in ('merchants.certificate_required', 'certificates.of_merchants') group by n.shop having count(*) = '2'::int))), 0) as whole0
from journey.certificate_changes j
where j.day <= $2::date group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, array[(sum(coalesce(c.level0, 0)) over upto)::float8, (sum(coalesce(c.whole0, 0)) over upto)::float8, null, null, null]::float8[] as numbers
from unnest($3::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', null::bigint,
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = ["2018-03-31"]
-- $2 = "2018-03-31"
-- $3 = ["2018-01-01"]