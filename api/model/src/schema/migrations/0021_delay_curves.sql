-- How long a shop's outcomes take to become known, as its own history tells: a curve for each stream of outcomes that metrics declare,
-- for the whole shop (segment '') and for its regions with outcomes enough. Learned anew when the shop's last day has moved on by a week.
create table ops.delay_curves (
  shop text not null,
  stream text not null,                 -- hash of the outcomes' declaration
  segment text not null,                -- region code; '' = the whole shop
  outcomes double precision not null,   -- what it was learned from
  known double precision[] not null,    -- first element: share of the outcomes known on the day itself, then each day after; from its end on all are
  spread double precision[] not null,   -- relative standard error of that share for a day to come
  primary key (shop, stream, segment)
);

-- The last time that was done, whether or not anything could be learned.
create table ops.delays_learned (
  shop text primary key,
  as_of date not null,
  declared text not null                -- the streams asked for
);
