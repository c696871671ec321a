-- A line stands in the view once, whoever names its product and whoever only its order, and what is said of it is looked up by its order.
-- The view of 0003 grouped all returns and complaints by product and joined the groups: a line named by one and meant by another stood in it twice,
-- and the groups were read again for every line. Units that came back now belong to as many units of the order's lines of that product, in their order.
create or replace view journey.item_facts as
select i.customer_id, i.id as item_id, i.order_id, i.shop, o.identified, i.item_no, o.ordered_on, o.delivered_on, o.valid, o.status,
  (select p.external_id from core.products p where p.id = i.product_id) as product_external_id,
  (select p.category_code from core.products p where p.id = i.product_id) as category_code,
  (select m.external_id from core.merchants m where m.id = i.merchant_id) as merchant_external_id,
  i.batch, i.quantity as units, i.price_minor, i.freight_minor, o.currency,
  i.picked_right,                                -- null: not checked
  -- of the return requests for this product of the order that were not canceled or rejected; one that names no product speaks of the only line
  case when r.units > 0 then greatest(0, least(i.quantity, r.units - (select coalesce(sum(b.quantity), 0) from core.order_items b
      where b.customer_id = i.customer_id and b.order_id = i.order_id and b.product_id = i.product_id and b.item_no < i.item_no and b.deleted_at is null)))::integer
    else 0 end as returned_units,
  coalesce(r.units, 0) > 0 as returned,
  coalesce(r.quality, false) as quality_return, coalesce(r.not_as_described, false) or coalesce(e.not_as_described, false) as not_as_described, -- by a return or a complaint
  coalesce(r.defect, false) or coalesce(e.defect, false) as defect, -- quality as the reason of a return or a complaint
  coalesce(e.complaints, 0) as complaints,       -- complaints that name the product (or no product, of an order with one line)
  o.region_code, o.carrier_code, o.service_level, o.first_or_repeat, o.loyalty, o.tier, o.peak, o.lateness, o.origin
from core.order_items i
left join journey.order_journey o on o.customer_id = i.customer_id and o.order_id = i.order_id
left join lateral (select sum(t.units) filter (where t.kind = 'return')::integer as units,
    bool_or(t.reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit')) as quality, bool_or(t.reason = 'not_as_described') as not_as_described, bool_or(t.reason = 'quality') as defect
  from core.returns t where t.customer_id = i.customer_id and t.order_id = i.order_id and t.deleted_at is null and t.status not in ('canceled', 'rejected')
    and (t.product_id = i.product_id or (t.product_id is null and o.items_count = 1))) r on true
left join lateral (select count(*) as complaints, bool_or(c.topic = 'not_as_described') as not_as_described, bool_or(c.topic = 'quality') as defect
  from core.service_cases c where c.customer_id = i.customer_id and c.order_id = i.order_id and c.deleted_at is null and c.case_type = 'complaint'
    and (c.product_id = i.product_id or (c.product_id is null and o.items_count = 1))) e on true
where i.deleted_at is null;
