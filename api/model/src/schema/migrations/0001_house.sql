-- The house: one schema a floor. landing (unlogged, per source, made by the loader) → core → journey → mart; ops and auth beside them; vault for personal data.
create schema if not exists landing;
create schema if not exists core;
create schema if not exists journey;
create schema if not exists mart;
create schema if not exists ops;
create schema if not exists auth;
create schema if not exists vault;

-- What a row is: the same concept, namespace and external id give the same id on every machine and every reload.
create function core.id_of(concept text, namespace text, external_id text) returns uuid
  language sql immutable parallel safe
  return md5(concept || chr(31) || namespace || chr(31) || external_id)::uuid;

-- Whom a row belongs to. The only place where a fact is found without its customer; `id` is core.id_of(…), so it is distributed by the external id.
create table core.identity (
  id uuid primary key,
  concept text not null,
  customer_id uuid not null
);

-- ── reference ──────────────────────────────────────────────────────────────────────────────────────
-- A shop decides the zone a day is decided in and the currency its money is in; both are fixed when it is created.
create table core.shops (
  shop text primary key,
  title_en text not null,
  title_zh text not null,
  zone text not null,
  currency char(3) not null,
  as_of date -- the last order day loaded, taken as complete: "today" for every metric of this shop
);

create table core.regions (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  inferred boolean not null default false, -- named by an order before the region feed named it
  row_hash bigint,
  primary key (shop, code)
);

create table core.categories (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

create table core.merchants (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  title text,
  region_code text,
  city text,
  zip_prefix text,
  inferred boolean not null default false,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz
);
create index on core.merchants (shop, external_id);

create table core.products (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  title text,
  category_code text,
  name_length integer,
  description_length integer,
  photos integer,
  weight_g integer,
  length_cm integer,
  height_cm integer,
  width_cm integer,
  inferred boolean not null default false,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz
);
create index on core.products (shop, external_id);

-- Points of a postal area. The natural key is the whole row, so a point has no other identity than its content: id is a hash of its values, and nothing refers to it.
create table core.geolocations (
  id bigint primary key,
  shop text not null,
  zip_prefix text not null,
  latitude double precision not null,
  longitude double precision not null,
  city text,
  region_code text
);

-- ── customer-grained facts: customer_id first in every key, so that they can be distributed by it ──────────
-- A child's key holds its order too: one index serves both the row and the rows of an order. That an id is one row is core.identity's to keep.
-- row_hash tells a changed row from an unchanged one; it is no identity. Provenance of every fact: file_id + record_no (ops.files leads from there to the run). Latest wins by (source_version, file_time, record_no).
create table core.customers (
  customer_id uuid primary key,
  shop text not null,
  external_id text not null,
  identified boolean not null default true, -- false: a guest made for an order without a buyer
  inferred boolean not null default false,  -- named by an order before the customer feed named it
  region_code text,
  city text,
  zip_prefix text,
  name_masked text,
  phone_masked text,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz
);

create table core.orders (
  customer_id uuid not null,
  id uuid not null,
  shop text not null,
  external_id text not null,
  status text not null,
  ordered_at timestamptz not null,
  ordered_on date not null,   -- the day in the shop's zone, decided once at load
  approved_at timestamptz,
  promised_on date,           -- the last day the shop promised
  currency char(3) not null,
  region_code text,           -- where it ships to, frozen at order time
  city text,
  zip_prefix text,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz,
  primary key (customer_id, id)
);

create table core.order_items (
  customer_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop text not null,
  external_id text not null,
  item_no integer not null,
  product_id uuid,
  merchant_id uuid,
  quantity integer not null default 1,
  price_minor bigint not null,   -- for the whole line, in minor units of the order's currency
  freight_minor bigint not null default 0,
  ship_by timestamptz,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz,
  primary key (customer_id, order_id, id)
);

create table core.payments (
  customer_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop text not null,
  external_id text not null,
  payment_no integer not null,
  method text not null,
  installments integer not null default 1,
  amount_minor bigint not null,
  paid_at timestamptz,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz,
  primary key (customer_id, order_id, id)
);

create table core.shipments (
  customer_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop text not null,
  external_id text not null,
  carrier_code text,
  handed_over_at timestamptz,
  delivered_at timestamptz,
  delivered_on date,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz,
  primary key (customer_id, order_id, id)
);

create table core.reviews (
  customer_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop text not null,
  external_id text not null,
  review_ref text not null, -- the source's review id; one review may be linked to several orders
  score smallint not null check (score between 1 and 5),
  title text,
  message text,
  invited_at timestamptz,   -- the survey was sent
  answered_at timestamptz,
  source_version timestamptz,
  file_time timestamptz not null,
  file_id uuid not null,
  record_no bigint not null,
  row_hash bigint not null,
  deleted_at timestamptz,
  primary key (customer_id, order_id, id)
);

-- ── vault: personal values, encrypted before they reach the database (AES-256-GCM) ───────────────────────
create table vault.data_keys (
  key_id integer primary key,
  wrapped bytea not null, -- the data key under the master key; the master key is never here
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
create table vault.contacts (
  customer_id uuid not null,
  named_customer_id uuid not null, -- whose value the source says it is; another one where a link made two customers one
  field text not null, -- name, phone, …
  key_id integer not null,
  ciphertext bytea not null,
  primary key (customer_id, named_customer_id, field)
);
create index on vault.contacts (named_customer_id);

-- ── journey: one wide row an order, an accumulating snapshot ───────────────────────────────────────
create table journey.order_journey (
  customer_id uuid not null,
  order_id uuid not null,
  shop text not null,
  identified boolean not null,
  status text not null,
  valid boolean not null,               -- neither canceled nor unavailable
  ordered_at timestamptz not null,
  ordered_on date not null,
  approved_at timestamptz,
  handed_over_at timestamptz,
  delivered_at timestamptz,
  delivered_on date,
  promised_on date,
  first_answered_at timestamptz,        -- the first review answer
  delivery_seconds bigint,              -- purchase → delivered on the shop's wall clock; null while not delivered
  promise_days integer,                 -- days from the order day to the promised day
  delay_days integer,                   -- delivered_on − promised_on; null unless both are known
  lateness text not null,               -- late | on_time | not_delivered | no_promise
  delay_bucket text not null,           -- early_8 | early_1_7 | on_day | late_1_3 | late_4_7 | late_8 | not_delivered | no_promise
  first_or_repeat text not null,        -- first | repeat: does the customer have an earlier order, of any status?
  currency char(3) not null,
  region_code text,
  -- Many-valued dimensions: distinct codes, sorted, never null; '' stands for lines without a code; empty where the order has no lines.
  -- Beside each, parallel to it, the money of its own lines (price + freight; payment values), so that money is cut by line, not by order.
  categories text[] not null,
  category_minor bigint[] not null,
  merchants text[] not null,            -- external ids
  merchant_minor bigint[] not null,
  payment_methods text[] not null,
  payment_method_minor bigint[] not null,
  items_count integer not null,
  items_minor bigint not null,          -- Σ price
  freight_minor bigint not null,        -- Σ freight
  payments_count integer not null,
  paid_minor bigint not null,           -- Σ payment values
  reviews_count integer not null,
  score_sum integer not null,
  score_counts integer[] not null,      -- five numbers: reviews of 1, 2, 3, 4, 5 stars
  prev_on date,                         -- day of the customer's previous order (any status; by time, then the source's id)
  prev2_on date,
  next_on date,
  valid_prev_on date,                   -- the customer's previous distinct day with a valid order; null on rows that are not valid
  valid_prev2_on date,
  valid_next_on date,
  valid_first_of_day boolean not null,  -- the customer's first valid order of this day: one row a customer and valid day
  primary key (customer_id, order_id)
);
create index on journey.order_journey (shop, ordered_on);
create index on journey.order_journey (shop, promised_on);
create index on journey.order_journey (order_id);

-- ── ops ────────────────────────────────────────────────────────────────────────────────────────────
create table ops.data_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  published_at timestamptz
);
insert into ops.data_version (version) values (0);

create table ops.runs (
  run_id bigint generated always as identity primary key,
  source text not null,
  shop text not null,
  trigger text not null,                -- cli | demo | schedule | api
  state text not null check (state in ('running', 'committed', 'unchanged', 'failed')),
  stage text not null,                  -- discover | landing | stage | merge | journey | rollup | commit | done
  fencing_token bigint not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz,
  data_version bigint,                  -- what this run published
  error_code text,
  error_message text,                   -- for people: no stack, no SQL, no path outside the data
  notes jsonb not null default '[]'     -- bilingual remarks, e.g. deletions withheld
);
create index on ops.runs (source, run_id desc);

-- One writer a source: the holder's token is the highest, and a commit with a lower one is refused.
create table ops.source_leases (
  source text primary key,
  fencing_token bigint not null,
  run_id bigint,
  heartbeat_at timestamptz
);

create table ops.files (
  file_id uuid primary key,             -- from source, file role and content hash: the same content is the same file
  source text not null,
  role text not null,                   -- the name the source gives this kind of file
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  file_time timestamptz not null,
  records bigint not null,
  run_id bigint not null,               -- the run that published it
  published_at timestamptz not null
);
create index on ops.files (source, role, file_time desc);

create table ops.run_feeds (
  run_id bigint not null references ops.runs,
  file_id uuid not null,
  file_name text not null,
  feed text not null,
  home boolean not null,                -- the feed that answers for every record of this file
  read bigint not null,
  inserted bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  duplicate bigint not null default 0,
  superseded bigint not null default 0,
  pending bigint not null default 0,
  quarantined bigint not null default 0,
  deleted bigint not null default 0,    -- rows of earlier snapshots that this one no longer has; not part of `read`
  healed bigint not null default 0,     -- rows that had waited for their parent; not part of `read`
  primary key (run_id, file_id, feed),
  check (read = inserted + updated + unchanged + duplicate + superseded + pending + quarantined)
);

create table ops.quarantine (
  id bigint generated always as identity primary key,
  run_id bigint not null references ops.runs,
  source text not null,
  shop text not null,
  feed text not null,
  file_id uuid not null,
  file_name text not null,
  record_no bigint not null,            -- first data record = 1
  line_no bigint,                       -- physical line the record starts on
  byte_offset bigint,
  reason text not null,                 -- a code; both languages in the vocabulary
  field text,
  detail jsonb not null default '{}',   -- what was expected and found (personal values never)
  raw bytea not null,
  raw_encrypted boolean not null,
  key_id integer,
  state text not null default 'waiting' check (state in ('waiting', 'replayed', 'discarded', 'superseded')),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text
);
create index on ops.quarantine (source, state, reason);

-- Children that came before their parent. They are retried by every publish of their shop and heal when the parent comes.
create table ops.pending (
  feed text not null,
  id uuid not null,
  shop text not null,
  source text not null,
  parent_concept text not null,
  parent_id uuid not null,
  parent_external_id text not null,
  file_id uuid not null,
  file_name text not null,
  record_no bigint not null,
  waiting_since timestamptz not null,
  payload jsonb not null,               -- the staged row, whole
  primary key (feed, id)
);
create index on ops.pending (parent_id);

create table ops.feed_state (
  source text not null,
  feed text not null,
  shop text not null,
  rows bigint not null,
  data_through timestamptz,             -- the latest event time seen in this feed
  last_run_id bigint not null,
  last_published_at timestamptz not null,
  freshness_promise interval,
  primary key (source, feed)
);

-- Which rollup declaration each mart table was built from; another hash means rebuild.
create table ops.rollups (
  name text primary key,
  declaration_hash text not null,
  built_at timestamptz not null
);

-- ── auth ───────────────────────────────────────────────────────────────────────────────────────────
create table auth.users (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  role text not null check (role in ('executive', 'analyst', 'operator')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create table auth.api_keys (
  id uuid primary key default gen_random_uuid(),
  prefix text not null unique,          -- shown, to tell keys apart
  key_hash bytea not null,              -- sha-256 of the whole key; a key has 256 bits of entropy
  label text not null,
  role text not null check (role in ('executive', 'analyst', 'operator')),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create table auth.sign_in_links (
  token_hash bytea primary key,
  user_id uuid not null references auth.users,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create table auth.sessions (
  token_hash bytea primary key,
  user_id uuid not null references auth.users,
  csrf_hash bytea,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
