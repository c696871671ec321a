-- Lists of orders are sorted by day, moment and id: a page and what follows a cursor are found in the index alone, and so is the region they are chosen by.
-- It begins with what the index before it held, so it serves questions over days as well.
create index order_journey_listed_idx on journey.order_journey (shop, ordered_on, ordered_at, order_id) include (customer_id, region_code);
drop index journey.order_journey_shop_ordered_on_idx;
