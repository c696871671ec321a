import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMetrics, catalogue } from '@rapport/model/metrics';
import { ask, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { randomQuestions } from './ask.ts';
import { asked } from './catalogue/catalogue.ts';
import { holdAgainst, layOutRows, lifeOf } from './hold-against.ts';

const QUESTIONS = 108;
const SEED = 5;

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse({ orders: 2500, seed: 'questions' });
  await layOutRows(house.database.pool);
});
afterAll(() => house.close());

it('every metric has a second opinion', () => {
  expect(Object.keys(asked).sort()).toEqual(catalogue.map(({ id }) => id).sort());
});

describe('random questions', () => {
  it('are answered as SQL over core answers them, to the last unit', async () => {
    const {
      wrong,
      refused,
      untold,
      told,
      unknowable,
      asked: all,
    } = await holdAgainst(house.database.pool, QUESTIONS, SEED);
    expect(wrong).toEqual([]);
    expect(refused).toEqual([]);
    expect(told / (all - unknowable), untold.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('are answered over HTTP as by the engine', async () => {
    const { pool } = house.database;
    const key = await house.key('analyst');
    const questions = await randomQuestions(pool, await lifeOf(pool), 12, SEED + 1);
    for (const { request, cell } of questions) {
      const engine = await answerMetrics(pool, { ...request, limit: 50 }, { role: 'analyst' });
      const { answer } = await ask(
        house.url,
        key,
        `query Asked($metrics: [MetricId!]!, $period: PeriodInput!, $grain: Grain!, $by: [Dimension!]!, $where: [DimensionFilter!]!) {
  metrics(metrics: $metrics, period: $period, grain: $grain, by: $by, where: $where, limit: 50) {
    series { key { value } points { bucket value numerator denominator } }
  }
}`,
        { ...request, limit: undefined },
      );
      const served = (answer.data?.['metrics'] as { series: unknown[] } | undefined)?.series;
      const right = engine.series.map(({ key: codes, points }) => ({
        key: codes.map(({ value }) => ({ value })),
        points: points.map(({ bucket, value, numerator, denominator }) => ({ bucket, value, numerator, denominator })),
      }));
      expect(served, `${cell} ${JSON.stringify(answer.errors)}`).toEqual(right);
    }
  });
});
