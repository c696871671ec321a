-- What the last published file of each kind looked like: the next one is compared with it, and what has changed is told.
create table ops.file_shapes (
  source text not null,
  role text not null,
  file_id uuid not null,                -- the file that looks like it
  header text[] not null,               -- titles or keys, in the file's own order
  types jsonb not null,                 -- by column, the narrowest type that its values have in a sample
  codes jsonb not null,                 -- by column, every value of a short list; never of a personal column
  primary key (source, role)
);

-- Refused was only the value in `field`: the record itself was loaded without it, and is no part of any count of refused records.
alter table ops.quarantine add column value_only boolean not null default false;
