-- What a run did, stage by stage and file by file; and loads that are not due by a clock: asked for by a person, or a stretch
-- of the past loaded window by window.

alter table ops.runs add column window_at timestamptz;  -- the window of a schedule or a backfill it was for

-- Written by the run's own connection as it goes, outside the publishing transaction: a failed run shows how far it came.
create table ops.run_stages (
  run_id bigint not null references ops.runs,
  stage text not null,                  -- as in ops.runs; fetch before discover where the source is asked for its rows
  started_at timestamptz not null,
  ended_at timestamptz,                 -- null: under way, or its process died there
  rows bigint,                          -- null: this stage counts none
  bytes bigint,
  primary key (run_id, stage)
);

-- The files a run found. ops.files names the run that published a content last; this names all that met it.
create table ops.run_files (
  run_id bigint not null references ops.runs,
  file_id uuid not null,
  role text not null,
  name text not null,
  state text not null check (state in ('fresh', 'superseded', 'joined', 'known')),
  bytes bigint not null,
  file_time timestamptz not null,
  records bigint,                       -- null: not read, or not to its end
  seconds numeric,                      -- its share of the work on files of its role
  primary key (run_id, file_id)
);

-- Loads a person asked for. Settled like the windows of a schedule: in the transaction that publishes, by the run that has it.
create table ops.load_requests (
  request_id bigint generated always as identity primary key,
  source text not null,
  folder text,                          -- null: where the source's schedule or connection says
  requested_by text not null,
  requested_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'loaded', 'unchanged', 'failed')),
  attempts integer not null default 0,
  retry_at timestamptz,
  run_id bigint,
  error_code text,
  error_message text,
  settled_at timestamptz
);
create index on ops.load_requests (request_id) where state in ('waiting', 'running');

create table ops.backfills (
  backfill_id bigint generated always as identity primary key,
  source text not null,
  first_window timestamptz not null,
  last_window timestamptz not null,
  step text not null,                   -- hour | day | week | month, on the source's clock
  folder text,                          -- with {date} and {hour}; null: the source's connection is asked for each window
  state text not null default 'running' check (state in ('running', 'paused', 'cancelled', 'done')),
  gap interval,                         -- throttle: at least so long from one window's start to the next one's
  work_share numeric not null check (work_share > 0 and work_share <= 1),  -- throttle: at work for so much of the time
  next_at timestamptz,                  -- throttle: the next window not before
  held_by uuid,                         -- the process that works on it, until its lease runs out
  held_until timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz
);
-- Two would take each other's turn.
create unique index backfills_one_open on ops.backfills (source) where state in ('running', 'paused');

create table ops.backfill_windows (
  backfill_id bigint not null references ops.backfills,
  window_at timestamptz not null,       -- from here, …
  window_to timestamptz not null,       -- … up to but not including this
  state text not null default 'waiting' check (state in ('waiting', 'running', 'loaded', 'unchanged', 'failed', 'cancelled')),
  attempts integer not null default 0,
  retry_at timestamptz,
  run_id bigint,
  error_code text,
  error_message text,
  started_at timestamptz,
  settled_at timestamptz,
  primary key (backfill_id, window_at)
);
create index on ops.backfill_windows (backfill_id, window_at) where state in ('waiting', 'running');
