-- What a shop tells at all, by the names of the metrics' `needs` (api/model/src/metrics/feeds): a figure that stands on what a shop never told is
-- unknown, not 0. Written in the publishing transaction when it is told for the first time; it stays.
create table ops.shop_feeds (
  shop text not null,
  known text not null,                  -- 'service_cases', 'reviews.replied_at'
  primary key (shop, known)
);
