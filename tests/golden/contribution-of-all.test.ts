import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerContribution, catalogue, MetricRequestError, type MetricContribution } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { randomFacts } from './facts/random-facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(91, 260, 'one').load(database.pool);
  await randomFacts(92, 120, 'two').load(database.pool);
});
afterAll(() => database.drop());

/** Anything but the refusal that is wanted goes on as it is. */
function inWords(error: unknown): void {
  if (!(error instanceof MetricRequestError) || error.code !== 'CANNOT_EXPLAIN' || !error.text.zh.includes('归因'))
    throw error;
}

/** Of a cut: what its parts add up to in units nobody rounds (cents of money), beside the change. */
function sums({ cuts, change, metric }: MetricContribution): [number, number][] {
  const whole = (value: number) => (metric.unit === 'MONEY' && metric.decimals > 0 ? Math.round(value * 100) : value);
  return cuts.map(({ slices, rest, mix }) => {
    const parts = [...slices, rest].reduce(
      (sum, { contribution }) => sum + (mix === null ? whole(contribution) : contribution),
      0,
    );
    return [parts, mix === null ? whole(change ?? 0) : (change ?? 0)];
  });
}

it('every metric is explained to the last unit by every dimension searched, or refused in words', async () => {
  const told = { explained: 0, refused: 0 };
  for (const { id, dimensions } of catalogue) {
    for (const by of dimensions.slice(0, 3)) {
      const request = { metric: id, period: { from: '2024-09-01', to: '2025-03-31' }, by: [by], limit: 4 };
      const answer = await answerContribution(database.pool, request, { role: 'analyst' }).catch(inWords);
      if (!answer) {
        told.refused += 1;
        break;
      }
      const found = sums(answer);
      expect(
        found.map(([parts]) => parts),
        `${id} by ${by}`,
      ).toEqual(found.map(([, change]) => change));
      told.explained += found.length;
    }
  }
  expect(told.explained).toBeGreaterThan(250);
  expect(told.refused).toBeGreaterThan(10);
});
