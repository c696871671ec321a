-- What operators do, and what becomes of refused rows.

-- Append-only: what was done is never changed or taken back, so that a chain of hashes can be laid over it in the order of `id`.
create table ops.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null check (actor <> ''),    -- 'user ada', 'key nightly export', 'cli deploy', 'schedule'
  action text not null check (action ~ '^[a-z]+(\.[a-z_]+)+$'),  -- 'quarantine.discard'
  subject text not null,                -- what it was done to: 'quarantine 17', 'source olist'
  run_id bigint,                        -- the run that did it, where there is one
  detail jsonb not null default '{}'    -- counts, codes, reasons; personal values never
);
create index on ops.audit (subject, id desc);
create index on ops.audit (action, id desc);
create index on ops.audit (run_id) where run_id is not null;

create function ops.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: it says what was done.', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update or delete on ops.audit for each row execute function ops.refuse_change();
create trigger only_grows_whole before truncate on ops.audit for each statement execute function ops.refuse_change();

-- The header record of a delimited file, as UTF-8: refused records are read again under it.
alter table ops.files add column header text;

alter table ops.quarantine
  add column external_id text,           -- the record's own id, where its feed could read it; a newer row of it supersedes this one
  add column positions integer[],        -- JSON: the record's place (from 0) in each list it was taken from
  add column truncated boolean not null default false,  -- `raw` is only the beginning of a record that was too long to keep
  add column tried_run_id bigint references ops.runs,   -- the run that replayed it last, whatever came of it
  add column discard_reason text,
  -- What a person put in the place of `raw`, which is kept as it came. Sealed where `raw` is.
  add column corrected bytea,
  add column corrected_key_id integer,
  add column corrected_at timestamptz,
  add column corrected_by text,
  add constraint discarded_with_reason check (state <> 'discarded' or discard_reason is not null);
create index on ops.quarantine (source, file_id, feed, record_no) where state = 'waiting';
create index on ops.quarantine (source, feed, external_id) where state = 'waiting' and external_id is not null;
create index on ops.quarantine (file_id) where state = 'replayed' and corrected is not null;
