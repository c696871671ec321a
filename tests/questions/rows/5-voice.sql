create table asked.reviews as
select r.id as review_id, r.customer_id, r.shop, s.as_of, r.score, coalesce(r.first_score, r.score) as first_score, coalesce(r.source, 'written') as source, r.follow_up_of is not null as follow_up,
  r.invited_at is not null as invited, r.answered_at, r.replied_at, r.changed_at, (r.answered_at at time zone s.zone)::date as answered_on,
  ((r.answered_at + interval '48 hours') at time zone s.zone)::date as reply_due_on,
  exists (select from core.reviews f where f.customer_id = r.customer_id and f.order_id = r.order_id and f.follow_up_of = r.review_ref and f.score >= 4 and f.answered_at <= r.answered_at + interval '30 days' and f.deleted_at is null) as followed_well,
  o.ordered_on, o.delivered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.carrier, o.failures,
  p.external_id as product, coalesce(p.category_code, case when cardinality(o.categories) = 1 then o.categories[1] end) as category,
  coalesce(m.external_id, case when cardinality(o.merchants) = 1 then o.merchants[1] end) as merchant
from core.reviews r
join core.shops s on s.shop = r.shop
left join asked.orders o on o.customer_id = r.customer_id and o.id = r.order_id
left join core.products p on p.id = r.product_id
left join core.merchants m on m.id = p.merchant_id
where r.deleted_at is null;

create table asked.surveys as
select v.id as survey_id, v.customer_id, v.shop, s.zone, s.as_of, v.kind, v.subject, v.sent_on, v.answered_at, v.answered_on, v.score, v.closed_at, o.ordered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier,
  o.peak, o.lateness, o.carrier, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants, e.channel, e.topic, e.case_type, e.phase, e.agent_code as agent, e.team, e.handled_by
from core.surveys v
join core.shops s on s.shop = v.shop
left join asked.orders o on o.customer_id = v.customer_id and o.id = v.order_id
left join core.service_cases e on e.customer_id = v.customer_id and e.id = v.case_id
where v.deleted_at is null;

create table asked.referrals as
select r.id as referral_id, r.customer_id, r.shop, s.as_of, r.channel, r.referred_on, (r.joined_at at time zone s.zone)::date as joined_on, (r.first_ordered_at at time zone s.zone)::date as ordered_on,
  (select b.referred_on from core.referrals b where b.customer_id = r.customer_id and b.deleted_at is null and (b.referred_at, b.external_id collate "C") > (r.referred_at, r.external_id collate "C")
    order by b.referred_at, b.external_id collate "C" limit 1) as next_on
from core.referrals r join core.shops s on s.shop = r.shop where r.deleted_at is null;

create table asked.mentions as
select n.id as mention_id, n.shop, s.as_of, n.platform, n.topic, n.sentiment, n.reach, n.mentioned_at, n.mentioned_on, n.responded_at, ((n.mentioned_at + interval '24 hours') at time zone s.zone)::date as over_24h_on,
  p.external_id as product, p.category_code as category
from core.mentions n join core.shops s on s.shop = n.shop left join core.products p on p.id = n.product_id where n.deleted_at is null;

create table asked.messages as
select g.id as message_id, g.customer_id, g.shop, s.as_of, g.kind, g.channel, g.arm, g.sent_on,
  (select min(r.answered_at) from core.reviews r where r.customer_id = g.customer_id and r.order_id = g.order_id and r.deleted_at is null) between g.sent_at and g.sent_at + interval '30 days' as reviewed,
  exists (select from asked.orders n where n.customer_id = g.customer_id and n.valid and n.ordered_at > g.sent_at and n.ordered_on <= g.sent_on + 30) as ordered,
  o.ordered_on, o.region, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.carrier, coalesce(o.categories, '{}') as categories, coalesce(o.merchants, '{}') as merchants
from core.messages g join core.shops s on s.shop = g.shop left join asked.orders o on o.customer_id = g.customer_id and o.id = g.order_id where g.deleted_at is null;
