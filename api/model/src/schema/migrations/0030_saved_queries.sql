-- Questions in GraphQL that somebody keeps, for themselves or for everyone of some roles.

create table ops.saved_queries (
  id bigint generated always as identity primary key,
  owner_id uuid not null,               -- a user, or the key of a program
  owner text not null,                  -- as the audit names them
  name text not null check (name ~ '\S' and char_length(name) <= 120),
  description text not null default '' check (char_length(description) <= 1000),
  document text not null,
  variables text,                       -- a JSON object, as it was written
  shared_with text[] not null default '{}' check (shared_with <@ array['analyst', 'steward', 'operator']),
  version integer not null default 1,   -- counts the changes; who changes names the one they saw
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index saved_queries_name on ops.saved_queries (owner_id, lower(name));
