-- How far sources that fetch their rows have come. Both tables change in the transaction that publishes what was fetched.

create table ops.cursors (
  source text not null,
  role text not null,
  definition text not null,             -- hash of what it is a position in: another table, query or column begins anew
  position jsonb not null,              -- times, numbers and the other side's own tokens; personal values never
  read_at timestamptz not null,         -- file time of what was read last; the next one is later, whatever the clock says
  run_id bigint not null references ops.runs,
  moved_at timestamptz not null default now(),
  primary key (source, role)
);

-- The keys a table had when it was last read: one that is missing next time was deleted (deletes: snapshot).
create table ops.source_keys (
  source text not null,
  role text not null,
  key text collate "C" not null,        -- the key's columns as a JSON list of texts
  primary key (source, role, key)
);
