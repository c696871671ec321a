import { describe, expect, it } from 'vitest';
import type { MetricRequest } from '../answer/types.ts';
import { declarations } from '../catalogue.ts';
import { planFor } from '../planner/plan.ts';
import { readRequest } from '../planner/request.ts';
import { rollups } from '../rollups/registry.ts';
import { buildStatement, createStatement, textOf } from '../rollups/rollup.ts';
import { toQuery } from '../sql.ts';
import { dimensionsOf, talliesOf } from '../tallies.ts';
import { readingsOf } from './readings.ts';
import { statementOf } from './statement.ts';

const period = { from: '2018-01-01', to: '2018-03-31' };
const compiled = (request: Omit<MetricRequest, 'period'> & { period?: MetricRequest['period'] }): string => {
  const question = readRequest({ period, ...request });
  const tallies = question.metrics.flatMap((metric) => talliesOf(metric));
  const readings = readingsOf(tallies.map((tally) => ({ tally, plan: planFor(tally, question) })));
  const { sql, params } = toQuery(statementOf(question, readings));
  return `${sql}\n\n${params.map((value, index) => `-- $${index + 1} = ${JSON.stringify(value)}`).join('\n')}`;
};

describe('the statement', () => {
  it.each(declarations.map((metric) => metric.id))('of %s', async (metric) => {
    await expect(compiled({ metrics: [metric] })).toMatchFileSnapshot(`statements/${metric}.sql`);
  });

  it.each<[string, Omit<MetricRequest, 'period'> & { period?: MetricRequest['period'] }]>([
    [
      'weeks-by-region-compared',
      {
        metrics: ['ORDERS', 'ON_TIME_DELIVERY_RATE', 'PROMISE_KEPT_RATE'],
        grain: 'WEEK',
        by: ['REGION'],
        compare: ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'],
      },
    ],
    [
      'months-of-customers-compared',
      {
        metrics: ['CUSTOMERS', 'REPEAT_PURCHASE_RATE', 'REPEAT_PURCHASE_DAYS_RATE'],
        grain: 'MONTH',
        compare: ['PREVIOUS_PERIOD'],
        where: [{ dimension: 'SHOP', in: ['olist'] }],
      },
    ],
    [
      'customers-of-two-dimensions',
      {
        metrics: ['CUSTOMERS', 'REPEAT_PURCHASE_DAYS_RATE', 'REPURCHASE_RATE_90D'],
        by: ['REGION', 'CATEGORY'],
        limit: 7,
      },
    ],
    [
      'money-by-line',
      {
        metrics: ['GMV', 'AVERAGE_ORDER_VALUE'],
        by: ['PAYMENT_METHOD', 'REGION'],
        where: [{ dimension: 'CATEGORY', in: ['beleza_saude', ''] }],
      },
    ],
    [
      'percentiles-by-day-in-one-sort',
      {
        metrics: ['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90'],
        grain: 'DAY',
        period: { from: '2018-01-10', to: '2018-01-19' },
        compare: ['PREVIOUS_PERIOD'],
      },
    ],
    [
      'filters-in-and-not-in',
      {
        metrics: ['CANCELLATION_RATE'],
        where: [
          { dimension: 'REGION', in: ['SP', 'RJ'] },
          { dimension: 'CATEGORY', notIn: ['toys'] },
          { dimension: 'LATE', in: ['late'], notIn: ['on_time'] },
        ],
      },
    ],
    [
      'several-facts-by-region-compared',
      {
        metrics: ['ORDERS', 'COMPLAINT_RATE', 'CSAT', 'DAMAGE_RATE', 'COMPENSATION_COST'],
        grain: 'MONTH',
        by: ['REGION'],
        compare: ['PREVIOUS_PERIOD'],
      },
    ],
    [
      'customers-of-cases-by-failure-and-channel',
      {
        metrics: ['CUSTOMERS_IN_CONTACT', 'REPEAT_CONTACT_RATE'],
        by: ['FAILURE', 'CHANNEL'],
        where: [
          { dimension: 'FAILURE', notIn: ['late'] },
          { dimension: 'SEVERITY', in: ['3'] },
        ],
      },
    ],
    [
      'levels-by-month-and-tier-compared',
      { metrics: ['MEMBERS', 'BENEFIT_USE_RATE'], grain: 'MONTH', by: ['TIER'], compare: ['PREVIOUS_PERIOD'] },
    ],
  ])('of %s', async (name, request) => {
    await expect(compiled(request)).toMatchFileSnapshot(`statements/${name}.sql`);
  });

  it('reads metrics of one source in one pass', () => {
    expect(
      compiled({ metrics: ['ORDERS', 'GMV', 'CANCELLATION_RATE', 'AVERAGE_REVIEW_SCORE'] }).match(/as materialized/g),
    ).toHaveLength(1);
    expect(
      compiled({ metrics: ['LONGEST_SILENCE_HOURS_P50', 'LONGEST_SILENCE_HOURS_P90'] }).match(/array_agg\((?!r\.)/g),
    ).toHaveLength(1);
    expect(compiled({ metrics: ['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90'] }).match(/as through/g)).toHaveLength(1);
  });

  it('is one for all facts, and reads each fact once', () => {
    const text = compiled({
      metrics: ['SERVICE_CASES', 'ONE_TOUCH_RATE', 'COMPLAINT_RATE', 'SERVICE_COST_PER_ORDER', 'ORDERS', 'DAMAGE_RATE'],
    });
    expect(text.match(/ as materialized/g)).toHaveLength(3);
    expect(text.match(/from mart\.cases_by_opened/g)).toHaveLength(1);
    const byHour = compiled({ metrics: ['SERVICE_CASES', 'ONE_TOUCH_RATE'], by: ['HOUR'] });
    expect(byHour.match(/from journey\.case_journey/g)).toHaveLength(1);
  });

  it('never holds a value that came from outside', () => {
    const nasty = `'; drop table core.orders; --`;
    const everyOrder = declarations.filter((metric) => dimensionsOf(metric).includes('PAYMENT_METHOD'));
    const text = compiled({
      metrics: everyOrder.map((metric) => metric.id),
      by: ['REGION'],
      where: [
        { dimension: 'PAYMENT_METHOD', in: [nasty] },
        { dimension: 'SHOP', notIn: [nasty] },
      ],
    });
    expect(text.split('\n\n-- $1')[0]).not.toContain('drop table');
  });
});

it.each(rollups.map((rollup) => [rollup.table.replace('mart.', ''), rollup] as const))(
  'the rollup %s',
  async (name, rollup) => {
    await expect(`${createStatement(rollup)};\n\n${textOf(buildStatement(rollup))};\n`).toMatchFileSnapshot(
      `statements/rollup-${name}.sql`,
    );
  },
);
