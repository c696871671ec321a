-- A page with its whole address under a name, for its owner or for everyone of some roles; and the one that a role begins with.

create table ops.saved_views (
  id bigint generated always as identity primary key,
  owner_id uuid not null,               -- a user, or the key of a program
  owner text not null,                  -- as the audit names them
  name text not null check (name ~ '\S' and char_length(name) <= 80),
  path text not null check (path ~ '^/([a-z0-9-]+(/[a-z0-9-]+)*)?$' and char_length(path) <= 200),
  search text not null default '' check (char_length(search) <= 4000),   -- of the address, without its question mark
  shared_with text[] not null default '{}' check (shared_with <@ array['executive', 'analyst', 'lead', 'steward', 'operator']),
  version integer not null default 1,   -- counts the changes; who changes names the one they saw
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index saved_views_name on ops.saved_views (owner_id, lower(name));

create table ops.home_views (
  role text primary key check (role in ('executive', 'analyst', 'lead', 'steward', 'operator')),
  view_id bigint not null references ops.saved_views (id) on delete cascade,
  set_by text not null,
  set_at timestamptz not null default now()
);
create index home_views_view on ops.home_views (view_id);

-- A lead finds what is shared with leads: who may see which is decided by the question.
grant select on ops.saved_views, ops.home_views to rapport_scoped;
