-- Scheduled loads: which windows there are, what became of each, and who is at work on them. What waits and runs is kept
-- here; the queue (schema graphile_worker) only wakes the workers up and may be emptied at any time.

create table ops.schedules (
  source text primary key,
  planned_until timestamptz not null,   -- every window up to here is recorded below
  paused_at timestamptz                 -- a person's wish: nothing is started until it is taken back
);

-- One row a window: the moment a source was due, by its own clock. Its run holds it; only that run settles it, in the
-- transaction that publishes.
create table ops.schedule_windows (
  source text not null references ops.schedules,
  window_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'loaded', 'unchanged', 'failed', 'skipped')),
  attempts integer not null default 0,  -- that ended in a passing trouble
  retry_at timestamptz,                 -- not before
  run_id bigint,                        -- the run that has it, or had it last
  error_code text,
  error_message text,                   -- for people, as in ops.runs
  settled_at timestamptz,
  primary key (source, window_at)
);
create index on ops.schedule_windows (source, window_at) where state in ('waiting', 'running');

-- Worker processes; one that has not been heard of for a while is taken for dead and its jobs are given to the others.
create table ops.workers (
  worker_id uuid primary key,
  pool_id text,                         -- its name in the queue
  process text not null,                -- machine and process number
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now()
);
