-- The version a refused record says it is of, where its feed could read it: only a newer one takes its place.
alter table ops.quarantine add column source_version timestamptz;
