-- Files made of what somebody asked for: who asked, what, how far it is. The rows themselves lie in a directory of the server that wrote them.

create table ops.exports (
  id uuid primary key default gen_random_uuid(),
  holder_id text not null,                      -- a user, or the key of a program
  holder text not null,                         -- as the audit names them
  role text not null,                           -- what they might see when it was made …
  scope jsonb,                                  -- … and of which rows; whoever may see something else now cannot fetch it
  name text not null,                           -- of the file, without its ending
  format text not null check (format in ('csv', 'ndjson', 'xlsx', 'parquet')),
  document text not null,
  operation text,
  variables text not null default '{}',         -- a JSON object
  columns text[] not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'canceled', 'interrupted', 'expired')),
  rows bigint not null default 0,
  expected_rows bigint,                         -- counted in the snapshot that is read
  bytes bigint not null default 0,
  cost bigint not null default 0,
  data_version bigint,
  error jsonb,                                  -- {code, text: {en, zh}}
  secret bytea not null,                        -- signs the address of the file
  sha256 bytea,
  server text not null,                         -- host and process that write it
  started_at timestamptz not null default now(),
  beat_at timestamptz not null default now(),   -- when that process was last heard of
  finished_at timestamptz,
  expires_at timestamptz not null
);
create index exports_of_holder on ops.exports (holder_id, started_at desc, id desc);
create index exports_to_look_after on ops.exports (expires_at) where state in ('running', 'done');
