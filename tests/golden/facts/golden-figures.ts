import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMetrics, catalogue, type MetricArea, type MetricId } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import type { Shop } from '../../testkit/shop.ts';
import { figures as ofOrders } from '../order-figures.ts';

/** [value, numerator, denominator, sample] */
export type Expected = [number | null, number | null, number | null, number];

/** To nine digits: what is reckoned by hand is not summed in the same order. */
const rounded = (value: number | null | undefined): number | null | undefined =>
  typeof value === 'number' ? Number(value.toPrecision(9)) : value;

const isPlain = (id: MetricId): boolean => {
  const metric = catalogue.find((each) => each.id === id);
  return metric?.denominator === null;
};

/**
 * Every metric of an area on a shop written by hand, reckoned by hand: over `period`, unsliced. Fails for a metric of the area that
 * has no figure here (nor on the golden shop of orders).
 */
export function goldenFigures(
  area: MetricArea,
  written: () => Shop,
  period: { from: string; to: string },
  figures: Partial<Record<MetricId, Expected>>,
): void {
  describe(`${area}, reckoned by hand`, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await testDatabase();
      await written().load(database.pool);
    });
    afterAll(() => database.drop());

    const ids = catalogue.filter((metric) => metric.area === area && !(metric.id in ofOrders)).map(({ id }) => id);
    it('has a figure for every metric of the area', () => {
      expect(ids.filter((id) => figures[id] === undefined)).toEqual([]);
    });

    it('says null where nothing happened, never 0 out of nothing', async () => {
      const before = { from: '1999-01-01', to: '1999-01-31' };
      const said: Record<string, number | null | undefined> = {};
      for (const metric of ids) {
        const answer = await answerMetrics(database.pool, { metrics: [metric], period: before }, { role: 'analyst' });
        said[metric] = answer.series[0]?.points[0]?.value;
      }
      expect(said).toEqual(Object.fromEntries(ids.map((id) => [id, isPlain(id) ? 0 : null])));
    });

    it.each(Object.entries(figures) as [MetricId, Expected][])('%s', async (metric, [value, ...counts]) => {
      const answer = await answerMetrics(database.pool, { metrics: [metric], period }, { role: 'analyst' });
      const point = answer.series[0]?.points[0];
      const found = [point?.value, point?.numerator, point?.denominator, point?.sample];
      expect(found.map(rounded)).toEqual([value, ...counts].map(rounded));
    });
  });
}
