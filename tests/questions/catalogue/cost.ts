import { across, count, mean, quotient, sum, type Asked } from './form.ts';

const placed = count('asked.orders', 'ordered_on');
const failed = 'cardinality(r.failures) > 0';
const bought = 'r.identified and r.first_of_day';

export const cost: Readonly<Record<string, Asked>> = {
  CAMPAIGN_COST: sum('asked.costs', 'spent_on', 'r.amount_minor', 100, `r.kind = 'campaign'`),
  ACQUISITION_COST: across(
    sum('asked.costs', 'spent_on', 'r.amount_minor', 100, `r.kind = 'campaign'`),
    count('asked.orders', 'ordered_on', `${bought} and r.before_on is null`),
  ),
  FAILURE_COST_PER_ORDER: mean(
    'asked.orders',
    'ordered_on',
    'r.refunded_minor + r.compensated_minor + r.desk_cost_minor + r.back_cost_minor',
    failed,
    100,
  ),
  SERVICE_COST_PER_ORDER: across(sum('asked.cases', 'opened_on', 'r.cost_minor', 100), placed),
  RETURN_RATE: quotient(
    'asked.orders',
    'ordered_on',
    'case when r.delivered_on is not null then least(r.returned_units, r.units) end',
    'case when r.delivered_on is not null then r.units end',
  ),
};
