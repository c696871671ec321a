-- What deliveries usually look like, what was odd about one, how fresh each feed is, and who was told of what.

-- What a run staged of one feed, before anything was published: taken on a sample where there is much. Runs that were
-- published are what later ones are compared with; the last 50 of a feed are kept.
create table ops.feed_profiles (
  run_id bigint not null references ops.runs,
  feed text not null,
  source text not null,
  delivery text not null check (delivery in ('snapshot', 'delta', 'batch')), -- only the same kind is compared
  files integer not null,
  rows bigint not null,                 -- refused ones apart
  sampled bigint not null,              -- rows the columns were read from
  columns jsonb not null,               -- by column: nulls (share), quartiles of magnitudes that are not 0, codes with their share
  taken_at timestamptz not null default now(),
  primary key (run_id, feed)
);
create index on ops.feed_profiles (source, feed, run_id desc);

-- Written before publishing, on the run's own connection: a refused load shows what it was refused for.
create table ops.guard_findings (
  id bigint generated always as identity primary key,
  run_id bigint not null references ops.runs,
  source text not null,
  feed text not null,
  column_name text,                     -- null: the feed as a whole
  guard text not null check (guard in ('volume', 'nulls', 'median', 'codes')),
  name text not null,                   -- 'payments.amount.median': what it is accepted by
  severity text not null check (severity in ('warn', 'stop')),
  expected text not null,
  found text not null,
  title_en text not null,
  title_zh text not null,
  found_at timestamptz not null default now(),
  -- A person says that it is right so. From the first published run that carries it, history begins anew for this name.
  accepted_at timestamptz,
  accepted_by text,
  accept_reason text,
  check ((accepted_at is null) = (accepted_by is null)),
  unique (run_id, name)
);
create index on ops.guard_findings (source, name, run_id desc);

-- When a source last said that it has nothing newer than what is published.
alter table ops.feed_state add column confirmed_at timestamptz;

-- The one answer to "is it late?": the API, the command line and alerts all read it here.
create view ops.freshness as
select f.source, f.feed, f.shop, f.rows, f.data_through, f.last_published_at, f.last_run_id, f.freshness_promise as promise,
  a.current_at, a.current_at + f.freshness_promise as due_at,
  extract(epoch from now() - a.current_at) / nullif(extract(epoch from f.freshness_promise), 0) as share_used,
  case
    when f.freshness_promise is null then 'no_promise'
    when now() > a.current_at + f.freshness_promise then 'breach'
    when now() > a.current_at + f.freshness_promise * 0.8 then 'warning'
    else 'on_time'
  end as state
from ops.feed_state f cross join lateral (select greatest(f.last_published_at, f.confirmed_at) as current_at) a;

-- One open alert for each thing that is wrong. What is wrong is asked anew each time; nothing is kept in memory.
create table ops.alerts (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('run_failed', 'window_failed', 'window_late', 'freshness_warning', 'freshness_breach',
    'guard', 'drift', 'quarantine_growth', 'worker_dead')),
  severity text not null check (severity in ('warning', 'critical')),
  source text not null,                 -- '': the house itself
  subject text not null,                -- a feed, a guard's name, a process; '': the source as a whole
  title_en text not null,
  title_zh text not null,
  detail_en text not null,              -- as last seen
  detail_zh text not null,
  run_id bigint,
  opened_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  recovered_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  snoozed_until timestamptz
);
create unique index alerts_one_open on ops.alerts (kind, source, subject) where recovered_at is null;

-- Who is to be told, written in the transaction that opens or closes the alert, so that no crash loses a notice; sent
-- afterwards, in this order on each channel.
create table ops.alert_deliveries (
  id bigint generated always as identity primary key,
  alert_id bigint not null references ops.alerts,
  event text not null check (event in ('opened', 'reminded', 'recovered')),
  number integer not null,              -- of its event: reminders are counted
  channel text not null,                -- its name in alerts.yaml
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(), -- not before; while it is being sent, the end of the sender's claim
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  error text,
  unique (alert_id, event, number, channel)
);
create index on ops.alert_deliveries (channel, id) where state = 'waiting';
