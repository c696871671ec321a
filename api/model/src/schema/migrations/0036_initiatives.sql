-- Programmes that people enter or correct here. One of the same shop and code as a delivered one stands in its place.

create table ops.initiatives (
  shop text not null,
  code text not null check (code ~ '^\S{1,60}$'),
  label_en text not null default '',
  label_zh text not null default '',
  claim_en text not null default '',
  claim_zh text not null default '',
  theme text,                            -- what kind of programme it is; null: as the data tells
  metric text not null,                  -- the metric it wants to move
  expected double precision,             -- by how much, in the metric's unit: 0.02 of a share is two points
  scope_dimension text,                  -- null: everywhere
  scope_values text[] not null default '{}',
  within jsonb not null default '[]',    -- what holds for those it reached and those it did not: [{dimension, values}]
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  cost_minor bigint check (cost_minor >= 0),
  author_id uuid not null,
  author text not null,                  -- as the audit names them
  version integer not null default 1,    -- counts the changes; who changes names the one they saw
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (shop, code)
);
