-- A weighing of reviews that failed, or whose process was killed, is made up for by whoever comes next.
alter table ops.words_read add column reviews_weighed boolean not null default false; -- since texts last changed
