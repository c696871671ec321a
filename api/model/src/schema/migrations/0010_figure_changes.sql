-- What was published of closed months, so that a figure somebody has read does not move unnoticed. A later load that moves one
-- by more than its threshold leaves a line in figure_changes; smaller moves leave the figure as it was last told, so that they
-- are noticed once they add up.
create table ops.published_figures (
  shop text not null,
  metric text not null,
  month date not null,
  version integer not null,             -- of the metric's definition
  value double precision,               -- in the metric's unit; null: nothing to measure
  numerator double precision,
  denominator double precision,
  sample bigint not null,
  run_id bigint not null references ops.runs,
  data_version bigint not null,
  primary key (shop, metric, month)
);

create table ops.figure_changes (
  id bigint generated always as identity primary key,
  shop text not null,
  metric text not null,
  month date not null,
  cause text not null check (cause in ('late_rows', 'corrections', 'deletions', 'replay', 'backfill', 'definition')),
  threshold double precision not null,  -- in the metric's unit: the least change worth telling
  old_version integer not null,
  old_value double precision,
  old_numerator double precision,
  old_denominator double precision,
  old_sample bigint not null,
  old_run_id bigint not null references ops.runs,
  new_version integer not null,
  new_value double precision,
  new_numerator double precision,
  new_denominator double precision,
  new_sample bigint not null,
  run_id bigint not null references ops.runs, -- the load that moved it
  data_version bigint not null,
  changed_at timestamptz not null default now()
);
create index on ops.figure_changes (metric, month);
create index on ops.figure_changes (run_id);
