import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, declarations, type Metric } from './catalogue.ts';
import { checkCatalogue } from './check.ts';
import { cases, facts, mentions, orders as orderFact, today, type Fact } from './facts.ts';
import { partsOf, rolledUpParts, type AdditiveMetric } from './measures.ts';
import { sql, toQuery } from './sql.ts';

const areas = [...new Set(catalogue.map(({ area }) => area.toLowerCase()))];
const files = areas.flatMap((area) =>
  readdirSync(join(import.meta.dirname, area))
    .filter((file) => file !== 'index.ts')
    .map((file) => join(area, file)),
);

describe('the catalogue', () => {
  it('holds every declared metric, each in the folder of its area and in a file named after it', () => {
    const expected = catalogue.map(
      ({ area, id }) => `${area.toLowerCase()}/${id.toLowerCase().replaceAll('_', '-')}.ts`,
    );
    expect([...files].sort()).toEqual(expected.sort());
  });

  it.each(files)('%s is one declaration of at most 40 lines', (file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(40);
    expect(text.match(/defineMetric\(/g)).toHaveLength(1);
  });

  it('presents shares with a denominator, counts without', () => {
    for (const metric of catalogue.filter(({ kind }) => kind !== 'STOCK'))
      expect([metric.id, metric.denominator !== null]).toEqual([
        metric.id,
        !['COUNT', 'SUM', 'DISTINCT'].includes(metric.kind),
      ]);
  });
});

const orders = declarations[0] as Metric;
const rate = declarations.find((metric) => metric.id === 'CANCELLATION_RATE') as Metric;
const repurchase = declarations.find((metric) => metric.id === 'REPURCHASE_RATE_30D') as Metric;
const named = (id: string) => declarations.find((metric) => metric.id === id) as Metric;
const broken = (metric: Metric, change: object) => () => checkCatalogue([{ ...metric, ...change }]);

describe('a declaration that cannot stand names the metric and the key', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['an id in another case', broken(orders, { id: 'Orders' }), /Metric Orders: id must be upper snake case/],
    ['no English title', broken(orders, { title: { en: ' ', zh: '订单' } }), /ORDERS: title\.en/],
    [
      'a Chinese text that is not Chinese',
      broken(orders, { description: { en: 'x', zh: 'orders' } }),
      /ORDERS: description\.zh/,
    ],
    ['a note in one language', broken(orders, { notes: [{ en: 'x', zh: '' }] }), /ORDERS: notes\[0\]/],
    [
      'a share without its denominator',
      broken(rate, { denominator: undefined }),
      /CANCELLATION_RATE: denominator is missing/,
    ],
    [
      'a count with a denominator',
      broken(orders, { denominator: { en: 'x', zh: '数' } }),
      /ORDERS: denominator is given/,
    ],
    ['a share that is not a percentage', broken(rate, { unit: orders.unit }), /CANCELLATION_RATE: unit/],
    ['a target beyond 1', broken(rate, { target: { atMost: 2.5 } }), /CANCELLATION_RATE: target/],
    ['a target against the polarity', broken(rate, { better: 'higher' }), /CANCELLATION_RATE: better contradicts/],
    ['a percentile of 95', broken(named('DELIVERY_DAYS_P50'), { at: 95 }), /DELIVERY_DAYS_P50: at/],
    ['no owner', broken(orders, { owner: '' }), /ORDERS: owner/],
    ['a sample of none', broken(orders, { minSample: 0 }), /ORDERS: minSample/],
    ['repurchase by another clock', broken(repurchase, { clock: 'order' }), /REPURCHASE_RATE_30D: clock/],
    [
      'money cut within a dimension of one value',
      broken(declarations.find((metric) => metric.id === 'GMV') as Metric, { amount: { within: ['REGION'] } }),
      /GMV: amount\.within names REGION/,
    ],
    [
      'a clock the fact does not have',
      broken(named('CSAT'), { clock: 'ordered' }),
      /CSAT: clock is none of cases: opened,/,
    ],
    [
      'customers of rows without customers',
      broken(named('CUSTOMERS_IN_CONTACT'), { fact: mentions, clock: 'mentioned' }),
      /CUSTOMERS_IN_CONTACT: fact has no customers/,
    ],
    [
      'chains of other rows',
      broken(named('CUSTOMERS'), { fact: cases, clock: 'opened' }),
      /CUSTOMERS: clock must be 'order'|CUSTOMERS: fact must be orders/,
    ],
    [
      'a share that counts several a row',
      broken(rate, { part: { each: orders } }),
      /CANCELLATION_RATE: part counts several a row/,
    ],
    [
      'a mean of several values a row without their squares',
      broken(named('AVERAGE_REVIEW_SCORE'), { amount: { value: sql`j.score_sum` } }),
      /AVERAGE_REVIEW_SCORE: amount\.squares are missing/,
    ],
    ['an index in per cent', broken(named('NPS'), { unit: rate.unit }), /NPS: unit INDEX belongs to/],
    [
      'a quotient of a fact by itself',
      broken(named('COMPLAINT_RATE'), { per: { fact: cases, clock: 'opened', count: 'every row' } }),
      /COMPLAINT_RATE: per\.fact is the same/,
    ],
    [
      'a quotient by a clock the other fact lacks',
      broken(named('COMPLAINT_RATE'), { per: { fact: cases, clock: 'paid', count: 'every row' } }),
      /COMPLAINT_RATE: per\.clock is none of cases/,
    ],
    [
      'money of its own where the fact keeps none',
      broken(named('COMPENSATION_COST'), { amount: { within: ['CATEGORY'] } }),
      /COMPENSATION_COST: amount\.within names CATEGORY/,
    ],
    ['a second version without the first', broken(orders, { version: 2 }), /ORDERS: earlier must begin with version 1/],
    ['a day that never was', broken(orders, { since: '2026-02-30' }), /ORDERS: since must be a day of the calendar/],
    ['an id used twice', () => checkCatalogue([orders, orders]), /ORDERS: id is used twice/],
  ])('%s', (_, check, message) => {
    expect(check).toThrow(message);
  });
});

describe('a rollup holds', () => {
  const share = rate as AdditiveMetric & { kind: 'ratio' };
  it('what adds up day by day: the rows of the whole, and among them those of the part', () => {
    const parts = rolledUpParts({ ...share, whole: { where: sql`j.counts` }, part: { where: sql`j.failed` } });
    const texts = Object.entries(parts ?? {}).map(([role, { total }]) => [role, toQuery(total).sql]);
    expect(texts).toEqual([
      ['numerator', 'count(*) filter (where (j.counts) and (j.failed))'],
      ['denominator', 'count(*) filter (where j.counts)'],
    ]);
  });
  it('nothing that is held against today, and nothing that is declared to be read from the fact', () => {
    expect(rolledUpParts({ ...share, whole: { where: sql`j.ordered_on + 90 <= ${today}` } })).toBeUndefined();
    expect(rolledUpParts({ ...share, fact: { ...orderFact, rolledUp: undefined } })).toBeUndefined();
    const untimed = { ...orderFact, rolledUp: { by: [], untimed: ['valid'] } };
    expect(rolledUpParts({ ...share, fact: untimed, whole: { where: sql`j.valid` } })).toBeUndefined();
    const other = { ...share, fact: untimed, whole: { where: sql`j.valid_first_of_day` } };
    expect(rolledUpParts(other)).toEqual(partsOf(other));
  });
  it('of dimensions only what was chosen for it, and the fact carries', () => {
    for (const { name, dimensions, rolledUp } of facts as readonly Fact[]) {
      const kept = [...(rolledUp?.by ?? []), ...(rolledUp?.byMonth ?? [])];
      expect([name, kept.filter((each) => !dimensions[each])]).toEqual([name, []]);
    }
  });
});
