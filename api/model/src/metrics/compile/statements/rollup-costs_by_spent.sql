create table mart.costs_by_spent (
  dimension text collate "C" not null,
  span text collate "C" not null,
  shop text collate "C" not null,
  day date not null,
  value text collate "C" not null,
  acquisition_cost bigint not null default 0,
  acquisition_cost_squares numeric not null default 0,
  acquisition_cost_rows bigint not null default 0,
  primary key (dimension, span, shop, day, value)
);

insert into mart.costs_by_spent (dimension, span, shop, day, value, acquisition_cost, acquisition_cost_squares, acquisition_cost_rows)
select dimension, span, shop, day, value, acquisition_cost, acquisition_cost_squares, acquisition_cost_rows from (
with fine as materialized (
select case when grouping(j.only_kind) = 0 then 'COST_KIND' when grouping(j.only_origin) = 0 then 'ORIGIN' else '' end as dimension, 'day' as span, j.shop, case when grouping(j.only_kind) = 0 then j.only_kind when grouping(j.only_origin) = 0 then j.only_origin else '' end as value, j.spent_on as day,
  coalesce(sum(case when j.kind = 'campaign' then j.amount_minor else 0 end), 0) as acquisition_cost,
  coalesce(sum(least(case when j.kind = 'campaign' then j.amount_minor else 0 end, 3000000000) * least(case when j.kind = 'campaign' then j.amount_minor else 0 end, 3000000000)), 0) as acquisition_cost_squares,
  count(*) as acquisition_cost_rows
from (select j.*, coalesce(j.kind, '') as only_kind, coalesce(j.origin, '') as only_origin from journey.cost_facts j where j.spent_on is not null) j
group by grouping sets ((j.shop, j.spent_on), (j.shop, j.spent_on, j.only_kind), (j.shop, j.spent_on, j.only_origin))
)
select dimension, span, shop, day, value, acquisition_cost, acquisition_cost_squares, acquisition_cost_rows from fine
union all
select c.dimension, 'month' as span, c.shop, date_trunc('month', c.day::timestamp)::date as day, c.value, sum(c.acquisition_cost)::bigint as acquisition_cost, sum(c.acquisition_cost_squares)::numeric as acquisition_cost_squares, sum(c.acquisition_cost_rows)::bigint as acquisition_cost_rows
from fine c where c.span = 'day' group by c.dimension, c.shop, c.value, date_trunc('month', c.day::timestamp)::date
) c where c.acquisition_cost <> 0 or c.acquisition_cost_squares <> 0 or c.acquisition_cost_rows <> 0 order by dimension, span, shop, day, value;
