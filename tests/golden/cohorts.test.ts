import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  cohortRetention,
  rowsBehind,
  survivalCurves,
  type MetricId,
  type MetricPart,
  type MetricRequest,
  type SurvivalRequest,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { shop } from '../testkit/shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await returners().load(database.pool);
  await remissions().load(database.pool);
});
afterAll(() => database.drop());

/** Today is the second of April: months from April on are not over. */
function returners() {
  const house = shop({ code: 'house' });
  const order = (name: string, days: string[], details = {}) =>
    days.forEach((day, index) => house.customer(name).ordered(`${name}${index}`, `${day} 10:00`, details));
  order('Ann', ['2024-01-10', '2024-01-20', '2024-02-05', '2024-04-02'], { region: 'east' });
  order('Ben', ['2024-01-31', '2024-03-01'], { region: 'west' });
  order('Cat', ['2024-01-15'], { region: 'east' });
  house.customer('Cat').ordered('Cat1', '2024-02-10 10:00', { status: 'canceled', region: 'east' });
  order('Dan', ['2024-02-10', '2024-02-10', '2024-03-05'], { region: 'west' });
  order('Eve', ['2024-03-20'], { region: 'west' });
  house.guest().ordered('nobody', '2024-01-11 10:00');
  return house;
}

const last = Date.parse('2024-12-31T00:00:00Z');
const daysBefore = (days: number): string => new Date(last - days * 86_400_000).toISOString().slice(0, 10);

/**
 * Weeks in remission of the 21 patients on 6-mercaptopurine (Freireich et al. 1963), as days to the second order: relapsed at 6, 6, 6,
 * 7, 10, 13, 16, 22, 23; the others left the study in remission. The estimates are those of the text books (Klein, Moeschberger 2003).
 */
function remissions() {
  const study = shop({ code: 'study' });
  const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const left = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  relapsed.forEach((days, index) => {
    const patient = study.customer(`relapsed${index}`);
    patient.ordered(`a${index}`, `${daysBefore(days)} 10:00`);
    patient.ordered(`b${index}`, `${daysBefore(0)} 10:00`);
  });
  left.forEach((days, index) => study.customer(`left${index}`).ordered(`c${index}`, `${daysBefore(days)} 10:00`));
  return study;
}

const spring = { from: '2024-01-01', to: '2024-03-31' };
const inShop = (code: string) => [{ dimension: 'SHOP' as const, in: [code] }];
const ask = async (metric: MetricId, more: Partial<MetricRequest> = {}) => {
  const answer = await answerMetrics(
    database.pool,
    { metrics: [metric], period: spring, grain: 'MONTH', where: inShop('house'), ...more },
    { role: 'analyst' },
  );
  return { ...answer, points: answer.series[0]?.points ?? [] };
};
const parts = async (metric: MetricId, more: Partial<MetricRequest> = {}) =>
  (await ask(metric, more)).points.map(({ value, numerator, denominator }) => [value, numerator, denominator]);

describe('first-time customers of January, February and March', () => {
  it.each<[MetricId, (readonly [number | null, number | null, number])[]]>([
    [
      'COHORT_RETENTION_M1',
      [
        [1 / 3, 1, 3],
        [1, 1, 1],
        [null, 0, 0],
      ],
    ], // Ann of Ann, Ben and Cat, whose order was canceled; Dan; April is not over
    [
      'COHORT_RETENTION_M2',
      [
        [1 / 3, 1, 3],
        [null, 0, 0],
        [null, 0, 0],
      ],
    ], // Ben
    [
      'COHORT_RETENTION_M3',
      [
        [null, 0, 0],
        [null, 0, 0],
        [null, 0, 0],
      ],
    ], // Ann has bought in April, but others may still
    [
      'REPEAT_ORDER_DEPTH_2',
      [
        [2 / 3, 2, 3],
        [1, 1, 1],
        [0, 0, 1],
      ],
    ],
    [
      'REPEAT_ORDER_DEPTH_3',
      [
        [1 / 3, 1, 3],
        [1, 1, 1],
        [0, 0, 1],
      ],
    ], // two of Dan's are of one day
    [
      'SHARE_BACK_30D',
      [
        [2 / 3, null, 3],
        [1, null, 1],
        [null, null, 1],
      ],
    ], // Ann after 10 days, Ben after 30; Eve is seen for 13 days only
    [
      'SHARE_BACK_60D',
      [
        [2 / 3, null, 3],
        [1, null, 1],
        [null, null, 1],
      ],
    ],
    [
      'SHARE_BACK_90D',
      [
        [null, null, 3],
        [1, null, 1],
        [null, null, 1],
      ],
    ], // nobody of January who stays away is seen for 90 days; all of February are back
  ])('%s', async (metric, expected) => {
    const rounded = (figures: readonly (readonly (number | null)[])[]) =>
      figures.map((each) => each.map((number) => number && Number(number.toFixed(12))));
    expect(rounded(await parts(metric))).toEqual(rounded(expected));
  });

  it.each<MetricId>(['COHORT_RETENTION_M1', 'REPEAT_ORDER_DEPTH_2', 'SHARE_BACK_30D'])(
    '%s by region is read from their first orders',
    async (metric) => {
      const { series, explain } = await ask(metric, {
        by: ['REGION'],
        grain: 'TOTAL',
        period: { from: '2024-01-01', to: '2024-02-29' },
      });
      expect(explain[0]?.servedBy).toBe('journey.order_journey');
      const values = Object.fromEntries(series.map(({ key, points }) => [key[0]?.value, points[0]?.value]));
      // East: Ann and Cat; west: Ben and Dan.
      const expected = { COHORT_RETENTION_M1: [0.5, 0.5], REPEAT_ORDER_DEPTH_2: [0.5, 1], SHARE_BACK_30D: [0.5, 1] };
      const [east, west] = expected[metric as keyof typeof expected];
      expect(values.east).toBeCloseTo(east ?? NaN, 12);
      expect(values.west).toBeCloseTo(west ?? NaN, 12);
    },
  );

  it.each<[MetricId, MetricPart, string[]]>([
    ['COHORT_RETENTION_M1', 'NUMERATOR', ['Ann0', 'Dan0']],
    ['COHORT_RETENTION_M1', 'DENOMINATOR', ['Ann0', 'Ben0', 'Cat0', 'Dan0']],
    ['COHORT_RETENTION_M2', 'REMAINDER', ['Ann0', 'Cat0']],
    ['REPEAT_ORDER_DEPTH_3', 'NUMERATOR', ['Ann0', 'Dan0']],
    ['SHARE_BACK_30D', 'NUMERATOR', ['Ann0', 'Ben0', 'Dan0']],
    ['SHARE_BACK_30D', 'DENOMINATOR', ['Ann0', 'Ben0', 'Cat0', 'Dan0', 'Eve0']],
  ])('%s: the %s is first orders', async (metric, part, expected) => {
    const { sql, params } = rowsBehind({ metric, part, period: spring, where: inShop('house') });
    const { rows } = await database.pool.query<{ external_id: string }>(
      `select o.external_id from journey.order_journey j join core.orders o on o.id = j.order_id where ${sql} order by 1`,
      params,
    );
    expect(rows.map((row) => row.external_id)).toEqual(expected);
  });
});

it('the matrix is blank where a month has not happened', async () => {
  const { cohorts, asOf, explain } = await cohortRetention(
    database.pool,
    { period: spring, months: 3, where: inShop('house') },
    { role: 'analyst' },
  );
  expect([asOf, explain.servedBy]).toEqual(['2024-04-02', 'mart.customer_cohorts']);
  expect(cohorts.map(({ month, size, cells }) => [month, size, cells.map(({ customers }) => customers)])).toEqual([
    ['2024-01-01', 3, [1, 1, null]],
    ['2024-02-01', 1, [1, null, null]],
    ['2024-03-01', 1, [null, null, null]],
  ]);
  expect(cohorts[0]?.cells[0]?.share).toBeCloseTo(1 / 3, 12);
});

it('who sees aggregates only does not see cohorts of fewer than five', async () => {
  const matrix = await cohortRetention(
    database.pool,
    { period: spring, where: inShop('house') },
    { role: 'executive' },
  );
  expect(matrix.cohorts.map(({ size, cells }) => [size, cells[0]?.share, cells[0]?.suppressed])).toEqual([
    [null, null, true],
    [null, null, true],
    [null, null, false], // a month that has not happened tells nothing
  ]);
  const { curves } = await survivalCurves(
    database.pool,
    { period: spring, where: inShop('house') },
    { role: 'executive' },
  );
  expect(curves[0]?.steps.map(({ atRisk }) => atRisk)).toEqual([5]);
  expect(curves[0]?.atRisk).toEqual([{ day: 0, customers: 5 }]);
});

it('a matrix of three hundred years is refused in its own words, which name no grain', async () => {
  const request = { period: { from: '1900-01-01', to: '2199-12-31' } };
  await expect(cohortRetention(database.pool, request, { role: 'analyst' })).rejects.toMatchObject({
    code: 'TOO_MANY_POINTS',
    message: '1900-01-01 to 2199-12-31 has more than 1000 months of first orders. Ask for a shorter period.',
  });
});

describe('the remission of leukaemia patients', () => {
  const study: SurvivalRequest = { period: { from: '2024-11-01', to: '2024-12-31' }, where: inShop('study') };
  const curve = async (request: SurvivalRequest) =>
    (await survivalCurves(database.pool, request, { role: 'analyst' })).curves[0];

  it('has the curve and the bands of the text books', async () => {
    const found = await curve(study);
    // Week, at risk, relapsed, S, and its bounds on the scale log(−log S).
    const published: [number, number, number, number, number, number][] = [
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ];
    expect(found?.steps.map(({ day, atRisk, back }) => [day, atRisk, back])).toEqual(
      published.map(([week, atRisk, back]) => [week, atRisk, back]),
    );
    found?.steps.forEach(({ share, interval }, index) => {
      const [, , , staying, low, high] = published[index] ?? [];
      expect(1 - share).toBeCloseTo(staying ?? NaN, 4);
      expect(1 - (interval?.high ?? NaN)).toBeCloseTo(low ?? NaN, 4);
      expect(1 - (interval?.low ?? NaN)).toBeCloseTo(high ?? NaN, 4);
    });
    expect([found?.customers, found?.median, found?.seenDays]).toEqual([21, 23, 35]);
    // Followed for thirty days: 32, 32, 34 and 35; nobody for sixty.
    expect(found?.atRisk).toEqual([
      { day: 0, customers: 21 },
      { day: 30, customers: 4 },
    ]);
  });

  it('has no median while fewer than half are back, and no steps beyond the days asked', async () => {
    const early = await curve({ ...study, days: 9 });
    expect(early?.steps.map(({ day }) => day)).toEqual([6, 7]);
    expect(early?.median).toBe(23);
    const house = await curve({ period: { from: '2024-03-01', to: '2024-03-31' }, where: inShop('house') });
    expect([house?.median, house?.steps, house?.seenDays]).toEqual([null, [], 13]);
  });

  it('is the same from first orders as from the rollup', async () => {
    const sliced = await curve({ ...study, by: 'LATE' });
    const whole = await curve(study);
    expect({ ...sliced, key: [], shareBack: [] }).toEqual({ ...whole, key: [], shareBack: [] });
  });
});
