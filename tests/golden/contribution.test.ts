import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerContribution,
  answerMetrics,
  type ContributionCut,
  type ContributionRequest,
  type MetricId,
} from '@rapport/model/metrics';
import type { Dimension, Role } from '@rapport/model/vocabulary';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { randomShop } from './random-shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomShop(61, 1200, 'one').load(database.pool);
  await randomShop(62, 300, 'two').load(database.pool);
});
afterAll(() => database.drop());

const period = { from: '2024-10-01', to: '2025-03-31' };
const against = { from: '2024-04-01', to: '2024-09-30' };
const free = { from: '2024-01-01', to: '2024-06-30' };
const explain = (request: Partial<ContributionRequest> & { metric: MetricId }, role: Role = 'analyst') =>
  answerContribution(database.pool, { period, compare: 'PREVIOUS_PERIOD', limit: 100, ...request }, { role });

/** One row a slice from core alone: what is added up, and out of what. */
const COLUMNS = { REGION: `coalesce(o.region_code, '')`, SHOP: 'o.shop', ORDER_STATUS: 'o.status' } as const;
type Cut = keyof typeof COLUMNS;
const SUMS: Partial<Record<MetricId, { n: string; d: string; day: string; only?: string; per: number }>> = {
  ORDERS: { n: 'count(*)', d: '0', day: 'o.ordered_on', per: 1 },
  GMV: {
    n: 'coalesce(sum((select sum(i.price_minor + i.freight_minor) from core.order_items i where i.order_id = o.id)), 0)',
    d: '0',
    day: 'o.ordered_on',
    per: 100,
  },
  DELIVERED_RATE: { n: `count(*) filter (where o.status = 'delivered')`, d: 'count(*)', day: 'o.ordered_on', per: 1 },
  CANCELLATION_RATE: { n: `count(*) filter (where o.status = 'canceled')`, d: 'count(*)', day: 'o.ordered_on', per: 1 },
  AVERAGE_REVIEW_SCORE: {
    n: 'sum((select coalesce(sum(r.score), 0) from core.reviews r where r.order_id = o.id))',
    d: 'sum((select count(*) from core.reviews r where r.order_id = o.id))',
    day: 'o.ordered_on',
    per: 1,
  },
};

interface Counted {
  k1: string;
  k2: string;
  n1: number;
  d1: number;
  n0: number;
  d0: number;
}
async function counted(metric: MetricId, by: readonly Cut[], before = against): Promise<Counted[]> {
  const sums = SUMS[metric];
  if (!sums) throw new Error(`No SQL is written for ${metric}.`);
  const of = ({ from, to }: typeof period) =>
    `select ${COLUMNS[by[0] as Cut]} as k1, ${by[1] ? COLUMNS[by[1]] : `''`} as k2, ${sums.n} as n, ${sums.d} as d from core.orders o
     where ${sums.day} between '${from}' and '${to}' group by 1, 2`;
  const { rows } = await database.pool.query<Counted>(
    `select k1, k2, coalesce(a.n, 0)::float8 as n1, coalesce(a.d, 0)::float8 as d1, coalesce(b.n, 0)::float8 as n0, coalesce(b.d, 0)::float8 as d0
     from (${of(period)}) a full join (${of(before)}) b using (k1, k2)`,
  );
  return rows;
}

/** Kitagawa's two effects, written out once more. */
function effects(row: Counted, rows: readonly Counted[]): { contribution: number; mix: number; rate: number } {
  const sum = (of: (each: Counted) => number) => rows.reduce((total, each) => total + of(each), 0);
  const [N1, D1, N0, D0] = [sum((r) => r.n1), sum((r) => r.d1), sum((r) => r.n0), sum((r) => r.d0)];
  const r1 = row.d1 > 0 ? row.n1 / row.d1 : row.n0 / row.d0;
  const r0 = row.d0 > 0 ? row.n0 / row.d0 : r1;
  const rate = (row.d1 / D1 + row.d0 / D0) * 0.5 * (r1 - r0);
  const mix = (row.d1 / D1 - row.d0 / D0) * ((r1 + r0) / 2 - (N1 / D1 + N0 / D0) / 2);
  return { contribution: mix + rate, mix, rate };
}
const keyOf = (codes: readonly (string | null)[]) => codes.map((code) => code ?? '').join(' / ');
const total = (cut: ContributionCut): number =>
  cut.slices.reduce((sum, { contribution }) => sum + contribution, cut.rest.contribution);

describe('what slices brought, against SQL over core', () => {
  const cuts: Cut[][] = [['REGION'], ['SHOP'], ['ORDER_STATUS'], ['REGION', 'SHOP'], ['SHOP', 'ORDER_STATUS']];
  const metrics: MetricId[] = ['DELIVERED_RATE', 'CANCELLATION_RATE', 'AVERAGE_REVIEW_SCORE'];

  it.each(metrics.flatMap((metric) => cuts.map((by) => [metric, by] as const)))('%s by %j', async (metric, by) => {
    const rows = await counted(metric, by);
    const answer = await explain({ metric, by: [...by] });
    const [cut] = answer.cuts;
    const right = new Map(rows.map((row) => [keyOf([row.k1, ...(by.length > 1 ? [row.k2] : [])]), row]));
    const close = (value: number) => expect.closeTo(value, 10);
    const shown = (cut?.slices ?? []).map(({ key, contribution, mix, rate }) => [
      keyOf(key.map(({ value }) => value)),
      { contribution, mix, rate },
    ]);
    const expected = shown.map(([key]) => {
      const found = effects(right.get(key as string) as Counted, rows);
      return [key, { contribution: close(found.contribution), mix: close(found.mix), rate: close(found.rate) }];
    });
    expect(shown).toEqual(expected);
    expect(shown.length + (cut?.rest.slices ?? 0)).toBe(rows.filter((row) => row.d1 + row.d0 > 0).length);
    expect(cut && total(cut)).toBe(answer.change);
    expect(cut?.contribution).toBe(answer.change);
    expect((cut?.mix ?? 0) + (cut?.rate ?? 0)).toBe(answer.change);
    const sum = (of: (each: Counted) => number) => rows.reduce((all, each) => all + of(each), 0);
    expect(answer.change).toBeCloseTo(sum((r) => r.n1) / sum((r) => r.d1) - sum((r) => r.n0) / sum((r) => r.d0), 10);
  });

  it.each(cuts.slice(0, 4))('orders, to the last one, by %s %s', async (...by) => {
    const names = by.filter((name) => name !== undefined);
    const rows = await counted('ORDERS', names);
    const {
      cuts: [cut],
      change,
    } = await explain({ metric: 'ORDERS', by: names });
    const found = (cut?.slices ?? []).map(({ key, contribution }) => [
      keyOf(key.map(({ value }) => value)),
      contribution,
    ]);
    const right = rows.map((row) => [keyOf([row.k1, ...(names.length > 1 ? [row.k2] : [])]), row.n1 - row.n0]);
    expect(new Map(found as [string, number][])).toEqual(new Map(right as [string, number][]));
    expect(change).toBe(rows.reduce((sum, row) => sum + row.n1 - row.n0, 0));
    expect(cut && total(cut)).toBe(change);
  });

  it('between any two periods of as many months', async () => {
    const rows = await counted('ORDERS', ['REGION'], free);
    const answer = await explain({ metric: 'ORDERS', by: ['REGION'], compare: null, against: free });
    expect(answer).toMatchObject({ compare: 'GIVEN_PERIOD', against: free });
    const found = answer.cuts[0]?.slices.map(({ key, contribution }) => [
      keyOf(key.map(({ value }) => value)),
      contribution,
    ]);
    const right = rows.map(({ k1, n1, n0 }) => [k1, n1 - n0]);
    expect(new Map(found as [string, number][])).toEqual(new Map(right as [string, number][]));
    await expect(
      explain({ metric: 'ORDERS', compare: null, against: { from: '2024-01-01', to: '2024-02-29' } }),
    ).rejects.toMatchObject({ code: 'OTHER_LENGTH' });
  });

  it('money, to the last cent, the shown with everything else', async () => {
    const rows = await counted('GMV', ['REGION', 'SHOP']);
    const {
      cuts: [cut],
      change,
    } = await explain({ metric: 'GMV', by: ['REGION', 'SHOP'], limit: 3 });
    const cents = (value: number) => Math.round(value * 100);
    const right = rows.map((row) => row.n1 - row.n0).sort((a, b) => Math.abs(b) - Math.abs(a));
    expect(cut?.slices.map(({ contribution }) => cents(contribution))).toEqual(right.slice(0, 3));
    expect(cut?.rest).toMatchObject({ slices: right.length - 3, tooFew: 0 });
    expect(cents(cut?.rest.contribution ?? 0)).toBe(right.slice(3).reduce((sum, each) => sum + each, 0));
    expect(cents(change ?? 0)).toBe(right.reduce((sum, each) => sum + each, 0));
  });

  it('money by category holds each line once, though orders hold several', async () => {
    const {
      cuts: [cut],
      change,
    } = await explain({ metric: 'GMV', by: ['CATEGORY'] });
    expect(cut?.slices.length).toBeGreaterThan(2);
    expect(Math.round((cut ? total(cut) : 0) * 100)).toBe(Math.round((change ?? 0) * 100));
    expect(cut?.rest.contribution).toBe(0);
  });

  it('the rest is everything else, whatever the limit', async () => {
    const few = await explain({ metric: 'DELIVERED_RATE', by: ['REGION', 'SHOP'], limit: 2 });
    const all = await explain({ metric: 'DELIVERED_RATE', by: ['REGION', 'SHOP'] });
    const [one, other] = [few.cuts[0], all.cuts[0]];
    expect(one?.slices).toEqual(other?.slices.slice(0, 2));
    expect(one && total(one)).toBe(few.change);
    expect(few.change).toBe(all.change);
    const sizes = other?.slices.map(({ contribution }) => Math.abs(contribution)) ?? [];
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('says the same of the total as the figures do', async () => {
    const answer = await explain({ metric: 'DELIVERED_RATE' });
    const { series } = await answerMetrics(
      database.pool,
      { metrics: ['DELIVERED_RATE'], period, compare: ['PREVIOUS_PERIOD'] },
      { role: 'analyst' },
    );
    const point = series[0]?.points[0];
    const comparison = point?.comparisons[0];
    expect(answer).toMatchObject({
      value: point?.value,
      before: comparison?.value,
      against,
      significant: comparison?.significant,
      verdict: comparison?.verdict,
      change: expect.closeTo(comparison?.change ?? 0, 10),
    });
  });
});

describe('without a named cut', () => {
  it('the usual dimensions and pairs of them are searched, each adding up, and the others are said', async () => {
    const answer = await explain({ metric: 'DELIVERED_RATE', limit: 5 });
    const names = answer.cuts.map(({ by }) => by.join('×'));
    expect(names).toContain('REGION');
    expect(names.some((name) => name.includes('×'))).toBe(true);
    expect(answer.cuts.map(total)).toEqual(answer.cuts.map(() => answer.change));
    expect(answer.refused.map(({ by }) => by[0])).toEqual(expect.arrayContaining(['CATEGORY', 'MERCHANT']));
    expect(answer.refused[0]?.reason).toMatchObject({
      en: expect.stringMatching(/overlap/),
      zh: expect.stringMatching(/重叠/),
    });
    const concentrations = answer.cuts.map(({ concentration }) => concentration ?? 0);
    expect(concentrations).toEqual(concentrations.toSorted((a, b) => b - a));
  });
  it('what the question holds fast is not searched', async () => {
    const answer = await explain({ metric: 'DELIVERED_RATE', where: [{ dimension: 'SHOP', in: ['one'] }] });
    expect(answer.cuts.flatMap(({ by }) => by)).not.toContain('SHOP');
  });
});

describe('what has no sum', () => {
  it('is refused with what to ask instead', async () => {
    await expect(explain({ metric: 'DELIVERY_DAYS_P50' })).rejects.toMatchObject({
      code: 'CANNOT_EXPLAIN',
      field: 'metric',
    });
    const overlapping = await explain({ metric: 'DELIVERED_RATE', by: ['CATEGORY'] });
    expect(overlapping.cuts).toEqual([]);
    expect(overlapping.refused).toMatchObject([
      { by: ['CATEGORY'], reason: { en: expect.stringMatching(/do not add up/) } },
    ]);
    const people = await explain({ metric: 'CUSTOMERS', by: ['REGION'] });
    expect(people.refused[0]?.reason.en).toMatch(/A customer may stand in several/);
    const shops = await explain({ metric: 'CUSTOMERS', by: ['SHOP'] });
    expect(shops.cuts[0] && total(shops.cuts[0])).toBe(shops.change);
    const foreign = await explain({ metric: 'DELIVERED_RATE', by: ['CHANNEL'] });
    expect(foreign.refused[0]?.reason.en).toMatch(/cannot be cut or filtered by CHANNEL/);
  });
  it('bad questions say what is wrong', async () => {
    const three: Dimension[] = ['REGION', 'SHOP', 'LATE'];
    await expect(explain({ metric: 'ORDERS', by: three })).rejects.toMatchObject({ code: 'TOO_MANY_DIMENSIONS' });
    await expect(explain({ metric: 'ORDERS', limit: 0 })).rejects.toMatchObject({ code: 'BAD_LIMIT' });
    await expect(explain({ metric: 'ORDERS', compare: 'SAME_DAYS_OF_EVENT' })).rejects.toMatchObject({
      code: 'NO_EVENT',
    });
  });
  it('nothing to compare with is no cut', async () => {
    const empty = await explain({ metric: 'DELIVERED_RATE', period: { from: '2024-01-01', to: '2024-01-31' } });
    expect(empty).toMatchObject({ before: null, change: null, verdict: 'UNKNOWN', cuts: [] });
  });
});

describe('small samples', () => {
  it('of a rate are summed with the rest and counted as too few', async () => {
    const {
      cuts: [cut],
    } = await explain({ metric: 'DELIVERED_RATE', by: ['REGION', 'ORDER_STATUS'] });
    expect(cut?.slices.every(({ sample, sampleBefore }) => Math.max(sample, sampleBefore) >= 30)).toBe(true);
    expect(cut?.rest.tooFew).toBeGreaterThan(0);
  });
});
