-- Figures that left their usual course: what was seen, what was expected, why, and since when. Told through ops.alerts.

-- One row: how many false alarms a reader is willing to see.
create table ops.alarm_settings (
  one boolean primary key default true check (one),
  monthly_budget numeric not null default 0.01 check (monthly_budget > 0 and monthly_budget <= 1), -- false alarms a month for each watched series
  changed_at timestamptz not null default now(),
  changed_by text
);
insert into ops.alarm_settings default values;

-- Up to which published state, and with which budget, everything was looked at; a shop without rows was never.
create table ops.alarm_looks (
  shop text primary key,
  as_of date not null,
  data_version bigint not null,
  monthly_budget numeric not null,
  series integer not null,              -- watched
  looked_at timestamptz not null default now()
);

-- Each figure that is watched, of the shop as a whole, as of the last look.
create table ops.watched_figures (
  shop text not null,
  watch text not null,
  series integer not null,              -- it and its slices
  through date not null,                -- the last day that was judged
  course jsonb not null,
  primary key (shop, watch)
);

-- One row an episode of a watched figure, whatever slices of it stood out: they share their cause.
create table ops.alarms (
  id bigint generated always as identity primary key,
  shop text not null,
  watch text not null,                  -- what is watched, such as 'damaged'
  dimensions text[] not null,           -- of the slice that stood out most; empty: the shop as a whole
  codes text[] not null,
  started_on date not null,             -- the first day of the excess
  detected_on date not null,            -- the first day by whose end it could be told
  last_on date not null,                -- the last day that was unusual
  recovered_on date,                    -- null: still open
  ended text check (ended in ('recovered', 'new_level', 'withdrawn')),
  observed integer not null,            -- from started_on to last_on, in the slice
  expected double precision not null,
  upper_limit double precision not null, -- of the window that raised it
  chance double precision not null,     -- to see so many by chance
  window_days integer not null,
  excess double precision not null,     -- of the whole shop, from started_on to last_on
  cause jsonb not null,                 -- slices by their likelihood, rows, words
  course jsonb not null,                -- of the slice: first day (from), and by day observed, expected, upper
  run_id bigint,                        -- that brought most of its rows
  found_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((recovered_on is null) = (ended is null))
);
create index on ops.alarms (shop, started_on desc, id desc);
create index on ops.alarms (watch, shop) where recovered_on is null;

alter table ops.alerts drop constraint alerts_kind_check;
alter table ops.alerts add constraint alerts_kind_check check (kind in ('run_failed', 'window_failed', 'window_late', 'freshness_warning',
  'freshness_breach', 'guard', 'drift', 'quarantine_growth', 'worker_dead', 'spike'));
