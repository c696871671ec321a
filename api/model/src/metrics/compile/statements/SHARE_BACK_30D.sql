with reading_0 as materialized (
select 0 as window_no, w.* from (select t.bucket, t.k1, t.k2, array[(case when coalesce(bool_or(t.back = t.at_risk) filter (where t.day <= 30), false) then 1 when max(t.day) >= 30 then 1 - coalesce(exp(sum(ln(case when t.back < t.at_risk then 1 - t.back / t.at_risk end)) filter (where t.day <= 30)), 1) end)::float8, (max(t.at_risk))::float8, (coalesce(sum(t.back / nullif(t.at_risk * (t.at_risk - t.back), 0)) filter (where t.day <= 30), 0))::float8, (coalesce(sum(t.back) filter (where t.day <= 30), 0))::float8, null]::float8[] as numbers from (
select o.bucket, o.k1, o.k2, o.day, coalesce(sum(o.n) filter (where o.back), 0)::float8 as back,
  sum(sum(o.n)::float8) over (partition by o.bucket, o.k1, o.k2 order by o.day desc) as at_risk
from (
select $1::date as bucket, '' as k1, '' as k2, r.gap_days as day, true as back, r.customers as n
from mart.repurchase_gap_months r where r.first_month between $1::date and $2::date and r.gap_days <= 30
union all
select $1::date as bucket, '' as k1, '' as k2, least(s.as_of - r.first_day, 31), false, r.not_back
from mart.first_days r join core.shops s on s.shop = r.shop
where r.first_day between $1::date and $3::date and r.not_back > 0
union all
select $1::date as bucket, '' as k1, '' as k2, 31, true, r.customers - r.not_back - r.back_within_30
from mart.first_days r where r.first_day between $1::date and $3::date and r.customers - r.not_back - r.back_within_30 > 0
) o group by 1, 2, 3, 4
) t group by 1, 2, 3) w
)
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', (select coalesce(sum(r.unidentified_orders), 0) from mart.orders_daily r where r.dimension = '' and r.span = 'day' and r.day between $1::date and $3::date),
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', '[]'::jsonb, 'arrivals', '[]'::jsonb,
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where true)) as info) h
union all
select 0, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_0 r group by 2, 3, 4

-- $1 = "2018-01-01"
-- $2 = "2018-03-01"
-- $3 = "2018-03-31"