-- Rows that are pushed over HTTP: who may, and what waits to be published. A batch is answered for once it stands here.

-- A key that may only bring rows, of one source. It reads nothing.
create table auth.feed_keys (
  id uuid primary key default gen_random_uuid(),
  prefix text not null unique,          -- shown, to tell keys apart
  key_hash bytea not null unique,       -- sha-256 of the whole key; a key has 256 bits of entropy
  label text not null,
  source text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table ops.push_batches (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity, -- the order in which they are published
  source text not null,
  feed text not null,
  idempotency_key text not null,
  sha256 bytea not null,                -- of the body as it came: the same key with another body is a mistake
  rows integer not null,                -- that passed the contract
  bytes integer not null,
  answer jsonb not null,                -- what was said of each row, to say it again; never values
  body bytea,                           -- the rows that passed, sealed; gone once they are published
  received_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'published', 'failed')),
  run_id bigint references ops.runs,    -- the run that published it, or failed to
  error_code text,
  settled_at timestamptz,
  unique (source, idempotency_key)
);
create index on ops.push_batches (source, number) where state = 'waiting';
