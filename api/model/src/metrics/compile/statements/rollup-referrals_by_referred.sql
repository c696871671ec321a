create table mart.referrals_by_referred (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  referrals bigint not null default 0,
  referral_join_rate_part bigint not null default 0,
  referral_join_rate_whole bigint not null default 0,
  referral_conversion_rate_part bigint not null default 0,
  referral_conversion_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.referrals_by_referred (dimension, span, shop, day, value, referrals, referral_join_rate_part, referral_join_rate_whole, referral_conversion_rate_part, referral_conversion_rate_whole)
select dimension, span, shop, day, value, referrals, referral_join_rate_part, referral_join_rate_whole, referral_conversion_rate_part, referral_conversion_rate_whole from (
with fine as materialized (
select case when grouping(j.only_channel) = 0 then 'REFERRAL_CHANNEL' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_channel) = 0 then j.only_channel else '' end as value, j.referred_on as day,
  count(*) as referrals,
  count(*) filter (where (j.joined_90d is not null) and (j.joined_90d)) as referral_join_rate_part,
  count(*) filter (where j.joined_90d is not null) as referral_join_rate_whole,
  count(*) filter (where (j.ordered_90d is not null) and (j.ordered_90d)) as referral_conversion_rate_part,
  count(*) filter (where j.ordered_90d is not null) as referral_conversion_rate_whole
from (select j.*, coalesce(j.channel, '') as only_channel from journey.referral_facts j where j.referred_on is not null) j
group by grouping sets ((j.shop, j.referred_on), (j.shop, j.referred_on, j.only_channel))
)
select dimension, span, shop, day, value, referrals, referral_join_rate_part, referral_join_rate_whole, referral_conversion_rate_part, referral_conversion_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.referrals)::bigint as referrals, sum(c.referral_join_rate_part)::bigint as referral_join_rate_part, sum(c.referral_join_rate_whole)::bigint as referral_join_rate_whole, sum(c.referral_conversion_rate_part)::bigint as referral_conversion_rate_part, sum(c.referral_conversion_rate_whole)::bigint as referral_conversion_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.referrals <> 0 or c.referral_join_rate_part <> 0 or c.referral_join_rate_whole <> 0 or c.referral_conversion_rate_part <> 0 or c.referral_conversion_rate_whole <> 0 order by dimension, span, shop, day, value;
