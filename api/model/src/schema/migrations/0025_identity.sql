-- Who signs in and how, what a key may do, and a chain of hashes over the audit.

alter table auth.users
  drop constraint users_role_check,
  add constraint users_role_check check (role in ('executive', 'analyst', 'lead', 'steward', 'operator')),
  -- What a lead sees: rows that carry one of these codes.
  add column scope_dimension text,
  add column scope_values text[],
  add column password_hash text,        -- argon2id, as a PHC string
  add column password_changed_at timestamptz,
  -- Who they are at the identity provider.
  add column issuer text,
  add column subject text,
  add constraint users_scope check (
    case when role = 'lead' then scope_dimension in ('CARRIER', 'MERCHANT', 'TEAM') and cardinality(scope_values) > 0
      else scope_dimension is null and scope_values is null end),
  add constraint users_provider check ((issuer is null) = (subject is null)),
  add constraint users_subject unique (issuer, subject);

alter table auth.api_keys
  drop constraint api_keys_role_check,
  add constraint api_keys_role_check check (role in ('executive', 'analyst', 'lead', 'steward', 'operator')),
  add column scope_dimension text,
  add column scope_values text[],
  -- What of its role a key may use; null: all of it.
  add column scopes text[] check (scopes <@ array['figures', 'rows', 'operate', 'introspect']),
  add constraint api_keys_scope check (
    case when role = 'lead' then scope_dimension in ('CARRIER', 'MERCHANT', 'TEAM') and cardinality(scope_values) > 0
      else scope_dimension is null and scope_values is null end);
create unique index on auth.api_keys (key_hash);

alter table auth.sessions
  drop column csrf_hash,
  add column seen_at timestamptz not null default now(),
  add column signed_in_by text not null default 'link' check (signed_in_by in ('link', 'password', 'provider'));
create index on auth.sessions (user_id) where ended_at is null;

-- Failed sign-ins of the last minutes, by hashes: neither names nor addresses are kept.
create unlogged table auth.failed_sign_ins (
  at timestamptz not null default clock_timestamp(),
  account_hash bytea not null,
  address_hash bytea not null
);
create index on auth.failed_sign_ins (account_hash, at);
create index on auth.failed_sign_ins (address_hash, at);
create index on auth.failed_sign_ins (at);

-- A sign-in that is under way at the identity provider, tied to the browser that began it.
create table auth.provider_sign_ins (
  state_hash bytea primary key,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on auth.provider_sign_ins (expires_at);

-- The audit's entries in the order they were committed, each bound to all before it. Its own table, for an entry's place
-- is known only when its transaction ends: a load that audits early holds nobody up.
create table ops.audit_chain (
  seq bigint primary key,
  audit_id bigint not null unique,
  previous bytea not null unique,       -- no two entries can follow the same one
  hash bytea not null unique
);

create function ops.audit_text(entry ops.audit) returns text language sql immutable as $$
  select jsonb_build_array(entry.id, extract(epoch from entry.at), entry.actor, entry.action, entry.subject, entry.run_id, entry.detail)::text
$$;

create function ops.chain_audit() returns trigger language plpgsql as $$
declare
  last ops.audit_chain;
begin
  perform pg_advisory_xact_lock(7270010);
  select * into last from ops.audit_chain order by seq desc limit 1;
  insert into ops.audit_chain (seq, audit_id, previous, hash)
  values (coalesce(last.seq, 0) + 1, new.id, coalesce(last.hash, '\x00'),
    sha256(coalesce(last.hash, '\x00') || convert_to(ops.audit_text(new), 'UTF8')));
  return null;
end $$;

do $$
declare
  entry ops.audit;
  before bytea := '\x00';
  place bigint := 0;
begin
  for entry in select * from ops.audit order by id loop
    place := place + 1;
    insert into ops.audit_chain values (place, entry.id, before, sha256(before || convert_to(ops.audit_text(entry), 'UTF8')))
    returning hash into before;
  end loop;
end $$;

-- At the end of the transaction: the lock that orders the chain is held for the commit alone.
create constraint trigger chained after insert on ops.audit
  deferrable initially deferred for each row execute function ops.chain_audit();
create trigger only_grows before update or delete on ops.audit_chain for each row execute function ops.refuse_change();
create trigger only_grows_whole before truncate on ops.audit_chain for each statement execute function ops.refuse_change();

do $$
begin
  execute format('revoke update, delete, truncate on ops.audit, ops.audit_chain from public, %I', current_user);
end $$;

-- What is wrong with the chain; no row: nothing. What was cut off at its end is seen by who kept an earlier head.
create function ops.audit_faults() returns table (seq bigint, audit_id bigint, fault text) language sql stable as $$
  with linked as (
    select c.*, lag(c.seq) over w as seq_before, lag(c.hash) over w as hash_before, a as entry, a.id is null as missing
    from ops.audit_chain c left join ops.audit a on a.id = c.audit_id window w as (order by c.seq)
  )
  select seq, audit_id, case when missing then 'removed' else 'changed' end from linked
  where missing or hash <> sha256(previous || convert_to(ops.audit_text(entry), 'UTF8'))
  union all
  select seq, audit_id, 'link broken' from linked
  where previous <> coalesce(hash_before, '\x00') or seq <> coalesce(seq_before, 0) + 1
  union all
  select null, a.id, 'not chained' from ops.audit a where not exists (select from ops.audit_chain c where c.audit_id = a.id)
  order by 1, 2
$$;
