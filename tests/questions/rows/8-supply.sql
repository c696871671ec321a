create table asked.products as
select p.id as product_id, p.shop, p.external_id as product, p.category_code as category, m.external_id as merchant, p.listed_on, p.attributes_required, p.attributes_given
from core.products p left join core.merchants m on m.id = p.merchant_id where p.deleted_at is null;

create table asked.merchants as
select m.id as merchant_id, m.shop, m.external_id as merchant, m.region_code as region, m.admitted_on, m.certificate_required from core.merchants m where m.deleted_at is null;

create table asked.inspections as
select t.id as inspection_id, t.shop, t.issued_on as inspected_on, t.outcome, p.external_id as product, p.category_code as category, m.external_id as merchant
from core.certificates t left join core.products p on p.id = t.product_id left join core.merchants m on m.id = coalesce(t.merchant_id, p.merchant_id)
where t.kind = 'inspection' and t.deleted_at is null;

create table asked.sanctions as
select x.id as sanction_id, x.shop, s.as_of, x.violation, x.violated_on, x.sanctioned_on, m.external_id as merchant
from core.sanctions x join core.shops s on s.shop = x.shop left join core.merchants m on m.id = x.merchant_id where x.deleted_at is null;

create table asked.assessments as
select a.id as assessment_id, a.shop, a.kind, a.topic, a.score, a.happened_on, a.agent_code as agent, g.team
from core.assessments a left join core.agents g on g.shop = a.shop and g.code = a.agent_code where a.deleted_at is null;

create table asked.costs as
select id as cost_id, shop, kind, origin, spent_on, amount_minor from core.costs where deleted_at is null;
