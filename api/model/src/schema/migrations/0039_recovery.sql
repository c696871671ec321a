-- Customers who were hurt and whom somebody has taken in hand; or left alone on purpose, by lot, so that it can be told whether that helps.

create table ops.recovery_cases (
  id bigint generated always as identity primary key,
  shop text not null,
  customer_id uuid not null,
  order_id uuid not null,                      -- the order that hurt them
  failures text[] not null check (failures <> '{}'),
  hurt_on date not null,                       -- day of that order
  value_at_stake_minor bigint not null,        -- as it was estimated when the case was opened
  currency text not null,
  arm text not null check (arm in ('contact', 'hold_out')), -- drawn when the case was opened, never changed
  assigned_on date not null,                   -- the shop's last order day then: what came of it is counted from here
  due_on date not null,
  owner text check (owner ~ '\S' and char_length(owner) <= 120),
  action text check (action in ('called', 'messaged', 'refunded', 'compensated', 'replaced')),
  outcome text check (outcome in ('settled', 'unsettled', 'unreachable')),
  closed_on date,                              -- the shop's last order day then
  version integer not null default 1,          -- counts the changes; who changes names the one they saw
  opened_by text not null,                     -- as the audit names them
  opened_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (order_id),
  check (arm = 'contact' or (owner is null and action is null and outcome is null)),
  check ((outcome is null) = (closed_on is null) and (outcome is null or action is not null))
);
create index recovery_cases_by_value on ops.recovery_cases (shop, value_at_stake_minor desc, id desc);
