import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerMetrics, completeRollups, keepUse, rollupReport, type MetricRequest } from '@rapport/model/metrics';
import { randomJourneys } from '../golden/journeys/random-journeys.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomJourneys(5, 80).load(database.pool);
});
afterAll(() => database.drop());

const asked: MetricRequest = {
  metrics: ['SERVICE_CASES', 'ONE_TOUCH_RATE'],
  period: { from: '2024-01-01', to: '2025-12-31' },
  grain: 'MONTH',
  by: ['CHANNEL'],
};
const ask = async () => {
  const { explain, series } = await answerMetrics(database.pool, asked, { role: 'analyst' });
  return { servedBy: explain.map((each) => each.servedBy), why: explain[0]?.reason.en, series };
};

it('a stale rollup is not read: facts say the same until it is made anew', async () => {
  const fresh = await ask();
  expect(fresh.servedBy).toEqual(['mart.cases_by_opened', 'mart.cases_by_opened']);
  await database.pool.query(
    `update mart.cases_by_opened set one_touch_rate_whole = one_touch_rate_whole + 1000;
     update ops.rollups set stale_since = now() where name = 'mart.cases_by_opened'`,
  );
  const meanwhile = await ask();
  expect(meanwhile.servedBy).toEqual(['journey.case_journey', 'journey.case_journey']);
  expect(meanwhile.why).toMatch(/made anew/);
  expect(meanwhile.series).toEqual(fresh.series);
  expect(await completeRollups(database.pool)).toContain('mart.cases_by_opened');
  expect(await ask()).toEqual(fresh);
});

it('the report counts what rollups answered and what they could not, with advice', async () => {
  await answerMetrics(database.pool, { ...asked, by: ['HOUR'] }, { role: 'analyst' });
  await keepUse(database.pool);
  const { rollups, misses } = await rollupReport(database.pool);
  const cases = rollups.find(({ rollup }) => rollup === 'mart.cases_by_opened');
  expect(cases).toMatchObject({ fact: 'cases', staleSince: null });
  expect(cases?.hits).toBeGreaterThanOrEqual(4);
  expect(cases?.bytes).toBeGreaterThan(0);
  expect(misses.find(({ dimensions }) => dimensions.join() === 'HOUR')).toMatchObject({
    fact: 'cases',
    questions: 2,
    advice: expect.stringContaining('Add HOUR'),
  });
});
