-- A backfill of which one window after the other fails stops itself: why, and after how many. Null: it did not.
alter table ops.backfills
  add column stopped_code text,
  add column stopped_message text,
  add column stopped_after integer;

-- It had failed already when somebody resumed: who resumed knew of it, and it is not counted again.
alter table ops.backfill_windows add column failed_before boolean not null default false;
