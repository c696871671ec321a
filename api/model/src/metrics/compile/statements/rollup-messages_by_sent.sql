create table mart.messages_by_sent (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  offer_order_rate_30d_part bigint not null default 0,
  offer_order_rate_30d_whole bigint not null default 0,
  review_invitation_rate_part bigint not null default 0,
  review_invitation_rate_whole bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.messages_by_sent (dimension, span, shop, day, value, offer_order_rate_30d_part, offer_order_rate_30d_whole, review_invitation_rate_part, review_invitation_rate_whole)
select dimension, span, shop, day, value, offer_order_rate_30d_part, offer_order_rate_30d_whole, review_invitation_rate_part, review_invitation_rate_whole from (
with fine as materialized (
select case when grouping(j.only_region_code) = 0 then 'REGION' when grouping(j.only_channel) = 0 then 'CHANNEL' when grouping(j.only_kind) = 0 then 'MESSAGE_KIND' when grouping(j.only_arm) = 0 then 'EXPERIMENT_ARM' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_region_code) = 0 then j.only_region_code when grouping(j.only_channel) = 0 then j.only_channel when grouping(j.only_kind) = 0 then j.only_kind when grouping(j.only_arm) = 0 then j.only_arm else '' end as value, j.sent_on as day,
  count(*) filter (where (j.arm is not null and j.ordered_30d is not null) and (j.ordered_30d)) as offer_order_rate_30d_part,
  count(*) filter (where j.arm is not null and j.ordered_30d is not null) as offer_order_rate_30d_whole,
  count(*) filter (where (j.reviewed_30d is not null) and (j.reviewed_30d)) as review_invitation_rate_part,
  count(*) filter (where j.reviewed_30d is not null) as review_invitation_rate_whole
from (select j.*, coalesce(j.region_code, '') as only_region_code, coalesce(j.channel, '') as only_channel, coalesce(j.kind, '') as only_kind, coalesce(j.arm, '') as only_arm from journey.message_facts j where j.sent_on is not null) j
group by grouping sets ((j.shop, j.sent_on), (j.shop, j.sent_on, j.only_region_code), (j.shop, j.sent_on, j.only_channel), (j.shop, j.sent_on, j.only_kind), (j.shop, j.sent_on, j.only_arm))
)
select dimension, span, shop, day, value, offer_order_rate_30d_part, offer_order_rate_30d_whole, review_invitation_rate_part, review_invitation_rate_whole from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.offer_order_rate_30d_part)::bigint as offer_order_rate_30d_part, sum(c.offer_order_rate_30d_whole)::bigint as offer_order_rate_30d_whole, sum(c.review_invitation_rate_part)::bigint as review_invitation_rate_part, sum(c.review_invitation_rate_whole)::bigint as review_invitation_rate_whole
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.offer_order_rate_30d_part <> 0 or c.offer_order_rate_30d_whole <> 0 or c.review_invitation_rate_part <> 0 or c.review_invitation_rate_whole <> 0 order by dimension, span, shop, day, value;
