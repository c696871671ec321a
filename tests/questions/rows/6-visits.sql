create table asked.visits as
select t.customer_id, t.visit_ref, t.shop, s.as_of, (array_agg(t.occurred_on order by t.occurred_at, t.id))[1] as visited_on,
  (array_agg(t.origin order by t.occurred_at, t.id) filter (where t.origin is not null))[1] as origin, max(t.rating) filter (where t.kind = 'product_view')::text as highest_rating,
  array_agg(t.kind) as kinds, count(*) filter (where t.kind = 'search') as searches, count(*) filter (where t.kind = 'search' and t.results = 0) as found_nothing,
  count(*) filter (where t.kind = 'search' and exists (select from core.touchpoints p where p.customer_id = t.customer_id and p.visit_ref = t.visit_ref and p.shop = t.shop and p.kind = 'paid'
    and p.occurred_at >= t.occurred_at and p.deleted_at is null)) as searches_paid,
  bool_or(t.kind = 'consulted' and exists (select from core.touchpoints p where p.customer_id = t.customer_id and p.kind = 'paid' and p.deleted_at is null
    and p.occurred_at >= t.occurred_at and p.occurred_on = t.occurred_on)) as asked_and_paid,
  bool_or(t.kind = 'consulted' and exists (select from core.touchpoints p where p.customer_id = t.customer_id and p.kind = 'paid' and p.deleted_at is null
    and p.occurred_at >= t.occurred_at and p.occurred_on <= t.occurred_on + 2)) as asked_and_paid_3d
from core.touchpoints t join core.shops s on s.shop = t.shop where t.deleted_at is null
group by t.customer_id, t.visit_ref, t.shop, s.as_of;

create table asked.pages as
select t.id as touch_id, t.customer_id, t.shop, t.origin, t.load_ms, t.occurred_on from core.touchpoints t where t.deleted_at is null and t.load_ms is not null;

-- Bought by the visitor: a guest's order is another customer's, and is not found.
create table asked.views as
select w.customer_id, w.visit_ref, w.shop, w.viewed_on, v.origin, w.rating::text as rating, p.external_id as product, p.category_code as category, m.external_id as merchant, w.reviews_read::text as reviews_read,
  exists (select from core.touchpoints b join core.order_items i on i.customer_id = b.customer_id and i.order_id = b.order_id and i.product_id = w.product_id and i.deleted_at is null
    where b.customer_id = w.customer_id and b.visit_ref = w.visit_ref and b.shop = w.shop and b.kind = 'paid' and b.deleted_at is null) as bought
from (select t.customer_id, t.visit_ref, t.shop, t.product_id, (array_agg(t.occurred_on order by t.occurred_at, t.id) filter (where t.kind = 'product_view'))[1] as viewed_on,
    (array_agg(t.rating order by t.occurred_at desc, t.id desc) filter (where t.kind = 'product_view' and t.rating is not null))[1] as rating,
    bool_or(t.kind = 'review_view') as reviews_read
  from core.touchpoints t where t.product_id is not null and t.deleted_at is null group by 1, 2, 3, 4 having bool_or(t.kind = 'product_view')) w
join asked.visits v on v.customer_id = w.customer_id and v.visit_ref = w.visit_ref and v.shop = w.shop
left join core.products p on p.id = w.product_id
left join core.merchants m on m.id = p.merchant_id;
