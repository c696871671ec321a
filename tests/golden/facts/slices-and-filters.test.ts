import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  type MetricAnswer,
  type MetricId,
  type MetricPoint,
  type MetricRequest,
} from '@rapport/model/metrics';
import type { Dimension } from '@rapport/model/vocabulary';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { dice } from '../random-shop.ts';
import { randomFacts } from './random-facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(51, 220, 'one').load(database.pool);
  await randomFacts(52, 90, 'two').load(database.pool);
});
afterAll(() => database.drop());

const period = { from: '2024-03-01', to: '2025-03-31' };
const ask = (metric: MetricId, more: Partial<MetricRequest>): Promise<MetricAnswer> =>
  answerMetrics(database.pool, { metrics: [metric], period, limit: 1000, ...more }, { role: 'analyst' });
const rounded = (value: number | null | undefined) =>
  typeof value === 'number' ? Number(value.toPrecision(10)) : value;
const figure = (point: MetricPoint | undefined) => ({
  value: rounded(point?.value),
  numerator: rounded(point?.numerator),
  denominator: rounded(point?.denominator),
  sample: point?.sample,
  interval: point?.interval && { low: rounded(point.interval.low), high: rounded(point.interval.high) },
});
const codeOf = ({ series }: MetricAnswer, index: number): string => series[index]?.key[0]?.value ?? '';

const { pick } = dice(77);
const some = (names: readonly Dimension[]): Dimension[] => [...new Set([pick(names), pick(names), pick(names)])];

describe('a slice is what the same value as a filter gives, and slices that add up do', () => {
  it.each(catalogue.map(({ id, dimensions }) => [id, some(dimensions)] as const))('%s by %s', async (id, names) => {
    const [whole] = (await ask(id, {})).series;
    for (const name of names) {
      const sliced = await ask(id, { by: [name] });
      for (const index of [0, sliced.series.length - 1].filter((at) => at in sliced.series)) {
        const filtered = await ask(id, { where: [{ dimension: name, in: [codeOf(sliced, index)] }] });
        expect([id, name, codeOf(sliced, index), figure(filtered.series[0]?.points[0])]).toEqual([
          id,
          name,
          codeOf(sliced, index),
          figure(sliced.series[index]?.points[0]),
        ]);
      }
      if (!sliced.explain[0]?.slicesAddUp) continue;
      const sum = (of: 'numerator' | 'denominator') =>
        sliced.series.reduce((total, { points }) => total + (points[0]?.[of] ?? 0), 0);
      expect([id, name, rounded(sum('numerator'))]).toEqual([id, name, rounded(whole?.points[0]?.numerator ?? 0)]);
      expect([id, name, rounded(sum('denominator'))]).toEqual([id, name, rounded(whole?.points[0]?.denominator ?? 0)]);
    }
  });
});

describe('the months of a period', () => {
  const plain = catalogue.filter(({ kind }) =>
    ['COUNT', 'SUM', 'MEAN', 'RATIO', 'RATE', 'INDEX', 'ACROSS'].includes(kind),
  );
  it.each(plain.map(({ id }) => id))('of %s add up to it', async (id) => {
    const [whole, months] = [await ask(id, {}), await ask(id, { grain: 'MONTH' })];
    for (const part of ['numerator', 'denominator'] as const) {
      const sum = months.series[0]?.points.reduce((total, point) => total + (point[part] ?? 0), 0);
      expect([id, part, rounded(sum)]).toEqual([id, part, rounded(whole.series[0]?.points[0]?.[part] ?? 0)]);
    }
  });

  const levels = catalogue.filter(({ kind }) => kind === 'STOCK');
  it.each(levels.map(({ id }) => id))('of %s end where it ends', async (id) => {
    const [whole, months] = [await ask(id, {}), await ask(id, { grain: 'MONTH' })];
    expect(figure(months.series[0]?.points.at(-1))).toEqual(figure(whole.series[0]?.points[0]));
  });
});
