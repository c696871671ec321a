-- Notes that readers write beside a chart, and pages that are sent by e-mail.

create table ops.chart_notes (
  id bigint generated always as identity primary key,
  shop text not null,
  metric text,                          -- on the charts of this metric; null: on every chart of the shop
  starts_on date not null,              -- days of the shop
  ends_on date not null,
  text text not null check (text ~ '\S' and char_length(text) <= 500),
  shared boolean not null default false, -- everyone who sees the shop's charts; otherwise its author alone
  owner_id uuid not null,
  owner text not null,                  -- as the audit names them
  version integer not null default 1,   -- counts the changes; who changes names the one they saw
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (starts_on <= ends_on)
);
create index chart_notes_days on ops.chart_notes (shop, starts_on, ends_on);

create table ops.report_subscriptions (
  id bigint generated always as identity primary key,
  owner_id uuid not null,
  owner text not null,
  name text not null check (name ~ '\S' and char_length(name) <= 120),
  shop text not null,
  page text not null check (page ~ '^/' and char_length(page) <= 2000), -- path and state, as in the address
  language text not null check (language in ('en', 'zh')),
  landscape boolean not null default true,
  cron text not null,                   -- on the clock of the zone
  zone text not null,
  next_at timestamptz not null,         -- when the next one is due
  paused_at timestamptz,
  problem text,                         -- why the last one was not sent; null: it was, or none was due yet
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index report_subscriptions_name on ops.report_subscriptions (owner_id, lower(name));
create index report_subscriptions_due on ops.report_subscriptions (next_at) where paused_at is null;

-- Colleagues, not customers. Who unsubscribes stays listed, so that nobody puts them back unawares.
create table ops.report_recipients (
  subscription_id bigint not null references ops.report_subscriptions on delete cascade,
  address text not null check (char_length(address) between 3 and 254),
  token text not null unique,           -- in the link that ends it; good for nothing else
  unsubscribed_at timestamptz,
  primary key (subscription_id, address)
);

create table ops.report_deliveries (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references ops.report_subscriptions on delete cascade,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  told text[] not null default '{}',    -- who has it: a second attempt writes to the others only
  bytes integer not null default 0,
  data_version bigint,                  -- of what was printed
  problem text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (subscription_id, due_at)
);
create index report_deliveries_open on ops.report_deliveries (next_at) where state = 'waiting';
