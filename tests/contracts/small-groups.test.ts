import { answerMetrics, type DimensionFilter, type MetricRequest } from '@rapport/model/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse({ orders: 2500, seed: 'few', sources: ['demo'] });
});
afterAll(() => house.close());

const figures = (role: 'executive' | 'analyst', request: Partial<MetricRequest>) =>
  answerMetrics(
    house.database.pool,
    { metrics: ['ORDERS'], period: { from: '2025-01-01', to: '2026-10-31' }, limit: 1000, ...request },
    { role },
  );

/** What one question about orders adds up: cells of days × regions, by place. */
type Row = Float64Array;

/** All that follows from some sums by adding and subtracting them. */
class Span {
  readonly #rows: { at: number; row: Row }[] = [];

  #reduced(row: Row): Row {
    const rest = row.slice();
    for (const { at, row: known } of this.#rows) {
      const times = rest[at]!;
      if (times !== 0) for (let i = at; i < rest.length; i += 1) rest[i]! -= times * known[i]!;
    }
    return rest.map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
  }
  add(row: Row): void {
    const rest = this.#reduced(row);
    const at = rest.findIndex((value) => value !== 0);
    if (at < 0) return;
    const by = rest[at]!;
    this.#rows.push({ at, row: rest.map((value) => value / by) });
    this.#rows.sort((a, b) => a.at - b.at);
  }
  holds(row: Row): boolean {
    return this.#reduced(row).every((value) => value === 0);
  }
}

/** Days at which the periods of the attack begin and end: of whole months, of weeks, and a day apart. */
const EDGES = ['2026-01-01', '2026-03-01', '2026-03-16', '2026-03-17', '2026-04-01', '2026-07-01'];
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe('somebody who asks for every period, with every filter and limit, and subtracts', () => {
  let regions: string[];
  let truth: Map<string, number>;
  const stretches = EDGES.slice(1).map((to, at) => ({ from: EDGES[at]!, to: dayBefore(to) }));
  const width = () => stretches.length * regions.length;
  const rowOf = (from: number, to: number, codes: ReadonlySet<string>): Row => {
    const row = new Float64Array(width());
    for (let at = from; at < to; at += 1)
      regions.forEach((code, nth) => (row[at * regions.length + nth] = codes.has(code) ? 1 : 0));
    return row;
  };
  const periods = EDGES.flatMap((_, from) =>
    EDGES.slice(from + 1).map((to, more) => ({
      from,
      to: from + 1 + more,
      days: { from: EDGES[from]!, to: dayBefore(to) },
    })),
  );

  beforeAll(async () => {
    const all = await figures('analyst', { by: ['REGION'], period: { from: EDGES[0]!, to: dayBefore(EDGES.at(-1)!) } });
    regions = all.series.map(({ key }) => key[0]!.value ?? '');
    truth = new Map();
    for (const [at, period] of stretches.entries())
      for (const { key, points } of (await figures('analyst', { by: ['REGION'], period })).series)
        truth.set(`${at} ${key[0]!.value ?? ''}`, points[0]!.sample);
  });

  test('learns the count of no group of one to four, though most figures are told', async () => {
    const span = new Span();
    let [told, hidden] = [0, 0];
    const learn = async (
      from: number,
      to: number,
      request: Partial<MetricRequest>,
      codes: (code: string) => boolean,
    ) => {
      for (const { key, points } of (await figures('executive', request)).series) {
        const own = key[0] ? new Set([key[0].value ?? '']) : new Set(regions.filter(codes));
        if (points[0]!.suppressed) hidden += 1;
        else if (points[0]!.value !== null) {
          told += 1;
          span.add(rowOf(from, to, own));
        }
      }
    };
    const some = [regions[0]!, regions[Math.floor(regions.length / 2)]!, regions.at(-1)!];
    for (const { from, to, days } of periods) {
      await learn(from, to, { period: days }, () => true);
      await learn(from, to, { period: days, by: ['REGION'] }, () => false);
      await learn(from, to, { period: days, by: ['REGION'], limit: 3 }, () => false);
      for (const code of some) {
        const filters: [DimensionFilter, (each: string) => boolean][] = [
          [{ dimension: 'REGION', in: [code] }, (each) => each === code],
          [{ dimension: 'REGION', notIn: [code] }, (each) => each !== code],
          [{ dimension: 'REGION', in: [regions[1]!, code] }, (each) => each === code || each === regions[1]],
        ];
        for (const [filter, codes] of filters) await learn(from, to, { period: days, where: [filter] }, codes);
      }
    }
    const small: string[] = [];
    for (const { from, to } of periods)
      for (const [nth, code] of [...regions.entries(), [-1, 'all'] as const]) {
        const codes = new Set(nth < 0 ? regions : [code]);
        let sum = 0;
        for (let at = from; at < to; at += 1) for (const each of codes) sum += truth.get(`${at} ${each}`) ?? 0;
        if (sum > 0 && sum < 5 && span.holds(rowOf(from, to, codes)))
          small.push(`${EDGES[from]}–${EDGES[to]} ${code}: ${sum}`);
      }
    expect(small).toEqual([]);
    expect(told).toBeGreaterThan(100);
    expect(hidden).toBeGreaterThan(100);
  });
});

test('slices by day and by two dimensions hide beside a small one what its totals need', async () => {
  const { series } = await figures('executive', {
    by: ['REGION', 'CATEGORY'],
    period: { from: '2026-01-01', to: '2026-06-30' },
  });
  const lines = [0, 1].flatMap((at) => [...Map.groupBy(series, ({ key }) => key[at]!.value).values()]);
  const hiddenIn = lines.map((line) => line.filter(({ points }) => points[0]!.suppressed).length);
  expect(hiddenIn.some((hidden) => hidden > 1)).toBe(true);
  expect(hiddenIn.filter((hidden, nth) => hidden === 1 && lines[nth]!.length > 1)).toEqual([]);
});

test('slices of which nothing is told stand last, by their codes: their order does not say which has more', async () => {
  const { series } = await figures('executive', { by: ['REGION'], period: { from: '2026-03-16', to: '2026-03-31' } });
  const isTold = series.map(({ points }) => points.some(({ sample }) => sample > 0));
  const hidden = series.filter((_, at) => !isTold[at]).map(({ key }) => key[0]!.value!);
  expect(hidden.length).toBeGreaterThan(3);
  expect(isTold.lastIndexOf(true)).toBeLessThan(series.length - hidden.length);
  expect(hidden).toEqual(hidden.toSorted());
});

test('what a limit leaves out protects what it shows, and is told as left out', async () => {
  const all = await figures('executive', { by: ['REGION'] });
  const few = await figures('executive', { by: ['REGION'], limit: 3 });
  expect(few.series).toEqual(all.series.slice(0, 3));
  expect(few.truncatedSeries).toBe(all.series.length - 3);
});

test('the same question has the same answer, whatever was asked before', async () => {
  const question = {
    period: { from: '2026-03-01', to: '2026-03-16' },
    by: ['REGION'] as const,
  } as Partial<MetricRequest>;
  const first = await figures('executive', question);
  await figures('executive', { ...question, period: { from: '2026-03-01', to: '2026-03-17' } });
  expect(await figures('executive', question)).toEqual(first);
});

test('a busy shop’s months and days stay told, and analysts see everything', async () => {
  const months = await figures('executive', { grain: 'MONTH', period: { from: '2026-01-01', to: '2026-09-30' } });
  expect(months.series[0]!.points.filter(({ suppressed }) => suppressed)).toEqual([]);
  const whole = await figures('analyst', { grain: 'DAY', by: ['REGION'] });
  expect(whole.series.flatMap(({ points }) => points).some(({ suppressed }) => suppressed)).toBe(false);
});

test('bad questions are refused as before', async () => {
  const key = await house.key('executive');
  for (const more of ['limit: 0', 'limit: 5000', 'by: [REGION, CHANNEL, CATEGORY]']) {
    const query = `{ metrics(metrics: [ORDERS], period: { from: "2025-01-01", to: "2025-12-31" }, ${more}) { truncatedSeries } }`;
    expect((await ask(house.url, key, query)).answer.errors?.length, more).toBe(1);
  }
});
