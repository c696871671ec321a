-- What a lead may read. Their requests run as `rapport_scoped`, which has no right of its own to what the house knows: it sees rows of
-- tables by policies, and rows of the journey's views through views of `scoped` that keep to the scope. Whoever is not scoped
-- stays the owner, whom no policy binds: nothing is slower for them.

create schema scoped;

do $$
begin
  create role rapport_scoped nologin;
exception
  when duplicate_object or unique_violation then null;  -- another database of this server has made it, perhaps just now
  when insufficient_privilege then
    raise exception 'Leads need the role rapport_scoped, which this account may not create.'
      using hint = 'Run as a superuser: create role rapport_scoped nologin; grant rapport_scoped to the account of Rapport.';
end $$;

-- Kept by each request for its own transaction.
create function scoped.dimension() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('rapport.scope_dimension', true), '') $$;
create function scoped.codes() returns text[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('rapport.scope_codes', true), ''), '{}')::text[] $$;

-- Orders that are in the scope by what hangs on them: a parcel of the carrier, a case of the team. As the owner, for what hangs
-- on an order asks the order whether it may be seen.
create function scoped.orders() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select p.order_id from core.shipments p
  where scoped.dimension() = 'CARRIER' and p.carrier_code = any(scoped.codes()) and p.deleted_at is null
  union
  select e.order_id from core.service_cases e
  where scoped.dimension() = 'TEAM' and e.team = any(scoped.codes()) and e.order_id is not null and e.deleted_at is null
$$;
create function scoped.merchants() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select m.id from core.merchants m where scoped.dimension() = 'MERCHANT' and m.external_id = any(scoped.codes())
$$;

-- Every table of the house is closed; a policy opens one.
do $$
declare
  named record;
begin
  for named in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('core', 'journey') and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I.%I enable row level security', named.nspname, named.relname);
  end loop;
end $$;

create function scoped.show(named regclass, condition text) returns void language plpgsql as $$
begin
  execute format('create policy in_scope on %s for select to rapport_scoped using (%s)', named, condition);
  execute format('grant select on %s to rapport_scoped', named);
end $$;

-- What things are called. Who may list them is decided by the API.
select scoped.show(name::regclass, 'true') from unnest(array['core.shops', 'core.regions', 'core.carriers', 'core.categories',
  'core.stations', 'core.agents', 'core.sla_policies', 'core.calendar_events', 'core.identity']) name;

select scoped.show('core.merchants', $$(select scoped.dimension()) <> 'MERCHANT' or id in (select scoped.merchants())$$);
select scoped.show('core.products', $$(select scoped.dimension()) <> 'MERCHANT' or merchant_id in (select scoped.merchants())$$);

select scoped.show('journey.order_journey', $$
  carrier_code = any((select scoped.codes())::text[]) and (select scoped.dimension()) = 'CARRIER'
  or merchants && (select scoped.codes())::text[] and (select scoped.dimension()) = 'MERCHANT'
  or order_id in (select scoped.orders())$$);
select scoped.show('core.orders', $$exists (select from journey.order_journey o where o.customer_id = orders.customer_id and o.order_id = orders.id)$$);
select scoped.show(name::regclass, format(
  'exists (select from journey.order_journey o where o.customer_id = %1$s.customer_id and o.order_id = %1$s.order_id)', split_part(name, '.', 2)))
from unnest(array['core.payments', 'core.reviews', 'core.returns', 'core.compensations']) name;
select scoped.show('core.order_items', $$case (select scoped.dimension()) when 'MERCHANT' then merchant_id in (select scoped.merchants())
  else exists (select from journey.order_journey o where o.customer_id = order_items.customer_id and o.order_id = order_items.order_id) end$$);
select scoped.show('core.shipments', $$case (select scoped.dimension()) when 'CARRIER' then carrier_code = any((select scoped.codes())::text[])
  else exists (select from journey.order_journey o where o.customer_id = shipments.customer_id and o.order_id = shipments.order_id) end$$);
select scoped.show('core.tracking_events', $$exists (select from core.shipments p where p.customer_id = tracking_events.customer_id and p.id = tracking_events.shipment_id)$$);
select scoped.show('core.service_cases', $$case (select scoped.dimension()) when 'TEAM' then team = any((select scoped.codes())::text[])
  else exists (select from journey.order_journey o where o.customer_id = service_cases.customer_id and o.order_id = service_cases.order_id) end$$);
select scoped.show('core.case_events', $$exists (select from core.service_cases e where e.customer_id = case_events.customer_id and e.id = case_events.case_id)$$);

-- What an answer says beside its rows: which state it was read from, and what shops tell at all.
grant usage on schema core, journey, mart, ops, scoped to rapport_scoped;
grant select on ops.data_version, ops.rollups, ops.delay_curves, ops.delays_learned, ops.shop_feeds to rapport_scoped;

-- Views of the journey whose rows say whose they are. What a row says of other rows ("the first case of its order") stays true:
-- the view below is read as its owner reads it.
create function scoped.lay() returns void language plpgsql as $$
declare
  laid record;
begin
  for laid in
    select c.relname as name, concat_ws(' or ',
      case when 'carrier_code' = any(a.columns) then $p$(select scoped.dimension()) = 'CARRIER' and v.carrier_code = any((select scoped.codes())::text[])$p$ end,
      case when 'merchants' = any(a.columns) and 'merchant_external_id' <> all(a.columns) then $p$(select scoped.dimension()) = 'MERCHANT' and v.merchants && (select scoped.codes())::text[]$p$ end,
      case when 'merchant_external_id' = any(a.columns) then $p$(select scoped.dimension()) = 'MERCHANT' and v.merchant_external_id = any((select scoped.codes())::text[])$p$ end,
      case when 'team' = any(a.columns) then $p$(select scoped.dimension()) = 'TEAM' and v.team = any((select scoped.codes())::text[])$p$ end) as kept
    from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      lateral (select array_agg(attname::text) as columns from pg_attribute where attrelid = c.oid and attnum > 0) a
    where n.nspname = 'journey' and c.relkind = 'v'
  loop
    continue when laid.kept = '';
    execute format('drop view if exists scoped.%I', laid.name);
    execute format('create view scoped.%1$I with (security_barrier) as select v.* from journey.%1$I v where %2$s', laid.name, laid.kept);
    execute format('grant select on scoped.%I to rapport_scoped', laid.name);
  end loop;
end $$;
select scoped.lay();

-- Rollups are made anew now and then: whoever makes one closes it with this. Only cells of the scope's own codes are seen.
create function scoped.close_rollups() returns void language plpgsql as $$
declare
  made record;
begin
  for made in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'mart' and c.relkind = 'r' and not c.relrowsecurity
      and 2 = (select count(*) from pg_attribute where attrelid = c.oid and attname in ('dimension', 'value'))
  loop
    execute format('alter table %s enable row level security', made.name);
    perform scoped.show(made.name, $p$dimension = (select scoped.dimension()) and value = any((select scoped.codes())::text[])$p$);
  end loop;
end $$;
select scoped.close_rollups();

do $$
begin
  execute format('grant rapport_scoped to %I with set true', current_user);
exception when others then
  -- A superuser, and who made the role, may take it without.
  if not (select rolsuper from pg_roles where rolname = current_user) then raise; end if;
end $$;
