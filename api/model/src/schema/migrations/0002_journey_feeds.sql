-- Every feed of the customer journey, before, during and after the sale. The house rules of 0001 hold: ids are core.id_of(concept, shop, external_id), provenance
-- is file_id + record_no, the latest wins by (source_version, file_time, record_no), nothing depends on when it was loaded.
-- Every customer-grained fact carries customer_id first in its key. Its owner is the customer of its parent (order, parcel, case) where it names one, else the
-- customer it names, else a guest or visitor of its own.
-- History is kept as events and as the time of every step (case_events, consents, loyalty_events, returns.*_at), never as versions of a row: so the order in which
-- files arrive does not matter.

-- ── reference: code lists ──────────────────────────────────────────────────────────────────────────
create table core.carriers (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

-- A courier's station 网点: the last place a parcel is handled before the door.
create table core.stations (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  carrier_code text,
  region_code text,
  city text,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

-- Who answers customers. Pseudonymous: a work name or number, never a person's name.
create table core.agents (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  team text,
  hired_on date,
  is_bot boolean,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

-- What is promised for which kind of contact. Empty channel or type: any. 0 seconds: no promise.
create table core.sla_policies (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  channel text,
  case_type text,
  first_response_seconds integer,
  resolution_seconds integer,
  business_clock boolean,             -- seconds run only while the desk is open
  opens_at time,
  closes_at time,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

create table core.calendar_events (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  kind text,                          -- promotion | holiday | public_relations | incident
  starts_on date,
  ends_on date,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

-- A programme that claims to improve something: what, where, from when (C23).
create table core.initiatives (
  shop text not null,
  code text not null,
  label_en text,
  label_zh text,
  metric text,                        -- the metric it wants to move
  claim_en text,
  claim_zh text,
  scope_dimension text,
  scope_values text,                  -- codes, separated by single spaces
  starts_on date,
  ends_on date,
  cost_minor bigint,
  inferred boolean not null default false,
  row_hash bigint,
  primary key (shop, code)
);

-- ── reference: rows ────────────────────────────────────────────────────────────────────────────────
alter table core.merchants
  add column admitted_on date,                       -- when it was let in
  add column certificate_required boolean;           -- sells what needs one (food, cosmetics, baby goods)

alter table core.products
  add column merchant_id uuid,
  add column brand text,
  add column listed_on date,
  add column price_minor bigint,
  add column batch text,                             -- of the goods now in stock
  add column attributes_required integer,            -- facts a page of this category must state
  add column attributes_given integer;               -- of those, how many it states

create table core.certificates (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  merchant_id uuid,
  product_id uuid,
  kind text not null,                                -- licence | quality | inspection
  issued_on date,
  expires_on date,
  outcome text,                                      -- of an inspection: passed | failed | counterfeit | unsafe
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

create table core.sanctions (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  merchant_id uuid,
  violation text not null,                           -- counterfeit | false_description | late_shipment | abuse | unsafe
  violated_on date,
  sanctioned_on date,
  measure text,                                      -- warning | fine | delisting | suspension
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

-- Training attended, and work samples scored (QA), of an agent.
create table core.assessments (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  agent_code text not null,
  kind text not null,                                -- training | qa
  topic text,
  score numeric(5, 2),                               -- 0 to 100; null for a training without a test
  happened_on date not null,
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

-- A public mention of the shop.
create table core.mentions (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  platform text not null,                            -- weibo | xiaohongshu | douyin | forum | press
  mentioned_at timestamptz not null,
  mentioned_on date not null,
  sentiment smallint,                                -- -1 | 0 | 1; null: not judged
  reach bigint,                                      -- people who may have seen it
  topic text,
  product_id uuid,
  text text,
  responded_at timestamptz,
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

-- Money that belongs to no single order: campaigns, advertising, desk hours.
create table core.costs (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- campaign | desk | packaging | other
  origin text,                                       -- the traffic source a campaign buys
  spent_on date not null,
  amount_minor bigint not null,
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

create table core.fx_rates (
  id uuid primary key,
  shop text not null,
  external_id text not null,
  day date not null,
  from_currency char(3) not null,
  to_currency char(3) not null,
  rate numeric(18, 9) not null,
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

-- ── customers ──────────────────────────────────────────────────────────────────────────────────────
alter table core.customers
  add column registered_at timestamptz,
  add column origin text,                            -- the traffic source that won the customer
  add column birthday_month smallint,
  add column merged_into uuid;                       -- the customer this one turned out to be; every fact has moved there

-- Two customers that are one person. The facts of `customer_id` belong to `into_customer_id`, and those that come later too.
create table core.customer_links (
  id uuid primary key,
  shop text not null,
  external_id text not null,                         -- the customer that is given up
  customer_id uuid not null,
  into_customer_id uuid not null,
  final_customer_id uuid,                            -- where the chain of links ends; null: not followed
  refused text,                                      -- why not: circle
  inferred boolean not null default false,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz
);

create table core.consents (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  shop text not null,
  external_id text not null,
  purpose text not null,                             -- marketing_sms | marketing_email | personalisation | analytics
  granted boolean not null,
  decided_at timestamptz not null,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

create table core.loyalty_events (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  order_id uuid,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- joined | earned | spent | expired | adjusted | tier_changed | benefit_used | care
  points integer not null default 0,                 -- signed
  tier_from text,
  tier_to text,
  benefit text,                                      -- of benefit_used and care: birthday_gift, free_shipping, …
  occurred_at timestamptz not null,
  occurred_on date not null,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

create table core.referrals (
  customer_id uuid not null,                         -- who recommends
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  case_id uuid,                                      -- the contact it followed, where known
  shop text not null,
  external_id text not null,
  channel text,
  referred_at timestamptz not null,
  referred_on date not null,
  friend_id uuid,                                    -- once the friend is a customer
  joined_at timestamptz,
  first_ordered_at timestamptz,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

create table core.messages (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  order_id uuid,
  case_id uuid,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- delay_notice | shipping_notice | review_invitation | call_back | campaign | care | recovery
  channel text not null,                             -- sms | app | email | call
  sent_at timestamptz not null,
  sent_on date not null,
  delivered_at timestamptz,
  opened_at timestamptz,
  promised_at timestamptz,                           -- the time it promises (a new delivery day, a call)
  kept_at timestamptz,                               -- when that was kept
  offer text,                                        -- what is offered
  arm text,                                          -- treated | hold_out; null: not an experiment
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

create table core.surveys (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  order_id uuid,
  case_id uuid,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- csat (1–5) | nps (0–10) | ces (1–7, high = easy)
  subject text,                                      -- service | delivery | product | shop
  sent_at timestamptz not null,
  sent_on date not null,
  answered_at timestamptz,
  answered_on date,
  score smallint,
  comment text,
  closed_at timestamptz,                             -- the customer was told what came of it
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

-- ── orders and what hangs on them ──────────────────────────────────────────────────────────────────
alter table core.orders
  add column named_customer_id uuid,                 -- whom the source names, where a link moved the order from there; null: customer_id
  add column service_level text,                     -- same_day | next_day | standard | slot
  add column origin text,                            -- the traffic source of the visit it came from
  add column canceled_at timestamptz,
  add column cancel_cause text;                      -- customer | out_of_stock | unpaid | refused | fraud

alter table core.order_items
  add column batch text,                             -- of the goods that were picked
  add column picked_right boolean;                   -- right article, model, size and count; null: not checked

alter table core.payments
  add column kind text not null default 'full',      -- full | deposit | balance | cash_on_delivery
  add column outcome text not null default 'succeeded', -- succeeded | failed; a failed attempt is not money
  add column attempted_at timestamptz,
  add column failure text,
  add column charged_back_at timestamptz;

alter table core.shipments
  add column waybill text,
  add column station_code text,
  add column service_level text,                     -- same_day | next_day | standard | slot
  add column promise_rule text,                      -- 211 | same_day | next_day | slot | days: how promised_at follows from the order
  add column promised_at timestamptz,                -- the moment promised for this parcel; null: the order's promised day
  add column delivery_option text,                   -- door | locker | station | installation
  add column slot_from timestamptz,
  add column slot_to timestamptz,
  add column protection text,                        -- none | padded | fragile
  add column inspected boolean,                      -- opened and checked with the customer at the door
  add column packaging text,                         -- carton | plastic | recycled | reused
  add column cost_minor bigint,                      -- what the delivery cost the shop
  add column outcome text;                           -- lost | returned | refused; null otherwise

alter table core.reviews
  add column product_id uuid,
  add column source text,                            -- written | default | rewarded: default and rewarded ones can be left out
  add column follow_up_of text,                      -- review_ref of the first review
  add column first_score smallint,                   -- before it was changed
  add column changed_at timestamptz,
  add column replied_at timestamptz,                 -- the shop's public answer
  add column reply text,
  add column shown_at timestamptz,                   -- from when others see it
  add column photos integer;

create table core.returns (
  customer_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- return | exchange | repair | refund_only
  reason text not null,                              -- no_reason | quality | not_as_described | damaged | wrong_item | size | late | counterfeit | other
  product_id uuid,
  units integer not null default 1,
  status text not null,                              -- requested | approved | rejected | shipped | received | refunded | completed | canceled
  requested_at timestamptz not null,
  requested_on date not null,
  approved_at timestamptz,
  rejected_at timestamptz,
  shipped_at timestamptz,
  received_at timestamptz,
  refunded_at timestamptz,                           -- the money has arrived
  completed_at timestamptz,
  due_at timestamptz,                                -- by when the money was promised
  amount_minor bigint not null default 0,
  cost_minor bigint,                                 -- handling and freight back
  policy text,                                       -- seven_day | worry_free | warranty | goodwill
  stepped_in_at timestamptz,                         -- the platform stepped in
  decided_for text,                                  -- customer | merchant; null: not decided by the platform
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, order_id, id)
);

create table core.compensations (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  order_id uuid,
  case_id uuid,
  shop text not null,
  external_id text not null,
  failure text not null,                             -- late | damaged | lost | wrong_item | not_as_described | quality | service
  form text not null,                                -- coupon | points | cash
  amount_minor bigint not null,                      -- what it is worth
  granted_at timestamptz not null,
  granted_on date not null,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

-- ── service ────────────────────────────────────────────────────────────────────────────────────────
create table core.service_cases (
  customer_id uuid not null,
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  order_id uuid,
  product_id uuid,
  shop text not null,
  external_id text not null,
  case_type text not null,                           -- enquiry | request | complaint
  phase text not null,                               -- pre_sale | in_sale | after_sale
  channel text not null,                             -- chat | phone | email | form | social | platform | regulator
  topic text,                                        -- where_is_my_order, delivery_late, damaged, lost, wrong_item, not_as_described, quality, refund, invoice, advice, payment, account, attitude, …
  cause text,                                        -- who is answerable: carrier | warehouse | merchant | product | service | customer
  severity smallint,                                 -- 1 slight | 2 | 3 grave
  status text not null,                              -- open | pending | resolved | closed
  opened_at timestamptz not null,
  opened_on date not null,
  first_response_at timestamptz,                     -- the first answer by a human to the customer
  resolved_at timestamptz,                           -- the last time it was resolved; null while open or reopened
  resolved_on date,
  closed_at timestamptz,
  handled_by text,                                   -- bot | human | bot_then_human
  handed_over_at timestamptz,                        -- the customer was promised a human
  human_joined_at timestamptz,
  agent_code text,                                   -- the last human in charge
  team text,
  transfers integer not null default 0,              -- from human to human 推诿
  replies integer not null default 0,                -- by humans
  reopens integer not null default 0,
  call_answered boolean,                             -- phone: a human took the call; null on other channels
  waited_seconds integer,                            -- phone: in the queue
  sla_code text,
  sla_kept boolean,                                  -- as the source says; null: worked out from the policy
  response_due_at timestamptz,
  resolution_due_at timestamptz,
  csat smallint,                                     -- 1–5, asked at the end of the contact
  csat_at timestamptz,
  tone_start smallint,                               -- -1 | 0 | 1
  tone_end smallint,
  flow_followed boolean,                             -- the standard flow was kept to
  escalated_to text,                                 -- platform | regulator
  escalated_at timestamptz,
  satisfied_with_outcome boolean,                    -- a complainant asked afterwards
  call_back_promised_at timestamptz,
  called_back_at timestamptz,
  cost_minor bigint,                                 -- handling
  text text,                                         -- the customer's words, personal values removed or sealed by the source
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id)
);

-- ── events: append-only, by month; an event's id holds its parent, so it needs no row in core.identity ──
create table core.tracking_events (
  customer_id uuid not null,
  shipment_id uuid not null,
  id uuid not null,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- picked_up | arrived | departed | out_for_delivery | attempt_failed | delivered | damaged | lost | delayed | returned
  occurred_at timestamptz not null,                  -- when it happened
  recorded_at timestamptz,                           -- when the customer could see it
  station_code text,
  detail text,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, shipment_id, id, occurred_at)
) partition by range (occurred_at);

create table core.case_events (
  customer_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  shop text not null,
  external_id text not null,
  kind text not null,                                -- opened | customer_message | bot_reply | agent_reply | handed_over | joined | transferred | state | resolved | reopened | closed | escalated | call_back | note
  occurred_at timestamptz not null,
  agent_code text,
  team text,
  detail text,
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, case_id, id, occurred_at)
) partition by range (occurred_at);

create table core.touchpoints (
  customer_id uuid not null,                         -- the visitor's own id until the visitor is known
  named_customer_id uuid,                            -- whom the source names, where a link moved the row from there; null: customer_id
  id uuid not null,
  shop text not null,
  external_id text not null,
  visitor_ref text,
  visit_ref text not null,                           -- one visit (session)
  kind text not null,                                -- page | search | product_view | review_view | recommendation_shown | recommendation_clicked | cart | checkout | paid | consulted
  occurred_at timestamptz not null,
  occurred_on date not null,
  origin text,                                       -- traffic source of the visit
  product_id uuid,
  query text,
  results integer,                                   -- of a search
  rating numeric(2, 1),                              -- the displayed rating of the product seen
  load_ms integer,                                   -- of a page
  order_id uuid,                                     -- of paid
  source_version timestamptz, file_time timestamptz not null, file_id uuid not null, record_no bigint not null, row_hash bigint not null, deleted_at timestamptz,
  primary key (customer_id, id, occurred_at)
) partition by range (occurred_at);

-- A touchpoint has no parent to be found by: one that comes again may name a customer where it named a visitor.
create index on core.touchpoints using hash (id);

create table core.tracking_events_default partition of core.tracking_events default;
create table core.case_events_default partition of core.case_events default;
create table core.touchpoints_default partition of core.touchpoints default;
