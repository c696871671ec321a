-- What reviews, cases and mentions are counted by: the terms of each text, made after a load by whoever loaded it. A text without a
-- row has not been read yet. Terms are kept beside the customer they come from, not in a common list: whoever removes a customer's
-- rows removes their words with them.
create table journey.text_words (
  customer_id uuid not null,       -- of a mention, which belongs to no customer: its own id
  kind text not null,              -- review | case | mention
  id uuid not null,
  shop text not null,
  language text not null,          -- zh | en | pt; '' where nothing in it is a word
  rules smallint not null,         -- by which rules it was read
  text_hash bigint not null,       -- of the text as it was read: another text is read anew, one that is gone takes its words along
  terms text[] not null,           -- words in plain form and pairs of words, each once
  aspects text[] not null,         -- what it speaks of: product | delivery | …
  topics text[] not null,          -- which maintained topics it belongs to
  sketch integer[] not null,       -- of a review long enough: MinHash of its letters, for near duplicates; else empty
  primary key (customer_id, kind, id)
);
create index on journey.text_words (shop, kind);

-- Reviews about which something is odd, worked out after a load from what stands then. Odd is not fake: a person decides.
create table journey.review_signals (
  customer_id uuid not null,
  review_id uuid not null,
  shop text not null,
  suspicion smallint not null,     -- 0 … 100
  reasons text[] not null,         -- copied | burst | new_account | too_fast | deviates
  copies integer not null,         -- other reviews of the product, within days, in nearly the same words
  in_burst integer not null,       -- reviews of the product in its busiest days around this one; 0: no burst
  expected real not null,          -- how many its usual pace would have brought in those days
  primary key (customer_id, review_id)
);
create index on journey.review_signals (shop, suspicion);

-- What somebody decided about a review. The latest stands; the audit holds all of them.
create table ops.review_judgements (
  review_id uuid primary key,
  customer_id uuid not null,
  verdict text not null check (verdict in ('genuine', 'fake')),
  note text not null default '',
  judged_by text not null,
  judged_at timestamptz not null default now()
);

-- Up to which state texts have been read: answers about words hold for it.
create table ops.words_read (
  only_row boolean primary key default true check (only_row),
  data_version bigint not null,
  rules smallint not null,
  state bigint not null,           -- grows with every reading that changed something
  read_at timestamptz not null
);

-- Leads read the words of the texts they may read.
alter table journey.text_words enable row level security;
alter table journey.review_signals enable row level security;
select scoped.show('journey.text_words', $$case kind
  when 'review' then exists (select from core.reviews r where r.customer_id = text_words.customer_id and r.id = text_words.id)
  when 'case' then exists (select from core.service_cases e where e.customer_id = text_words.customer_id and e.id = text_words.id)
  else false end$$);
create view scoped.text_words with (security_invoker) as select * from journey.text_words;
grant select on scoped.text_words to rapport_scoped;
grant select on ops.words_read to rapport_scoped;
