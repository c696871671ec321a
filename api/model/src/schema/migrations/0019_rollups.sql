-- A rollup that a publish did not keep: nobody reads it until it is made anew after the commit. Null: it equals its fact.
alter table ops.rollups add column stale_since timestamptz;

-- Rows of facts that say something else by themselves once a day is over ("null until 30 days are over"): whose they are, for days after the
-- shop's last order day. When that day moves on, the rollups are told of these customers as if their rows had changed.
create table mart.ripening (
  fact text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  customer_id uuid not null,
  primary key (fact, shop, day, customer_id)
);
create index on mart.ripening (customer_id, fact);

-- How often a rollup answered (hit), and how often a question over its fact was answered from rows (miss), a day each.
create table ops.rollup_use (
  day date not null,
  fact text not null,
  dimensions text not null,                      -- that the question cut or filtered by, sorted, comma between; '': none
  rollup text not null,                          -- what answered; '': rows of the fact
  questions bigint not null,
  primary key (day, fact, dimensions, rollup)
);
